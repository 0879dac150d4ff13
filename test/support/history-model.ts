import type { Settings } from '../../functions/contract/books-change.ts'
import type { UploadId } from '../../functions/contract/ids.ts'
import { limits } from '../../functions/contract/limits.ts'
import { hashName } from '../../functions/domain/ingest/name-hasher.ts'
import type { SnapshotRecord } from '../../functions/domain/ledger/snapshot.ts'
import { type History, nameKey, recordOf } from './history.ts'
import type { HistoryFile } from './history-rows.ts'
import type { ModelUpload } from './model.ts'
import { type ModelSettings, ModelView } from './model-view.ts'

const rank: ModelSettings['rank'] = (of, name) => Number.parseInt(hashName(nameKey, of, name).slice(0, 12), 16)

/** What the model says of a snapshot, from the files it lists and the order in which people committed them. */
export async function modelOf(history: History, number: number): Promise<ModelView> {
  const order = await expectedOrder(history, number)
  const uploads = await Promise.all(order.map((id) => acceptedRows(history, id)))
  const { reportingCurrency, bands } = await expectedSettings(history, number)
  return new ModelView(uploads, { reportingCurrency, bands, rank })
}

export async function snapshotOf(history: History, number: number): Promise<SnapshotRecord> {
  const snapshot = await history.books.ledger.snapshot(number)
  if (!snapshot) throw new Error(`there is no snapshot ${number}`)
  return snapshot
}

/** The settings that people have committed so far, one after another. */
export async function expectedSettings(history: History, number: number): Promise<Settings> {
  let { settings } = (await snapshotOf(history, 0)).body
  for (let n = 1; n <= number; n++) {
    const { edit } = await snapshotOf(history, n)
    if (edit?.kind === 'currency') settings = { ...settings, reportingCurrency: edit.currency }
    if (edit?.kind === 'settings') {
      const { bands = settings.bands, objective = settings.objective, fourEyes = settings.fourEyes } = edit
      settings = { ...settings, bands, objective, fourEyes }
    }
  }
  return settings
}

/** The months that are closed once people have closed and opened them, one commit after another. */
export async function expectedClosed(history: History, number: number): Promise<string[]> {
  const closed = new Set<string>()
  for (let n = 1; n <= number; n++) {
    const { edit } = await snapshotOf(history, n)
    if (edit?.kind === 'close') for (const month of edit.months) closed.add(month)
    if (edit?.kind === 'reopen') for (const month of edit.months) closed.delete(month)
  }
  return [...closed].sort()
}

/**
 * A first commit goes to the end, a revert leaves its place free, a re-commit takes it again, a replacement takes the
 * place of what it replaces. A place holds one upload: which of those that replaced one another is committed again takes
 * out the one that stands there.
 */
export async function expectedOrder(history: History, number: number): Promise<UploadId[]> {
  const places: { id: UploadId; root: UploadId; listed: boolean }[] = []
  for (let n = 1; n <= number; n++) {
    const { action, upload } = await snapshotOf(history, n)
    if (upload === null) continue
    const id = upload as UploadId
    const own = places.find((place) => place.id === id)
    if (action === 'committed') places.push({ id, root: id, listed: true })
    else if (action === 'replaced') {
      const { replaces } = await recordOf(history, id)
      const old = places.find((place) => place.id === replaces) as (typeof places)[number]
      old.listed = false
      const last = places.findLastIndex((place) => place.root === old.root)
      places.splice(last + 1, 0, { id, root: old.root, listed: true })
    } else if (own) {
      for (const place of places) if (place.root === own.root) place.listed = false
      own.listed = action === 'recommitted'
    }
  }
  return places.filter(({ listed }) => listed).map(({ id }) => id)
}

/** The rows of an upload without the lines that its check left out. */
async function acceptedRows(history: History, id: UploadId): Promise<ModelUpload> {
  const record = await recordOf(history, id)
  const file = history.files.get(id) as HistoryFile
  const { problemsStaging } = record
  const problems = problemsStaging
    ? (await history.books.problems.list(id, problemsStaging, { limit: limits.problemsPageMax })).items
    : []
  const dropped = new Set(problems.map(({ line }) => line))
  const kept = <T>(rows: readonly T[]): T[] => rows.filter((_, at) => !dropped.has(at + 2))
  return {
    lifetime: file.options.figures === 'lifetime',
    results: kept(file.results),
    spends: kept(file.spends),
    creators: kept(file.creators),
    campaigns: kept(file.campaigns),
    aliases: kept(file.aliases),
    rates: kept(file.rates),
  }
}
