import { getOrAdd } from '../get-or-add.ts'
import type { CampaignFacts, CreatorFacts, Directory, DirectoryRow, StoredRates } from './directory.ts'

const noCreator = (): CreatorFacts => ({ niche: null, region: null, counts: [] })

const noCampaign = (): CampaignFacts => ({
  brand: null,
  objective: null,
  start: null,
  end: null,
  budgetMinor: null,
  currency: null,
  margin: null,
  targetNiche: null,
  brief: null,
  targets: {},
})

export type RowClass = 'new' | 'recorded' | 'corrected'

/**
 * Rows of one upload in an order of their own, not of the file's lines: of two lines of one creator that say different
 * niches the one with the later count is the last word. Other entries stand once in a file.
 */
export function sortDirectoryRows(rows: readonly DirectoryRow[]): DirectoryRow[] {
  const dayOf = (row: DirectoryRow): number => (row.row === 'creator' ? (row.day ?? Number.NEGATIVE_INFINITY) : 0)
  const placeOf = (row: DirectoryRow): string => (row.row === 'creator' ? row.platform : '')
  return rows.toSorted((a, b) => {
    const [dayA, dayB] = [dayOf(a), dayOf(b)]
    if (dayA !== dayB) return dayA < dayB ? -1 : 1
    const [placeA, placeB] = [placeOf(a), placeOf(b)]
    return placeA === placeB ? 0 : placeA < placeB ? -1 : 1
  })
}

/** Folds directory rows; apply them in fold order, those of one upload as `sortDirectoryRows` has them. */
export class DirectoryFold {
  readonly #creators = new Map<number, CreatorFacts & { byKey: Map<string, [string, number | null, number]> }>()
  readonly #campaigns = new Map<number, CampaignFacts>()
  readonly #aliases = { creator: new Map<number, number>(), campaign: new Map<number, number>() }
  readonly #rates = new Map<string, StoredRates[number]>()

  /** @returns what the row does to what stood before it */
  apply(row: DirectoryRow): RowClass {
    if (row.row === 'creator') return this.#applyCreator(row)
    if (row.row === 'campaign') return this.#applyCampaign(row)
    if (row.row === 'alias') return this.#applyAlias(row)
    const key = `${row.day}${row.from}${row.to}`
    const before = this.#rates.get(key)
    this.#rates.set(key, { day: row.day, from: row.from, to: row.to, rate: row.rate })
    return classify(before?.rate, row.rate)
  }

  #applyCreator(row: Extract<DirectoryRow, { row: 'creator' }>): RowClass {
    const known = this.#creators.has(row.creator)
    const facts = getOrAdd(this.#creators, row.creator, () => ({ ...noCreator(), byKey: new Map() }))
    const changes: RowClass[] = [known ? 'recorded' : 'new']
    for (const field of ['niche', 'region'] as const) {
      const value = row[field]
      if (value === null) continue
      changes.push(classify(facts[field] ?? undefined, value))
      facts[field] = value
    }
    if (row.followers !== null) {
      const key = `${row.day}|${row.platform}`
      changes.push(classify(facts.byKey.get(key)?.[2], row.followers))
      facts.byKey.set(key, [row.platform, row.day, row.followers])
    }
    return strongest(changes)
  }

  #applyCampaign(row: Extract<DirectoryRow, { row: 'campaign' }>): RowClass {
    const known = this.#campaigns.get(row.campaign)
    const facts = known ?? noCampaign()
    const { row: _row, line: _line, campaign, targets, ...fields } = row
    const changes: RowClass[] = [known ? 'recorded' : 'new']
    const next: Record<string, unknown> = { ...facts, targets: { ...facts.targets } }
    for (const [name, value] of Object.entries(fields)) {
      if (value === null) continue
      changes.push(classify(next[name] ?? undefined, value))
      next[name] = value
    }
    for (const [name, value] of Object.entries(targets)) changes.push(classify(facts.targets[name], value))
    this.#campaigns.set(campaign, { ...(next as CampaignFacts), targets: { ...facts.targets, ...targets } })
    return strongest(changes)
  }

  #applyAlias(row: Extract<DirectoryRow, { row: 'alias' }>): RowClass {
    const table = this.#aliases[row.of]
    const before = table.get(row.alias)
    if (row.name === null || row.name === row.alias) {
      table.delete(row.alias)
      return before === undefined ? 'recorded' : 'corrected'
    }
    table.set(row.alias, row.name)
    return classify(before, row.name)
  }

  directory(): Directory {
    const byId = <T>(map: Map<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b)
    return {
      creators: byId(this.#creators).map(([id, { niche, region, byKey }]) => [
        id,
        { niche, region, counts: [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count) },
      ]),
      campaigns: byId(this.#campaigns).map(([id, facts]) => [id, { ...facts, targets: sortedRecord(facts.targets) }]),
      creatorAliases: byId(this.#aliases.creator),
      campaignAliases: byId(this.#aliases.campaign),
    }
  }

  rates(): StoredRates {
    return [...this.#rates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rate]) => rate)
  }
}

const classify = (before: unknown, after: unknown): RowClass =>
  before === undefined ? 'new' : before === after ? 'recorded' : 'corrected'

function strongest(changes: readonly RowClass[]): RowClass {
  return changes.includes('corrected') ? 'corrected' : changes.includes('new') ? 'new' : 'recorded'
}

const sortedRecord = (record: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Where an alias leads, through further aliases; a circle ends at its lowest id, so that it has one end for all. */
export function resolveAliases(aliases: readonly (readonly [number, number])[]): Map<number, number> {
  const next = new Map(aliases)
  const resolved = new Map<number, number>()
  for (const start of next.keys()) {
    const path = [start]
    let at = next.get(start)
    while (at !== undefined && !path.includes(at)) {
      path.push(at)
      at = next.get(at)
    }
    const end = at === undefined ? (path.at(-1) as number) : Math.min(...path.slice(path.indexOf(at)))
    resolved.set(start, end)
  }
  return resolved
}
