import { expect, test } from 'vitest'
import { showCheckOptions } from '../../functions/usecases/show-check-options.ts'
import { driveBooks } from './drive-books.ts'

const day = (n: number) => String(n + 1).padStart(2, '0')
const usual = Array.from({ length: 14 }, (_, n) => `2026-03-${day(n)};Spring;@c${n};1${n + 10},00;USD`)
const file = ['Day;Campaign;Creator;Cost;Currency', ...usual, '2026-03-15;Spring;@odd;99000,00;USD'].join('\n')

test('the lines of a warning are left out, counted, and taken back in; the rest of the options stays', async () => {
  const driver = await driveBooks()
  const upload = await driver.upload({ file, options: { reading: {}, moves: 'move' } })
  const [flagged] = upload.warnings.filter(({ lines }) => lines)
  expect(flagged).toMatchObject({ code: 'amount-far-from-norm', rows: 1, lines: [16] })

  const options = await showCheckOptions(driver, upload.id)
  const without = await driver.check(upload.id, { ...options, exclude: flagged?.lines ?? [] })
  expect(without).toMatchObject({ state: 'ready', rows: { read: 15, valid: 14, excluded: 1 } })
  expect(without.warnings.filter(({ lines }) => lines)).toEqual([])
  expect(await showCheckOptions(driver, upload.id)).toEqual({ reading: {}, moves: 'move', exclude: [16] })

  const again = await driver.check(upload.id, options)
  expect(again).toMatchObject({ state: 'ready', rows: { valid: 15, excluded: 0 }, totals: upload.totals })
})

test('a warning names two hundred lines and counts them all', async () => {
  const driver = await driveBooks()
  const many = Array.from(
    { length: 900 },
    (_, n) => `2026-03-01;Spring;@c${n};${n % 3 === 0 ? 99_000 + n : 100},00;USD`,
  )
  const { warnings } = await driver.upload({ file: ['Day;Campaign;Creator;Cost;Currency', ...many].join('\n') })
  const flagged = warnings.find(({ code }) => code === 'amount-far-from-norm')
  expect(flagged?.lines).toHaveLength(200)
  expect(flagged?.rows).toBe(300)
})
