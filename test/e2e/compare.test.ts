import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Report } from '../../functions/contract/report.ts'
import type { SnapshotDiff } from '../../functions/contract/snapshot.ts'
import { toMetricRows, toRatioRows, toSumRows } from '../../web/src/pages/compare/to-compare-rows.ts'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'

const scene = setScene()
const { open, ask } = scene

const table = (page: Page, name: string) => page.getByRole('table', { name })
const sentences = (page: Page) => page.locator('.compare-sentence').allTextContents()

/** Rows as they stand, figure first, without the labels that only phones show. */
const cells = (page: Page, name: string) =>
  table(page, name).evaluate((element) =>
    [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => {
        const copy = cell.cloneNode(true) as Element
        copy.querySelector('.cell-label')?.remove()
        return copy.textContent
      }),
    ),
  )

async function expectNumbers(page: Page, own: Report, other: Report): Promise<void> {
  await eventually(() => sentences(page)).toEqual([own.comparison.sentence, other.comparison.sentence])
  const figures = [
    ['Micro against macro', toRatioRows(own, other)],
    ['Metrics of both tiers', toMetricRows(own, other)],
    ['Sums', toSumRows(own, other)],
  ] as const
  for (const [name, rows] of figures)
    expect(await cells(page, name), name).toEqual(rows.map((row) => [row.figure, row.own, row.other, row.difference]))
}

test('two ranges stand side by side, with the numbers of the two reports', async () => {
  const { range } = await ask<{ range: { to: string } }>('/books')
  const year = range.to.slice(0, 4)
  const ranges = { own: `from=${year}-04-01&to=${year}-06-30`, other: `from=${year}-01-01&to=${year}-03-31` }
  const address = `/?${ranges.own}&compareFrom=${year}-01-01&compareTo=${year}-03-31&platform=tiktok`
  const { page, complaints } = await open(address, { role: 'executive' })
  await page.getByRole('button', { name: /^against/ }).click()
  await page.getByRole('link', { name: 'Both side by side, line by line' }).click()
  const own = await ask<Report>(`/report?${ranges.own}&platform=tiktok`)
  const other = await ask<Report>(`/report?${ranges.other}&platform=tiktok`)
  await expectNumbers(page, own, other)
  expect(await cells(page, 'What differs')).toEqual([['Range', `1 Apr – 30 Jun ${year}`, `1 Jan – 31 Mar ${year}`]])
  await page.getByText('nothing was restated between them').waitFor()
  await page.getByText('Whether the two sides differ from each other is not tested').waitFor()
  expect(complaints).toEqual([])
})

test('two snapshots are chosen in their list, and what was restated between them is told', async () => {
  const { page } = await open('/snapshots?chosen=3,5')
  await page.getByRole('link', { name: 'Their answers side by side' }).click()
  await page.waitForURL(/\/compare\?snapshot=5&withSnapshot=3$/)
  await expectNumbers(page, await ask<Report>('/report?snapshot=5'), await ask<Report>('/report?snapshot=3'))
  expect(await cells(page, 'What differs')).toContainEqual(['State of the books', 'Snapshot 5', 'Snapshot 3'])
  const diff = await ask<SnapshotDiff>('/snapshots/3/diff/5')
  expect(diff.uploadsAdded.length).toBeGreaterThan(0)
  await page.getByRole('heading', { name: 'Restated between snapshot 3 and 5' }).waitFor()
  const added = page.getByRole('region', { name: 'Came in' })
  for (const { filename } of diff.uploadsAdded) await added.getByRole('link', { name: filename }).waitFor()
  expect(await cells(page, 'Totals by currency')).toHaveLength(diff.totals.length)
})

test('other days and another snapshot are set by hand; what cannot be is said and not asked', async () => {
  const { page } = await open('/compare')
  await page.getByText('Compare with something else').click()
  await page.getByLabel('Snapshot').fill('4000')
  await page.getByText(/Write a whole number from 0 to \d+\./).waitFor()
  const compare = page.getByRole('button', { name: 'Compare', exact: true })
  expect(await compare.isDisabled()).toBe(true)
  await page.getByLabel('Snapshot').fill('6')
  await page.getByLabel('Last day').fill('2026-03-31')
  await compare.click()
  await page.waitForURL(/withTo=2026-03-31&withSnapshot=6$/)
  await expectNumbers(page, await ask<Report>('/report'), await ask<Report>('/report?to=2026-03-31&snapshot=6'))
  await page.goBack()
  await page.waitForURL(/\/compare$/)
})

test('a saved view is compared with, and what of an address cannot be read is named', async () => {
  const headers = { Authorization: `Bearer ${await scene.service.token('admin')}` }
  const body = JSON.stringify({
    name: 'YouTube, paid',
    path: '/',
    search: 'platform=youtube&spendBasis=paid',
    shared: true,
  })
  await fetch(`${scene.service.address}/api/w/main/views`, { method: 'POST', headers, body })
  const { page } = await open('/compare?platform=tiktok&withSnapshot=x')
  await page.getByText('could not be read and is left out: withSnapshot').waitFor()
  await page.getByText('Compare with something else').click()
  await page.getByRole('combobox', { name: 'A saved view' }).selectOption('YouTube, paid')
  const other = await ask<Report>('/report?platform=youtube&spendBasis=paid')
  await expectNumbers(page, await ask<Report>('/report?platform=tiktok'), other)
  expect(await cells(page, 'What differs')).toEqual([
    ['Platform', 'tiktok', 'youtube'],
    ['Spend', 'Accrued', 'Paid'],
  ])
})

test('it is whole for everybody at any width, in light and dark', async () => {
  for (const path of ['/compare', '/compare?snapshot=3&withFrom=2026-01-01'])
    for (const width of [1440, 390])
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, complaints } = await open(path, { width, colorScheme })
        await table(page, 'Sums').waitFor()
        await page.getByText('Compare with something else').click()
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page }).analyze()
        const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
        expect(said, `${path} at ${width}, ${colorScheme}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
        expect(complaints).toEqual([])
      }
})

test('on paper both sides and their difference stand, and the form does not', async () => {
  const { page } = await open('/compare')
  await table(page, 'Sums').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Compare with something else').isVisible()).toBe(false)
  expect(await table(page, 'What differs').isVisible()).toBe(true)
})
