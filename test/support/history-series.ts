import fc from 'fast-check'
import { type HistoryFile, historyFile } from './history-rows.ts'
import { type SpendLine, type Status, statuses } from './model.ts'

/** How a file takes up an earlier one: which of its rows it has again, and what it says otherwise of the first. */
export type Again = { pick: number; keep: boolean[]; more: number; status: Status; twice: boolean }

export const again: fc.Arbitrary<Again | null> = fc.option(
  fc.record({
    pick: fc.nat(30),
    keep: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
    more: fc.constantFrom(0, 0, 5),
    status: fc.constantFrom(...statuses),
    twice: fc.boolean(),
  }),
  { freq: 2, nil: null },
)

/** The next file of a series: rows of its own, and some of an earlier file's, so that files overlap and correct. */
export function takeUp(file: HistoryFile, earlier: readonly HistoryFile[], from: Again | null): HistoryFile {
  const old = from && earlier[from.pick % Math.max(1, earlier.length)]
  if (!from || !old) return withoutRepeats(file)
  const kept = <T>(rows: readonly T[]): T[] => rows.filter((_, at) => from.keep[at % from.keep.length])
  const isSame = file.kind === old.kind && file.options.figures === old.options.figures
  const own = <T>(rows: readonly T[]): readonly T[] => (isSame ? rows : [])
  const corrected = (rows: SpendLine[]): SpendLine[] =>
    rows.map((row, at) => (at === 0 ? { ...row, amount: row.amount + from.more, status: from.status } : row))
  const spends = corrected(kept(old.spends))
  const twins = from.twice && old.kind === 'spend' ? spends.map((row) => ({ ...row, lineId: '' })) : []
  const next: HistoryFile = {
    kind: old.kind,
    options: { ...file.options, figures: old.options.figures },
    spoilt: isSame ? file.spoilt : [],
    results: [...kept(old.results), ...own(file.results)],
    spends: [...spends, ...twins, ...own(file.spends)],
    creators: [...kept(old.creators), ...own(file.creators)],
    campaigns: [...kept(old.campaigns), ...own(file.campaigns)],
    aliases: [...kept(old.aliases), ...own(file.aliases)],
    rates: [...kept(old.rates), ...own(file.rates)],
  }
  const isEmpty = [next.results, next.spends, next.creators, next.campaigns, next.aliases, next.rates].every(
    (rows) => rows.length === 0,
  )
  return withoutRepeats(isEmpty ? old : next)
}

/** A line id, and an entry of the directory, stands once in a file. */
function withoutRepeats(file: HistoryFile): HistoryFile {
  const ids = new Set<string>()
  const spends = file.spends.map((row) => {
    const repeated = row.lineId !== '' && ids.has(row.lineId)
    ids.add(row.lineId)
    return repeated ? { ...row, lineId: '' } : row
  })
  const once = <T>(rows: readonly T[], key: (row: T) => string): T[] => [
    ...new Map(rows.map((row) => [key(row), row])).values(),
  ]
  return {
    ...file,
    spends,
    creators: once(file.creators, ({ creator, platform, day }) => `${creator}|${platform}|${day}`),
    campaigns: once(file.campaigns, ({ campaign }) => campaign),
    aliases: once(file.aliases, ({ of, alias }) => `${of}|${alias}`),
    rates: once(file.rates, ({ day, from, to }) => `${day}|${from}|${to}`),
  }
}

/** Files that overlap. */
export const series = (
  length: { minLength: number; maxLength: number },
  change = (file: HistoryFile): HistoryFile => file,
) =>
  fc.array(fc.record({ file: historyFile, from: again }), { ...length, size: 'max' }).map((list) =>
    list.reduce<HistoryFile[]>((files, { file, from }) => {
      files.push(change(takeUp(file, files, from)))
      return files
    }, []),
  )
