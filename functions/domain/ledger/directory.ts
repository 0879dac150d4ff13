import * as z from 'zod'
import { CurrencyCode, MinorUnits } from '../../contract/money.ts'
import { Objective } from '../../contract/report.ts'
import { ByteWriter } from './codec/byte-writer.ts'
import { pack, unpack } from './codec/pack.ts'

const Day = z.int()
const text = z.string()

/** A row of one of the directory's files, typed. Creators and campaigns are name ids (48-bit integers). */
export const DirectoryRow = z.discriminatedUnion('row', [
  z.object({
    row: z.literal('creator'),
    line: z.int(),
    creator: z.int(),
    platform: text,
    followers: z.int().nullable(),
    /** Day of the count; null holds until a dated count is known. */
    day: Day.nullable(),
    niche: text.nullable(),
    region: text.nullable(),
  }),
  z.object({
    row: z.literal('campaign'),
    line: z.int(),
    campaign: z.int(),
    brand: text.nullable(),
    objective: Objective.nullable(),
    start: Day.nullable(),
    end: Day.nullable(),
    budgetMinor: MinorUnits.nullable(),
    currency: CurrencyCode.nullable(),
    /** Share of revenue that is gross profit, as a decimal text: `0.45`. */
    margin: text.nullable(),
    targetNiche: text.nullable(),
    brief: text.nullable(),
    targets: z.record(z.string(), z.string()),
  }),
  /** `name` null takes the alias back. */
  z.object({
    row: z.literal('alias'),
    line: z.int(),
    of: z.enum(['creator', 'campaign']),
    alias: z.int(),
    name: z.int().nullable(),
  }),
  z.object({ row: z.literal('fx'), line: z.int(), day: Day, from: CurrencyCode, to: CurrencyCode, rate: text }),
])
export type DirectoryRow = z.infer<typeof DirectoryRow>

/** What the directory says of a creator. `counts` are [platform, day or null, followers]. */
export const CreatorFacts = z.object({
  niche: text.nullable(),
  region: text.nullable(),
  counts: z.array(z.tuple([text, Day.nullable(), z.int()])),
})
export type CreatorFacts = z.infer<typeof CreatorFacts>

export const CampaignFacts = z.object({
  brand: text.nullable(),
  objective: Objective.nullable(),
  start: Day.nullable(),
  end: Day.nullable(),
  budgetMinor: MinorUnits.nullable(),
  currency: CurrencyCode.nullable(),
  margin: text.nullable(),
  targetNiche: text.nullable(),
  brief: text.nullable(),
  targets: z.record(z.string(), z.string()),
})
export type CampaignFacts = z.infer<typeof CampaignFacts>

/** Folded from all directory rows in fold order: of each field, and each dated count, the last one given counts. */
export const Directory = z.object({
  creators: z.array(z.tuple([z.int(), CreatorFacts])),
  campaigns: z.array(z.tuple([z.int(), CampaignFacts])),
  creatorAliases: z.array(z.tuple([z.int(), z.int()])),
  campaignAliases: z.array(z.tuple([z.int(), z.int()])),
})
export type Directory = z.infer<typeof Directory>

export const StoredRates = z.array(z.object({ day: Day, from: CurrencyCode, to: CurrencyCode, rate: text }))
export type StoredRates = z.infer<typeof StoredRates>

export const directoryVersion = 1

export const encodeDirectory = (directory: Directory): Uint8Array => packJson('directory', directory)
export const decodeDirectory = (bytes: Uint8Array): Directory => Directory.parse(unpackJson('directory', bytes))
export const encodeRates = (rates: StoredRates): Uint8Array => packJson('fx', rates)
export const decodeRates = (bytes: Uint8Array): StoredRates => StoredRates.parse(unpackJson('fx', bytes))
export const encodeDirectoryBlock = (rows: readonly DirectoryRow[]): Uint8Array => packJson('directoryBlock', rows)
export const decodeDirectoryBlock = (bytes: Uint8Array): DirectoryRow[] =>
  z.array(DirectoryRow).parse(unpackJson('directoryBlock', bytes))

function packJson(kind: 'directory' | 'fx' | 'directoryBlock', value: unknown): Uint8Array {
  const writer = new ByteWriter()
  writer.text(JSON.stringify(value))
  return pack(kind, directoryVersion, writer.done())
}

function unpackJson(kind: 'directory' | 'fx' | 'directoryBlock', bytes: Uint8Array): unknown {
  return JSON.parse(unpack(kind, directoryVersion, bytes).reader.text())
}
