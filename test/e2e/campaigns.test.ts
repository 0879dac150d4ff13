import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { CampaignList, CampaignRow, CreatorList, Estimate, Report } from '../../functions/contract/report.ts'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'

const scene = setScene()
const { ask } = scene

const dollars = (minor: number): string => (minor / 100).toLocaleString('en', { style: 'currency', currency: 'USD' })
const percent = (share: number): string =>
  share.toLocaleString('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
const rangeOf = (estimate: Estimate): string =>
  estimate.kind === 'interval' ? `${dollars(estimate.low)} to ${dollars(estimate.high)}` : estimate.kind
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true })

/** The texts of a table's rows, cell by cell, without the labels that stand in for the header on a phone. */
const cellsOf = (page: Page, name: string) =>
  table(page, name)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => {
          const label = cell.querySelector('.cell-label')?.textContent ?? ''
          return (cell.textContent ?? '').slice(label.length).trim()
        }),
      ),
    )

let row: CampaignRow
beforeAll(async () => {
  const { campaigns } = await ask<CampaignList>('/campaigns?limit=50')
  const found = campaigns.find(({ objective, pace }) => objective === 'conversions' && pace.kind === 'known')
  if (!found) throw new Error('the sample has no such campaign')
  row = found
})

async function openCampaign(options: Parameters<typeof scene.open>[1] = {}, query = '') {
  const opened = await scene.open(`/campaigns/${row.id}${query}`, options)
  await opened.page.getByRole('heading', { level: 1, name: row.name }).waitFor()
  await table(opened.page, 'Overhead and full cost').waitFor()
  return opened
}

test('the budget stands against what was paid, invoiced and committed, to the cent', async () => {
  const { page } = await openCampaign()
  const { statuses, spentMinor, budgetMinor } = row
  const budget = budgetMinor ?? 0
  const line = (name: string, minor: number) => [name, dollars(minor), percent(minor / budget)]
  const together = Object.values(statuses).reduce((sum, minor) => sum + minor, 0)
  expect(together).toBe(spentMinor)
  await eventually(() => cellsOf(page, 'Budget and pace')).toEqual([
    line('Paid', statuses.paidMinor),
    line('Invoiced', statuses.invoicedMinor),
    line('Without a status', statuses.unstatedMinor),
    line('Committed', statuses.committedMinor),
    line('Together', together),
    line('Left of the budget', budget - spentMinor),
  ])
  await page.getByText(`Spent ${dollars(spentMinor)} of ${dollars(budget)} over all its time`).waitFor()
  await page.getByText(/of the budget is spent with 62 of 62 days gone/).waitFor()
})

test('tiers and targets say what the API says, each with its range', async () => {
  const report = await ask<Report>(`/report?campaign=${row.id}`)
  const { page } = await openCampaign()
  const { micro, macro, all } = report.tiers
  const cells = () => cellsOf(page, 'Tiers')
  await eventually(async () => (await cells()).map(([tier]) => tier)).toEqual(['Micro', 'Macro', 'All'])
  for (const [at, tier] of [micro, macro, all].entries()) {
    const [, creators, posts, spend, , cpa = ''] = (await cells())[at] ?? []
    expect([creators, posts, spend]).toEqual([String(tier.creators), String(tier.posts), dollars(tier.spendMinor)])
    expect(cpa).toContain(tier.metrics.cpa.kind === 'unavailable' ? '–' : dollars(tier.metrics.cpa.point))
  }
  await page.getByText(report.comparison.sentence).waitFor()
  const [target] = row.targets
  const [[name, aim, soFar, met] = []] = await cellsOf(page, 'Targets')
  expect(name).toMatch(/^Cost per conversion/)
  expect(aim).toBe(dollars(target?.point ?? 0))
  expect(soFar).toContain(rangeOf(row.metrics.cpa))
  expect(met).toBe(target?.met ? 'Reached' : 'Missed')
})

