import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CreatorList, Estimate, MetricName, Report, TierName } from '../../functions/contract/report.ts'
import { setScene } from './set-scene.ts'

const scene = setScene()
const { ask } = scene

async function open(search: string): Promise<Page> {
  const page = await scene.browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await page.goto(`${scene.service.address}/${search}`)
  await page.getByRole('img', { name: /micro creators stay below|has both followers/ }).waitFor()
  for (const summary of await page.locator('.chart-more summary').all()) await summary.click()
  return page
}

/** A table's body, as texts. */
async function rowsOf(page: Page, name: RegExp): Promise<string[][]> {
  const rows = await page.getByRole('table', { name }).locator('tbody tr').all()
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()))
}

const isMoney = (metric: MetricName): boolean => ['cpm', 'cpe', 'cpc', 'cpa', 'costPerPost', 'aov'].includes(metric)

/** What stands on the page is the value itself, rounded to the digits that are shown. */
function expectSame(text: string | undefined, value: number, what: string): void {
  const [, sign = '', digits = '', fraction = ''] = /([−-]?)\D{0,3}?([\d,]+(?:\.(\d+))?)/.exec(text ?? '') ?? []
  const shown = Number(digits.replaceAll(',', '')) * (sign === '' ? 1 : -1)
  expect(digits, `${what}: ${text}`).not.toBe('')
  expect(Math.abs(shown - value), `${what}: ${text} for ${value}`).toBeLessThanOrEqual(0.5001 * 10 ** -fraction.length)
}

function expectEstimate(text: string | undefined, metric: MetricName, estimate: Estimate, what: string): void {
  if (estimate.kind === 'unavailable') expect(text, what).toMatch(/^– \(.+\)$/)
  else expectSame(text, estimate.point * scaleOf(metric), what)
}

const scaleOf = (metric: MetricName): number => (isMoney(metric) ? 0.01 : metric === 'roas' ? 1 : 100)
const tierOrder: readonly TierName[] = ['nano', 'micro', 'macro', 'unknown']

/** The table of both comparisons says what the API says. */
async function expectSides(page: Page, { metric, likeForLike, crude }: Report['comparison']): Promise<void> {
  const sides = await rowsOf(page, /^Like for like beside/)
  for (const [at, side] of [likeForLike, crude].entries()) {
    const texts = (sides[at] ?? []).map((text) =>
      text.replace(/^(Micro|Macro|Micro . macro|Micro less macro)(?=[^a-z])/, ''),
    )
    expectEstimate(texts[1], metric, side.micro, 'micro in the table')
    expectEstimate(texts[2], metric, side.macro, 'macro in the table')
    if (side.ratio.kind !== 'unavailable') expectSame(texts[3], side.ratio.point, 'ratio in the table')
  }
}

test.each([
  '',
  '?metric=roi',
  '?metric=cpm&basis=campaign&overhead=spread',
  '?from=2026-04-01&to=2026-06-30&spendBasis=paid',
])('every number of the Overview is the API’s: /%s', async (search) => {
  const report = await ask<Report>(`/report${search}`)
  const { tiers, comparison, reconciliation, series } = report
  const { metric } = comparison
  const page = await open(search)

  const values = await page.locator('.tile .value').allTextContents()
  const metrics = [...new Set<MetricName>([metric, 'roas', 'roi'])]
  expectSame(values[0], tiers.all.spendMinor / 100, 'spend')
  expectSame(values[1], tiers.all.conversions, 'conversions')
  for (const [at, name] of metrics.entries()) {
    expectSame(values[2 + at], pointOf(tiers.all.metrics[name]) * scaleOf(name), name)
  }
  const notes = await page.locator('.tile .note').allTextContents()
  for (const [at, name] of metrics.entries()) {
    const target = report.targets.find((entry) => entry.metric === name)
    const said = notes[2 + at] ?? ''
    if (target && target.met + target.missed > 1) {
      expect(said).toContain(`${target.met} of ${target.met + target.missed} campaigns reach`)
    } else expect(said.includes('one campaign with a target'), said).toBe(target !== undefined)
  }
  const marks = await page.locator('.range-plot .side-value').allTextContents()
  for (const [at, tier] of (['micro', 'macro'] as const).entries()) {
    expectSame(marks[at], pointOf(comparison.likeForLike[tier]) * scaleOf(metric), `plot of ${tier}`)
  }
  await expectSides(page, comparison)

  const sums = await page.locator('.sum-line dd').allTextContents()
  const parts = ['ledgerMinor', 'attributedMinor', 'overheadMinor', 'unmatchedMinor'] as const
  for (const [at, part] of parts.entries()) expectSame(sums[at], reconciliation[part] / 100, part)

  for (const row of await rowsOf(page, /by tier$/)) {
    const name = (row[0]?.toLowerCase() ?? '').replace('all tiers', 'all') as TierName | 'all'
    expectEstimate(row[1], metric, tiers[name].metrics[metric], name)
    expectSame(row.at(-1), tiers[name].creators, `creators of ${name}`)
  }

  const shared = { Spend: 'spendMinor', Conversions: 'conversions', Revenue: 'revenueMinor' } as const
  for (const [name = '', ...cells] of await rowsOf(page, /^Where the money went/)) {
    const sum = shared[name as keyof typeof shared]
    if (!sum) continue
    const unit = sum === 'conversions' ? 1 : 100
    for (const [at, tier] of tierOrder.entries()) expectSame(cells[at], tiers[tier][sum] / unit, `${name} of ${tier}`)
    expectSame(cells[4], tiers.all[sum] / unit, name)
  }

  const over = await rowsOf(page, /over time$/)
  expect(over.length).toBeGreaterThanOrEqual(new Set(series.points.map(({ date }) => date)).size)
  if (series.grain === 'day') {
    expectEstimate(over.at(-1)?.[3], metric, tiers.micro.metrics[metric], 'micro at the end')
    expectEstimate(over.at(-1)?.[4], metric, tiers.macro.metrics[metric], 'macro at the end')
  }

  const { creators } = await ask<CreatorList>(`/creators${search === '' ? '?' : `${search}&`}limit=200`)
  const cost = isMoney(metric) ? metric : 'cpa'
  const listed = await rowsOf(page, /^Creators:/)
  expect(listed.map(([name]) => name)).toEqual(creators.slice(0, 100).map(({ name }) => name))
  for (const [at, row] of listed.entries()) {
    const creator = creators[at] as CreatorList['creators'][number]
    expectEstimate(row[3], cost, creator.metrics[cost], creator.name)
    if (creator.followers !== null) expectSame(row[2], creator.followers, creator.name)
  }
  await page.close()
})

const pointOf = (estimate: Estimate): number => (estimate.kind === 'unavailable' ? Number.NaN : estimate.point)

test('each month of the series is computed from that month’s own report', async () => {
  const page = await open('?metric=cpa')
  const rows = await rowsOf(page, /over time$/)
  for (const [at, month, last] of [
    [0, '2025-10', 31],
    [4, '2026-02', 28],
  ] as const) {
    const { tiers } = await ask<Report>(`/report?metric=cpa&from=${month}-01&to=${month}-${last}`)
    for (const [cell, tier] of [
      [1, 'micro'],
      [2, 'macro'],
    ] as const) {
      const { spendMinor, conversions } = tiers[tier]
      expect(conversions).toBeGreaterThan(0)
      expectSame(rows[at]?.[cell], spendMinor / conversions / 100, `${tier} in ${month}`)
    }
  }
  await page.close()
})
