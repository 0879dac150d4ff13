import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ReadingChoice } from '../../functions/contract/reading.ts'
import type { UploadKind } from '../../functions/contract/upload.ts'
import { formatDay, parseDay } from '../../functions/domain/calendar.ts'
import { showReading } from '../../functions/usecases/show-reading.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const folder = '../shared/data'
const missing = !existsSync(folder)
const why = missing ? ` (skipped: there is no folder ${folder})` : ''

type Case = {
  /** The end of a file's name. */
  file: string
  kind: UploadKind
  currency: string
  /** What the user is asked, by question or field. */
  asked: string[]
  says: ReadingChoice
  rows: number
  totals: string[]
  /** The file's own totals that agree. */
  agrees?: string[]
}

const cases: Case[] = [
  {
    file: 'Search terms report.csv',
    kind: 'spend',
    currency: 'CAD',
    asked: [],
    says: {},
    rows: 18,
    totals: ['spend CAD 12'],
  },
  {
    file: 'Search keyword report.csv',
    kind: 'spend',
    currency: 'CAD',
    asked: [],
    says: {},
    rows: 17,
    totals: ['spend CAD 12'],
  },
  {
    file: 'Creative-Analysis-AEF.csv',
    kind: 'performance',
    currency: 'USD',
    asked: [],
    says: {},
    rows: 992,
    totals: ['revenue USD 12017558', 'spend USD 10325529'],
  },
  {
    file: 'Streamlit__Search terms report.csv',
    kind: 'spend',
    currency: 'GBP',
    asked: [],
    says: {},
    rows: 8869,
    totals: ['spend GBP 223533'],
  },
  {
    file: 'CO-Transparency-data-May-2012.csv',
    kind: 'spend',
    currency: 'GBP',
    asked: ['currency'],
    says: { constants: { currency: 'GBP' } },
    rows: 96,
    totals: ['spend GBP 3945703196'],
    agrees: ['39,457,031.96'],
  },
  ...['PresupuestoGasto2021.csv', 'PresupuestoGasto2021.xlsx', 'gastos.csv'].map(
    (file): Case => ({
      file,
      kind: 'spend',
      currency: 'EUR',
      asked: ['currency', 'date'],
      says: { constants: { currency: 'EUR', date: '2021-01-01' } },
      rows: 11_913,
      totals: ['spend EUR 5582594905500'],
    }),
  ),
  {
    file: 'PROJECT Influencer Marketing ROI.csv',
    kind: 'results',
    currency: 'USD',
    asked: ['currency'],
    says: { constants: { currency: 'USD' } },
    rows: 1339,
    totals: ['revenue USD 329150900'],
  },
  {
    file: 'influencer_marketing_roi_dataset.csv',
    kind: 'results',
    currency: 'USD',
    asked: ['decimal', 'mark', 'currency'],
    says: { constants: { currency: 'USD' } },
    rows: 1339,
    // 3,234,015 without a mark, which the user says are dollars, and 56,089 that show one.
    totals: ['revenue EUR 140500', 'revenue USD 329010400'],
  },
  {
    file: 'payouts.csv',
    kind: 'spend',
    currency: 'USD',
    asked: ['currency', 'date'],
    says: { constants: { currency: 'USD', date: '2025-06-30' } },
    rows: 50,
    totals: ['spend USD 67459734'],
  },
  {
    file: 'tracking_data.csv',
    kind: 'results',
    currency: 'USD',
    asked: ['currency'],
    says: { constants: { currency: 'USD' } },
    rows: 5000,
    totals: ['revenue USD 1528610705'],
  },
  { file: 'posts.csv', kind: 'results', currency: 'USD', asked: ['figures'], says: {}, rows: 200, totals: [] },
  { file: 'influencers.csv', kind: 'creators', currency: 'USD', asked: [], says: {}, rows: 50, totals: [] },
]

function pathOf(end: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith(`__${end}`) || name.endsWith(end))
  const [name] = names.sort((a, b) => Number(b.endsWith(`__${end}`)) - Number(a.endsWith(`__${end}`)))
  return `${folder}/${name}`
}

/** A rate of 1 for each day: what is loaded in another currency needs one. */
async function loadRates(driver: Driver): Promise<void> {
  const [first, last] = [parseDay('2020-01-01') as number, parseDay('2025-12-31') as number]
  const days = Array.from({ length: last - first + 1 }, (_, at) => `${formatDay(first + at)},EUR,USD,1`)
  await driver.load({ kind: 'fx', file: ['date,from,to,rate', ...days].join('\n') })
}

describe.skipIf(missing)(`exports off real systems${why}`, () => {
  test.each(cases)('$file: $rows rows', async ({ file, kind, currency, asked, says, rows, totals, agrees = [] }) => {
    const driver = await driveBooks({ reportingCurrency: currency as never })
    if (totals.length > 1) await loadRates(driver)
    const bytes = readFileSync(pathOf(file))
    const id = await driver.send({ kind, file: bytes })
    const first = await driver.check(id)
    const reading = await showReading(driver, id)
    const questions = reading?.questions.filter(({ answer }) => answer === null) ?? []
    expect(
      [...questions, ...(reading?.needs ?? [])].map((one) => ('id' in one ? one.id.split(':')[0] : one.field)),
    ).toEqual(asked)
    expect(first.state).toBe(asked.length === 0 ? 'ready' : 'rejected')

    const answers = Object.fromEntries(questions.map(({ id, proposed }) => [id, proposed]))
    const upload = asked.length === 0 ? first : await driver.check(id, { reading: { ...says, answers } })
    expect(await driver.problems(upload)).toEqual([])
    expect(upload).toMatchObject({ state: 'ready', rows: { read: rows, valid: rows, problems: 0 } })
    expect(upload.totals.map((total) => `${total.measure} ${total.currency} ${total.amountMinor}`).sort()).toEqual(
      totals,
    )
    const agreeing = (await showReading(driver, id))?.totals.filter((total) => total.agrees) ?? []
    expect(agreeing.map(({ stated }) => stated)).toEqual(expect.arrayContaining(agrees))

    await driver.commit(upload)
    expect(await driver.findings()).toEqual([])
  })
})