test('overhead and the full cost stand beside what creators cost', async () => {
  const one = async (overhead: string) =>
    (await ask<CampaignList>(`/campaigns?campaign=${row.id}&overhead=${overhead}`)).campaigns[0] as CampaignRow
  const [spread, full] = [await one('spread'), await one('full')]
  const { page } = await openCampaign()
  const amounts = async () => (await cellsOf(page, 'Overhead and full cost')).map(([, amount]) => amount)
  await eventually(amounts).toEqual([row.spendMinor, spread.spendMinor, full.spendMinor].map(dollars))
  expect(spread.spendMinor).toBe(row.spendMinor + row.overheadMinor)
  await page.getByText('Nobody has said what a deal costs beside the ledger').waitFor()
})

test('its creators have their share of what they cost together', async () => {
  const { creators } = await ask<CreatorList>(`/creators?campaign=${row.id}&limit=200&sort=rank`)
  const total = creators.reduce((sum, { spendMinor }) => sum + spendMinor, 0)
  const { page } = await openCampaign()
  const shares = async () => (await cellsOf(page, 'Creators')).map((cells) => cells[3]).slice(0, 5)
  await eventually(shares).toEqual(creators.slice(0, 5).map(({ spendMinor }) => percent(spendMinor / total)))
})

test('the timeline tells when it begins and ends, by the range’s grain', async () => {
  const { page } = await openCampaign()
  await page
    .getByText(/The campaign runs from 14 Mar 2026 to 14 May 2026\./)
    .first()
    .waitFor()
})

test('brand fit is a mean with its range and how many scores it has', async () => {
  const { page } = await openCampaign()
  const { brandFit, scored } = row
  if (brandFit.kind !== 'interval') throw new Error('the sample has scores')
  const tile = page.locator('.tile').filter({ hasText: 'Brand fit' })
  const [low, high] = [Math.round(brandFit.low), Math.round(brandFit.high)]
  await tile.getByText(`${low} to ${high}; mean of ${scored.brandFit} scores`).waitFor()
})

test('the list says budget, spend, pace, targets and what each campaign is judged by, with its range', async () => {
  const { page } = await scene.open('/campaigns')
  const line = table(page, 'Campaigns').getByRole('row').filter({ hasText: row.name })
  const text = async () => (await line.textContent()) ?? ''
  await eventually(text).toContain(dollars(row.budgetMinor ?? 0))
  expect(await text()).toContain(dollars(row.spentMinor))
  expect(await text()).toContain('Ended')
  expect(await text()).toContain(rangeOf(row.metrics.cpa))
  expect(await text()).toContain('0 of 1 reached')
  await page.getByRole('columnheader', { name: 'Judged by' }).waitFor()
})

test('asked for one metric, the list judges all by it and sorts by it', async () => {
  const { page } = await scene.open('/campaigns?metric=cpa')
  await table(page, 'Campaigns').getByRole('button', { name: 'Cost per conversion' }).click()
  await page.waitForURL(/sort=result/)
})

test('a running campaign says whether money or days run first', async () => {
  const answer = await ask<CampaignList>(`/campaigns?campaign=${row.id}`)
  const pace = {
    kind: 'known',
    state: 'behind',
    spentShare: 0.2,
    daysShare: 0.5,
    daysGone: 31,
    days: 62,
    through: '2026-04-13',
  }
  const json = { ...answer, campaigns: answer.campaigns.map((found) => ({ ...found, pace })) }
  const { page } = await openCampaign({
    before: (page) => page.route('**/api/w/main/campaigns?**', (route) => route.fulfill({ json })),
  })
  await page.getByText('20% of the budget is spent with 31 of 62 days gone (50%), up to 13 Apr 2026.').waitFor()
  await page.getByText('Behind', { exact: true }).waitFor()
})

test('executives are told why they do not see it', async () => {
  const { page } = await scene.open(`/campaigns/${row.id}`, { role: 'executive' })
  await page.getByRole('heading', { name: 'Shown to finance and admin' }).waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
})

test('it is whole for everybody at any width, in light and dark, on paper too', async () => {
  for (const width of [1440, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints } = await openCampaign({ width, colorScheme })
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).analyze()
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      expect(said, `${width}, ${colorScheme}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(complaints).toEqual([])
      await page.emulateMedia({ media: 'print' })
      expect(await table(page, 'Budget and pace').isVisible()).toBe(true)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
})
