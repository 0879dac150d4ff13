import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, csv, press } from './upload-files.ts'

const scene = setScene({ sample: false })
const line = (n: number, currency: string) => `2026-03-14,Spring,@c${n},X-${n},10.00,${currency}`
const usual = Array.from({ length: 5 }, (_, n) => line(n, 'USD'))
const unrated = Array.from({ length: 60 }, (_, n) => line(n + 5, 'EUR'))
const file = csv('unrated.csv', ['date,campaign,creator,line_id,amount,currency', ...usual, ...unrated])

test('a rate that sixty lines miss is one entry, which opens to its lines; they are left out from there', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await chooseByKeyboard(page, /Choose files/, [file])
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', 'See the problems')
  const causes = page.getByRole('region', { name: 'By cause' })
  await causes.getByText('60 problems').waitFor()
  await causes.getByText(/found “EUR on 2026-03-14”/).waitFor()
  await causes.getByText(/Upload a file of exchange rates with it/).waitFor()
  expect(await causes.getByText('Show the first 50 of them').count()).toBe(1)

  await page.getByText('Line by line').click()
  await page.getByRole('rowheader', { name: '7', exact: true }).waitFor()
  await press(page, 'button', 'Next problems')
  await page.getByRole('rowheader', { name: '66', exact: true }).waitFor()
  await causes.getByText('60 problems').waitFor()

  await causes.getByText('Show the first 50 of them').click()
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await press(page, 'button', 'Leave these 50 lines out')
  await causes.getByText('10 problems').waitFor()
  await causes.getByText('Show the 10 lines').click()
  await press(page, 'button', 'Leave these 10 lines out')
  await page.getByRole('heading', { name: 'Checked, and ready to commit' }).waitFor()
  expect(complaints).toEqual([])
})
