import { StagingId } from '../../functions/contract/ids.ts'
import { noDay } from '../../functions/domain/calendar.ts'
import type { Block } from '../../functions/domain/ledger/block.ts'
import { cellSums, qualitySums } from '../../functions/domain/ledger/cell-sums.ts'
import type { Directory, DirectoryRow, StoredRates } from '../../functions/domain/ledger/directory.ts'
import { measureCount } from '../../functions/domain/ledger/measures.ts'
import type { KeyIndex } from '../../functions/domain/ledger/month-index.ts'
import type { DayCells, Quality, Rollup } from '../../functions/domain/ledger/rollup.ts'
import type { SnapshotBody } from '../../functions/domain/ledger/snapshot.ts'
import { anInstant, someSettings, uploadId } from '../support/builders.ts'

/*
 * What the files in `fixtures/` hold. Format 1 wrote those files once; they are never written again, and a later
 * format adds files of its own.
 */

const ints = (...values: number[]): Int32Array => Int32Array.from(values)
const floats = (...values: number[]): Float64Array => Float64Array.from(values)
const day = 20_526
const anna = 0x0123456789ab
const bob = 0xfedcba987654
const spring = 0x00000000000f

export const aBlock: Block = {
  lifetime: false,
  currencies: ['USD', 'JPY'],
  texts: ['INV-1', 'fee', 'Größe 😀'],
  subjects: [
    { creator: anna, campaign: spring, platform: 'instagram', post: 'p-1', published: day - 2 },
    { creator: bob, campaign: 0, platform: '', post: '', published: noDay },
  ],
  results: {
    count: 3,
    line: ints(2, 3, 5),
    subject: ints(0, 0, 1),
    day: ints(day, day + 1, day),
    mask: ints(0b11_1111_1111_111, 0b10, 0b10_0000_0000),
    currency: ints(0, -1, 1),
    values: Array.from({ length: measureCount }, (_, m) => floats(1000 + m, m === 1 ? 77 : 0, m === 9 ? -5000 : 0)),
  },
  spends: {
    count: 2,
    line: ints(2, 6),
    subject: ints(0, 1),
    day: ints(day, day + 3),
    amount: floats(123_456_789_012_34, -1),
    currency: ints(0, 1),
    status: ints(3, 0),
    identity: ints(1, 0),
    lineId: ints(0, -1),
    category: ints(1, -1),
    reference: ints(2, -1),
    periodStart: ints(noDay, day - 30),
    periodDays: ints(0, 61),
  },
}

const staging = StagingId.parse('0123456789abcdefghij')
const chunk = { staging, slices: 1, digest: '00112233445566778899aabbccddeeff' }
const sumsOf = (count: number): Float64Array[] =>
  cellSums.map((_, s) => Float64Array.from({ length: count }, (__, cell) => (s % 3 === 0 ? 0 : s * 1000 + cell - 500)))

export const aRollup: Rollup = {
  header: {
    month: '2026-03',
    inputs: {
      uploads: [{ upload: uploadId(1), staging, blocks: 2 }],
      limits: [['LINV-1', [[uploadId(1), 0]]]],
      rates: { uses: [['JPY', [day, day + 1]]], digest: 'ffeeddccbbaa99887766554433221100' },
      currency: 'USD',
    },
    totals: [{ measure: 'spend', currency: 'USD', amountMinor: 9_007_199_254_740_991, rows: 3 }],
    lastSpend: day + 3,
    lastResult: noDay,
    days: [{ day, ...chunk }],
    index: chunk,
    quality: { ...chunk, slices: 2 },
  },
  cells: {
    count: 2,
    creators: [0, anna],
    campaigns: [spring],
    platforms: ['', 'tiktok'],
    creator: ints(0, 1),
    campaign: ints(0, 0),
    platform: ints(0, 1),
    firstDay: ints(day, day + 1),
    lastDay: ints(day + 9, day + 1),
    firstPost: ints(noDay, day - 20),
    given: ints(0, 0b11),
    sums: sumsOf(2),
  },
  observations: { count: 1, creator: ints(1), platform: ints(1), day: ints(day), followers: floats(48_200) },
}

