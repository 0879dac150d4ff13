import { describe, expect, test } from 'vitest'
import { parseDay } from '../../../functions/domain/calendar.ts'
import { parseDecimal } from '../../../functions/domain/money/decimal.ts'
import type { Question } from '../../../functions/domain/reading/columns/column-plan.ts'
import type { ColumnChoice } from '../../../functions/domain/reading/columns/decide-columns.ts'
import { ExactTally } from '../../../functions/domain/reading/columns/exact-tally.ts'
import { FileProfiler } from '../../../functions/domain/reading/columns/file-facts.ts'
import { findPreset, proposeKinds } from '../../../functions/domain/reading/columns/propose-kind.ts'
import { proposeMapping } from '../../../functions/domain/reading/columns/propose-mapping.ts'
import { type ReadTable, readTable } from './read-column.ts'
import { missing, realTable, why } from './real-tables.ts'

type Options = Parameters<typeof realTable>[1]

/** Proposes and reads a whole file, taking what is proposed unless an answer is given. */
function read(
  name: string,
  options: Options = {},
  answer: (question: Question) => string | undefined = () => undefined,
  choice: Partial<ColumnChoice> = {},
) {
  const { headers, rows } = realTable(name, options)
  const profiler = new FileProfiler(headers)
  rows.forEach((cells, at) => {
    profiler.push({ line: at + 2, cells })
  })
  const facts = profiler.facts()
  const kind = choice.kind ?? proposeKinds(facts, choice.period != null)[0]?.kind ?? 'spend'
  const proposal = proposeMapping(facts, kind, findPreset(facts))
  const mapping = Object.fromEntries(proposal.fields.map(({ field, column }) => [field, column]))
  const { constants } = proposal
  const table = readTable(
    headers,
    rows,
    { ...choice, kind, mapping, constants: { ...constants, ...choice.constants } },
    answer,
  )
  return { kind, headers, rows, mapping, proposal, table, of: (field: string) => headers[mapping[field] ?? -1] }
}

/** Sums by currency of the column of a field. */
function sums({ table, mapping }: { table: ReadTable; mapping: Record<string, number> }, field: string) {
  const tallies = new Map<string, ExactTally>()
  const at = mapping[field] ?? -1
  table.columns[at]?.forEach((text, row) => {
    if (text === '' || text.startsWith('!')) return
    const own = mapping.currency === undefined ? table.currencies[at]?.[row] : table.columns[mapping.currency]?.[row]
    const tally = tallies.get(own ?? '') ?? new ExactTally()
    tallies.set(own ?? '', tally)
    const { units, exponent } = parseDecimal(text) ?? { units: 0n, exponent: 0 }
    tally.addBig(units, exponent)
  })
  return Object.fromEntries([...tallies].map(([currency, tally]) => [currency, `${tally}`]))
}

const items = (cells: readonly string[]) => !cells.some((cell) => cell.startsWith('Total'))

