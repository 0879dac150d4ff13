import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import type { Report } from '../../functions/contract/report.ts'
import { pageRows, readAllRows, rowsMax } from '../../web/src/pages/campaigns/read-all-rows.ts'
import { peakOf, toEntrySeries } from '../../web/src/pages/campaigns/to-entry-series.ts'

type Asked = { cursor: string | undefined; snapshot: number | null }

/** A list of `total` numbers, and what it was asked for. */
function listOf(total: number) {
  const asked: Asked[] = []
  const ask = async ({ limit, cursor }: { limit: number; cursor?: string }, snapshot: number | null) => {
    asked.push({ cursor, snapshot })
    const start = Number(cursor ?? 0)
    const end = Math.min(start + limit, total)
    const rows = Array.from({ length: end - start }, (_, at) => start + at)
    return { snapshot: { number: 4 }, total, next: end < total ? String(end) : null, rows }
  }
  return { asked, ask }
}

test('a list is read to its end, all of it from one snapshot', async () => {
  const { ask, asked } = listOf(450)
  const { rows, first } = await readAllRows(ask, (page) => page.rows)
  expect(rows).toEqual(Array.from({ length: 450 }, (_, at) => at))
  expect(first.total).toBe(450)
  expect(asked).toEqual([
    { cursor: undefined, snapshot: null },
    { cursor: '200', snapshot: 4 },
    { cursor: '400', snapshot: 4 },
  ])
})

test('of a longer list as much is read as a table shows', async () => {
  const { ask, asked } = listOf(9999)
  expect((await readAllRows(ask, (page) => page.rows)).rows).toHaveLength(rowsMax)
  expect(asked).toHaveLength(rowsMax / pageRows)
})

test('a page is as long as the service gives', () => expect(pageRows).toBe(limits.listPageMax))

const seriesOf = (grain: 'day' | 'month', ...points: [date: string, tier: string, spendMinor: number][]) =>
  ({ grain, points: points.map(([date, tier, spendMinor]) => ({ date, tier, spendMinor })) }) as Report['series']

test('a series has no gaps, and each tier its part', () => {
  const points = toEntrySeries(
    seriesOf('month', ['2026-02', 'micro', 5], ['2025-12', 'nano', 2], ['2025-12', 'macro', 1]),
    'spend',
  )
  expect(points).toEqual([
    { date: '2025-12', micro: 0, macro: 1, other: 2, total: 3 },
    { date: '2026-01', micro: 0, macro: 0, other: 0, total: 0 },
    { date: '2026-02', micro: 5, macro: 0, other: 0, total: 5 },
  ])
  expect(peakOf(points)?.date).toBe('2026-02')
})

test('days follow each other over the end of a month', () => {
  const points = toEntrySeries(seriesOf('day', ['2026-02-27', 'micro', 1], ['2026-03-01', 'micro', 1]), 'spend')
  expect(points.map(({ date }) => date)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
})

test('nothing has no peak', () => {
  expect(toEntrySeries(seriesOf('day'), 'spend')).toEqual([])
  expect(peakOf([])).toBeUndefined()
})