export const aDay: DayCells = { day, count: 2, cell: ints(0, 7), given: ints(0, 0b1000_0000_0000_0), sums: sumsOf(2) }

export const aQuality: Quality = {
  count: 2,
  cell: ints(0, 7),
  day: ints(day, day + 1),
  sums: qualitySums.map((_, q) => floats(q === 0 ? 2 : -3_214_567_890 * q, q + 1)),
}

export const anIndex: KeyIndex = new Map([
  ['C1|2', [{ upload: uploadId(1), won: 0, beside: 3 }]],
  ['LINV-1', [{ upload: uploadId(1), won: 1, beside: 0 }]],
  [
    'LINV-2',
    [
      { upload: uploadId(1), won: 1, beside: 0 },
      { upload: uploadId(2), won: 1, beside: 0 },
    ],
  ],
  ['Ptiktok\u0000p😀', [{ upload: uploadId(2), won: 1 << 13, beside: 1 << 14 }]],
  ['Ptiktok\u0000p😁', [{ upload: uploadId(2), won: 0, beside: 1 }]],
])

export const aDirectory: Directory = {
  creators: [[anna, { niche: 'fitness', region: null, counts: [['tiktok', null, 500]] }]],
  campaigns: [
    [
      spring,
      {
        brand: 'Northwind',
        objective: 'sales',
        start: day,
        end: null,
        budgetMinor: 5_000_000,
        currency: 'USD',
        margin: '0.45',
        targetNiche: null,
        brief: null,
        targets: { cpa: '14.00' },
      },
    ],
  ],
  creatorAliases: [[bob, anna]],
  campaignAliases: [],
}

export const someRates: StoredRates = [{ day, from: 'EUR', to: 'USD', rate: '1.0842' }]

export const someDirectoryRows: DirectoryRow[] = [
  { row: 'creator', line: 2, creator: anna, platform: '', followers: 9, day: null, niche: null, region: 'DE' },
  { row: 'alias', line: 3, of: 'creator', alias: bob, name: null },
  { row: 'fx', line: 4, day, from: 'EUR', to: 'USD', rate: '1.0842' },
]

const listed: Pick<SnapshotBody, 'uploads' | 'months' | 'directory' | 'fx'> = {
  uploads: [
    {
      order: 1,
      seq: 1,
      id: uploadId(1),
      kind: 'spend',
      filename: 'march.csv',
      staging,
      blocks: { 'MONTH#2026-03': 2 },
    },
  ],
  months: [{ month: '2026-03', staging, slices: 1 }],
  directory: { staging, slices: 1 },
  fx: null,
}

/** What a body of format 1 says: no month could be closed, nor two people required. */
export const aBody1: SnapshotBody = { format: 3, settings: someSettings, ...listed, closings: [] }

export const aBody2: SnapshotBody = {
  ...aBody1,
  settings: { ...someSettings, fourEyes: true },
  closings: [
    {
      month: '2026-01',
      closed: { snapshot: 3, at: anInstant, by: 'admin@example.com', reason: null },
      reopened: { snapshot: 7, at: anInstant, by: 'admin@example.com', reason: 'A late invoice' },
      restated: { snapshot: 5, at: anInstant, by: 'admin@example.com', reason: 'Größe 😀', times: 2 },
    },
    {
      month: '2026-02',
      closed: { snapshot: 4, at: anInstant, by: 'admin@example.com', reason: null },
      reopened: null,
      restated: null,
    },
  ],
}

export const aBody3: SnapshotBody = {
  ...aBody2,
  settings: {
    ...aBody2.settings,
    dealCosts: { currency: 'USD', hours: 6.5, hourlyMinor: 4500, otherMinor: 12_000 },
  },
}