describe.skipIf(missing)(`columns off real systems${why}`, () => {
  test('three currencies in one column stay apart, and five Excel days among dates are read', () => {
    const name = 'sevinc-giyasova_Influencer-Marketing-ROI__influencer_marketing_roi_dataset.csv'
    const file = read(name, { encoding: 'windows-1252' })
    expect(file.kind).toBe('results')
    expect(sums(file, 'revenue')).toEqual({ '': '3234015', USD: '56089', EUR: '1405' })
    expect(sums(file, 'engagements')).toEqual({ '': '66217673' })
    expect(sums(file, 'reach')).toEqual({ '': '672591743' })
    expect(file.table.questions.map(({ code }) => code)).toEqual([
      'decimal-unclear',
      'currency-mark',
      'currency-missing',
    ])
  })

  test('the difference of its dates is its duration on all lines that have both', () => {
    const { headers, rows } = realTable(
      'sevinc-giyasova_Influencer-Marketing-ROI__influencer_marketing_roi_dataset.csv',
      { encoding: 'windows-1252' },
    )
    const [start, end, days] = ['start_date', 'end_date', 'campaign_duration_days'].map((name) =>
      headers.indexOf(name),
    ) as [number, number, number]
    const table = readTable(headers, rows, { kind: 'campaigns', mapping: { start, end } })
    const both = rows.flatMap((cells, row) => {
      const [from, to] = [parseDay(table.columns[start]?.[row] ?? ''), parseDay(table.columns[end]?.[row] ?? '')]
      return from === undefined || to === undefined || !/^\d+$/.test(cells[days] ?? '')
        ? []
        : [to - from - Number(cells[days])]
    })
    expect({ lines: both.length, wrong: both.filter((rest) => rest !== 0).length }).toEqual({ lines: 1199, wrong: 0 })
    expect(table).toMatchObject({ faults: [], questions: [] })
  })

  test('the same list after a Mac', () => {
    const file = read('sevinc-giyasova_Influencer-Marketing-ROI__PROJECT Influencer Marketing ROI.csv')
    expect(sums(file, 'revenue')).toEqual({ '': '3291509' })
    expect(file.table.faults).toEqual([])
  })

  test('Meta: the currency stands only in the header', () => {
    const file = read('epc-python_meta-ads-analysis__raw-data__Creative-Analysis-AEF.csv')
    expect(file).toMatchObject({ kind: 'performance', table: { faults: [], questions: [] } })
    expect(sums(file, 'amount')).toEqual({ USD: '103255.29' })
    expect(sums(file, 'revenue')).toEqual({ USD: '120175.58' })
    expect(['conversions', 'impressions', 'clicks'].map((field) => sums(file, field)[''])).toEqual([
      '5996',
      '5332650',
      '52116',
    ])
  })

  test.each([
    [
      'DevCadbury_towing-no-1__Search terms report.csv',
      { encoding: 'utf-16le', header: 2, delimiter: '\t', keep: items },
      { CAD: '0.12' },
    ],
    [
      'DevCadbury_towing-no-1__Search keyword report.csv',
      { encoding: 'utf-16le', header: 2, delimiter: '\t', keep: items },
      { CAD: '0.12' },
    ],
    ['yusufadaptive_Streamlit__Search terms report.csv', { header: 2, keep: items }, { GBP: '2235.33' }],
  ])('Google: %s', (name, options, spend) => {
    const file = read(name, options)
    expect(file).toMatchObject({ kind: 'performance', table: { faults: [], questions: [] } })
    expect(sums(file, 'amount')).toEqual(spend)
  })

  test('one ledger in two spellings has one sum', () => {
    for (const [name, encoding] of [
      ['gastos', 'utf-8'],
      ['PresupuestoGasto2021', 'windows-1252'],
    ] as const) {
      const file = read(`franguerrero_PresupuestoJA__${name}.csv`, { encoding }, () => 'EUR')
      expect(file.of('amount')).toBe('IMPORTE')
      expect(sums(file, 'amount')).toEqual({ EUR: '55825949055' })
      expect(file.table.questions.map(({ code }) => code)).toEqual(['currency-missing'])
    }
  })

  test('a British ledger: days first, amounts with thousands', () => {
    const file = read(
      'rufuspollock-okfn_data-quality-uk-25k-spend__fetched__CO-Transparency-data-May-2012.csv',
      { encoding: 'windows-1252', keep: (cells) => cells[0] !== '' },
      () => 'GBP',
    )
    expect(file.kind).toBe('spend')
    expect(sums(file, 'amount')).toEqual({ GBP: '39457031.96' })
    expect(file.table.columns[file.mapping.date ?? -1]?.every((day) => day.startsWith('2012-05-'))).toBe(true)
    expect(file.table).toMatchObject({ faults: [] })
  })

  test('payouts with noise of floats, and results without a creator', () => {
    const payouts = read('vijayshreepathak_Influencer-Performance-ROAS-Analyzer__payouts.csv', {}, () => 'INR', {
      rounding: true,
    })
    expect(payouts.kind).toBe('spend')
    expect(sums(payouts, 'amount')).toEqual({ INR: '674597.34' })
    const results = read('vijayshreepathak_Influencer-Performance-ROAS-Analyzer__tracking_data.csv', {}, () => 'INR')
    expect(results).toMatchObject({ kind: 'results', table: { faults: [] } })
    expect(sums(results, 'revenue')).toEqual({ INR: '15286107.05' })
    expect(results.of('creator')).toBe('influencer_id')
    expect(read('vijayshreepathak_Influencer-Performance-ROAS-Analyzer__influencers.csv').kind).toBe('creators')
    expect(read('vijayshreepathak_Influencer-Performance-ROAS-Analyzer__posts.csv').of('published')).toBe('post_date')
  })

  test('the history of the ECB is a file of rates', () => {
    expect(read('h0tbird_eurofxref__eurofxref-hist.csv').kind).toBe('fx')
  })
})
