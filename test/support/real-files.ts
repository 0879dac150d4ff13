import { existsSync, readdirSync } from 'node:fs'
import type { ReadingChoice } from '../../functions/contract/reading.ts'
import type { UploadKind } from '../../functions/contract/upload.ts'
import { formatDay, parseDay } from '../../functions/domain/calendar.ts'

export const folder = '../shared/data'
export const missing = !existsSync(folder)
/** Added to the names of tests that are skipped. */
export const why = missing ? ` (skipped: there is no folder ${folder})` : ''

/** One file as it comes off a real system, and what an ideal import makes of it. */
export type RealFile = {
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

export const realFiles: RealFile[] = [
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
    (file): RealFile => ({
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

export function pathOf(end: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith(`__${end}`) || name.endsWith(end))
  const [name] = names.sort((a, b) => Number(b.endsWith(`__${end}`)) - Number(a.endsWith(`__${end}`)))
  return `${folder}/${name}`
}

/** A rate of 1 for each day: what is loaded in another currency than the books' needs one. */
export function ratesOfOne(to: string): string {
  const [first, last] = [parseDay('2012-01-01') as number, parseDay('2026-12-31') as number]
  const currencies = ['CAD', 'EUR', 'GBP', 'USD'].filter((code) => code !== to)
  const days = Array.from({ length: last - first + 1 }, (_, at) => formatDay(first + at))
  return ['date,from,to,rate', ...days.flatMap((day) => currencies.map((from) => `${day},${from},${to},1`))].join('\n')
}
