import { expect, test } from 'vitest'
import { listUploadRows } from '../../functions/usecases/list-upload-rows.ts'
import { driveBooks } from './drive-books.ts'

const line = (n: number, cost: string) => `2026-03-14;Spring;@c${n};X-${n};${cost};USD`
/** 400 usual amounts, 300 that are a thousand times as large: more than a warning names. */
const rows = Array.from({ length: 700 }, (_, n) => line(n, n % 7 < 4 ? '10,50' : `${10_000 + n},00`))
const file = ['Day;Campaign;Creator;Line ID;Cost;Currency', ...rows].join('\n')
const flag = 'amount-far-from-norm'
const excludeFlagged = [flag] as const
const isOdd = (n: number) => n % 7 >= 4
const oddLines = rows.flatMap((_, n) => (isOdd(n) ? [n + 2] : []))

test('every line that carries a warning is left out, also of more than it names, and none is lost from view', async () => {
  const { books, upload, commit, findings, totals } = await driveBooks()
  const before = await upload({ file })
  expect(before.warnings.find(({ code }) => code === flag)).toMatchObject({ rows: 300 })
  expect(before.warnings.find(({ code }) => code === flag)?.lines).toHaveLength(200)

  const ready = await upload({ file, options: { excludeFlagged: [...excludeFlagged] } })
  expect(ready).toMatchObject({ state: 'ready', rows: { read: 700, valid: 400, excluded: 300, problems: 0 } })
  expect(ready.leftOut).toMatchObject([{ code: flag, rows: 300 }])
  expect(ready.warnings.some(({ code }) => code === flag)).toBe(false)
  const excluded = await listUploadRows({ books }, { id: ready.id, status: 'excluded', limit: 1000 })
  expect(excluded.rows.map((row) => row.line)).toEqual(oddLines)

  await commit(ready)
  expect((await totals()).spend).toBe(400 * 1050)
  expect(await findings()).toEqual([])
})

test('without the option the same upload has its lines again', async () => {
  const { upload, check } = await driveBooks()
  const ready = await upload({ file, options: { excludeFlagged: [...excludeFlagged] } })
  const again = await check(ready.id)
  expect(again).toMatchObject({ rows: { valid: 700, excluded: 0 }, leftOut: [] })
})

test('a commit on books that have moved leaves the same lines out', async () => {
  const { upload, commit, load, totals, findings } = await driveBooks()
  const ready = await upload({ file, options: { excludeFlagged: [...excludeFlagged], exclude: [2] } })
  await load({ file: 'date,campaign,creator,amount,currency\n2026-03-02,Other,@zoe,1.00,USD\n' })
  expect(await commit(ready)).toMatchObject({ state: 'committed', rows: { valid: 399, excluded: 301 } })
  expect((await totals()).spend).toBe(399 * 1050 + 100)
  expect(await findings()).toEqual([])
})

test('a file without such lines, or read as the template is written, loads as it is', async () => {
  const { upload } = await driveBooks()
  const plain = 'date,campaign,creator,amount,currency\n2026-03-02,Other,@zoe,1.00,USD\n'
  const options = { excludeFlagged: [...excludeFlagged] }
  expect(await upload({ file: plain, options })).toMatchObject({ state: 'ready', rows: { valid: 1 }, leftOut: [] })
})

test('where every line that is left has a problem, and the others are left out, nothing is loaded and it is said', async () => {
  const { upload, problems } = await driveBooks()
  const usual = rows.filter((_, n) => !isOdd(n)).map((row) => row.replace('2026-03-14', 'never'))
  const only = [rows[0], ...usual.slice(1), ...rows.filter((_, n) => isOdd(n))].join('\n')
  const rejected = await upload({
    file: `Day;Campaign;Creator;Line ID;Cost;Currency\n${only}`,
    options: { excludeFlagged: [...excludeFlagged] },
  })
  expect(rejected.state).toBe('rejected')
  expect(await problems(rejected)).not.toEqual([])
})

test('a file in the form of the template is understood where lines that it would be warned of are left out', async () => {
  const driver = await driveBooks({ reportingCurrency: 'EUR' })
  const rows = Array.from(
    { length: 300 },
    (_, i) => `2026-03-14,Spring,@anna,${i === 5 ? 900_000 : 10 + (i % 7)}.50,EUR`,
  )
  const file = ['date,campaign,creator,amount,currency', ...rows].join('\n')
  const upload = await driver.upload({ file, options: { excludeFlagged: ['amount-far-from-norm'] } })
  expect(upload).toMatchObject({ state: 'ready', rows: { valid: 299, excluded: 1 } })
  expect(upload.leftOut).toMatchObject([{ code: 'amount-far-from-norm', rows: 1 }])
})
