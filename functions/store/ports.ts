import type { Settings } from '../contract/books-change.ts'
import type { NameId, OwnerId, UploadId, WorkspaceId } from '../contract/ids.ts'
import type { Problem, ProblemCause } from '../contract/problem.ts'
import type { SavedViewId } from '../contract/saved-view.ts'
import type { ScenarioId } from '../contract/scenario.ts'
import type { SnapshotSummary } from '../contract/snapshot.ts'
import type { UploadKind } from '../contract/upload.ts'
import type { ChangeRecord } from '../domain/ledger/change-record.ts'
import type { PreviewRecord, SnapshotRecord } from '../domain/ledger/snapshot.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { ScenarioRecord } from '../domain/planner/scenario-record.ts'
import type { MappingRecord } from '../domain/reading/remembered/mapping-record.ts'
import type { VettingRecord } from '../domain/vetting/vetting-record.ts'
import type { ViewRecord } from '../domain/views/view-record.ts'

/**
 * Ports of one workspace's books. An adapter is opened for one workspace and starts every key with it, so that no
 * call can name another's. A lost condition throws `CodedError('conflict')`; a table that does not answer, is gone or
 * is full throws `CodedError('storage-unavailable')` after the SDK's own retries.
 */
export type Books = {
  ledger: Ledger
  uploads: Uploads
  changes: Changes
  parts: Parts
  problems: Problems
  names: Names
  chunks: Chunks
  stagings: Stagings
  refusals: Refusals
  mappings: Mappings
  scenarios: Scenarios
  vettings: Vettings
  views: Views
}

export type OpenBooks = (workspace: WorkspaceId) => Books

export type Head = {
  /** Number of the newest snapshot. */
  snapshot: number
  /** Secret key of the hashes that stand for names (32 bytes, base64url). */
  nameKey: string
}

export type Page<T> = { items: T[]; next: string | null }

export type Ledger = {
  head(): Promise<Head | undefined>
  /** Puts snapshot 0 and the head, if there is no head yet; a repeat changes nothing. */
  create(input: { nameKey: string; settings: Settings; at: string; by: string }): Promise<void>
  snapshot(number: number): Promise<SnapshotRecord | undefined>
  /** Newest first, without bodies. `cursor` is the number to continue below. */
  summaries(input: { limit: number; cursor?: string }): Promise<Page<SnapshotSummary>>
  preview(owner: OwnerId, staging: string): Promise<PreviewRecord | undefined>
  putPreview(owner: OwnerId, staging: string, preview: PreviewRecord): Promise<void>
  /**
   * One transaction: the head moves from `number - 1` to `number`, the snapshot is put, each upload (or the change) is
   * written if it still has the version it was read at, the staging is marked as committed, an audit entry is put. All or nothing.
   * Throws `HeadMoved` if another change came first, `CodedError('conflict')` if a record changed meanwhile.
   */
  publish(input: {
    snapshot: SnapshotRecord
    uploads: UploadRecord[]
    change?: ChangeRecord
    staging: { owner: OwnerId; id: string }
  }): Promise<void>
}

/** Another commit moved the head first: fold again on the new one. */
export class HeadMoved extends Error {
  constructor() {
    super('the head has moved')
    this.name = 'HeadMoved'
  }
}

export type OwnedRecord = { id: OwnerId; version: number; attempt: number; progress: object; task: object | null }

export type Records<R extends OwnedRecord> = {
  /** Puts a new record (version 0); throws `conflict` if the id exists. */
  create(record: R): Promise<void>
  get(id: R['id']): Promise<R | undefined>
  /** Newest first. */
  list(input: { limit: number; cursor?: string }): Promise<Page<R>>
  /** Writes `record` with version + 1 if the stored version is still `record.version`; returns what was written. */
  update(record: R): Promise<R>
  /** Shows progress of attempt `attempt` while the task runs, without touching the version; throws `conflict` if the attempt is over. */
  progress(id: R['id'], attempt: number, progress: R['progress']): Promise<void>
}

export type Uploads = Records<UploadRecord>
/** Changes of the books that are no uploads. */
export type Changes = Records<ChangeRecord>

export type PartMeta = {
  part: number
  /** Bytes of the file in this part. */
  bytes: number
  storedBytes: number
  /** SHA-256 of the stored gzip member, hex. */
  sha256: string
}

export type Parts = {
  /**
   * Keeps a part, or other bytes in its place, together with what lists it, and only while the upload is receiving:
   * throws `CodedError('upload-state')` if it is not at the moment of the write, and leaves all as it was.
   */
  put(upload: UploadId, meta: PartMeta, stored: Uint8Array): Promise<void>
  /** What has arrived, by part number. Cheap: does not read the bytes. */
  list(upload: UploadId): Promise<PartMeta[]>
  /** The very bytes that were sent (one gzip member). */
  get(upload: UploadId, part: number): Promise<Uint8Array | undefined>
}

export type Problems = {
  /** Replaces what stood under this staging. At most `limits.problemsListedMax` and `limits.problemCausesListedMax`. */
  put(upload: UploadId, staging: string, problems: Problem[], causes?: ProblemCause[]): Promise<void>
  list(upload: UploadId, staging: string, input: { limit: number; cursor?: string }): Promise<Page<Problem>>
  /** None where they were not kept: they were found by an earlier version. */
  causes(upload: UploadId, staging: string): Promise<ProblemCause[]>
}

export type NameEntry = {
  id: string
  kind: 'creator' | 'campaign'
  /** As first seen in a file. */
  text: string
  /** The whole keyed hash (hex), of which `id` is a part: two texts never share an id. */
  hash: string
}

export type Names = {
  get(ids: string[]): Promise<Map<string, NameEntry>>
  /** Puts entries that are not there yet; existing ones stay as they are. */
  put(entries: NameEntry[]): Promise<void>
  all(): Promise<Map<string, NameEntry>>
}

/** Two name ids that are not one, in no order. */
export type RefusedPair = { of: 'creator' | 'campaign'; names: [string, string] }
export type Refusal = RefusedPair & { by: string; at: string }

/** Merges that somebody looked at and refused. No report reads them, so that they stand beside the snapshots. */
export type Refusals = {
  /** By ids. */
  list(of: RefusedPair['of']): Promise<Refusal[]>
  /** A pair that is refused already is refused by whoever says so last. */
  put(refusals: Refusal[]): Promise<void>
  /** Pairs that are not refused are no failure. */
  remove(pairs: RefusedPair[]): Promise<void>
}

/** How files of each shape are read. No report reads them: what counts is what was read by them. */
export type Mappings = {
  /** By kind. At most `limits.mappingsMax`, but for those made at once. */
  list(): Promise<MappingRecord[]>
  find(kind: UploadKind, shape: string): Promise<MappingRecord | undefined>
  /** Throws `conflict` if there is one for this kind and shape. */
  create(record: MappingRecord): Promise<void>
  /** Writes `record` with version + 1 if the stored version is still `record.version`; returns what was written. */
  update(record: MappingRecord): Promise<MappingRecord>
  /** Notes when it was used, without touching the version; one that was forgotten is no failure. */
  used(record: MappingRecord, use: { at: string; upload: UploadId }): Promise<void>
  remove(record: MappingRecord): Promise<void>
}

/** Saved plans. They never change: each is put once and removed. */
export type Scenarios = {
  /** By id, thus by when they were saved. At most `limits.scenariosMax`, but for those saved at once. */
  list(): Promise<ScenarioRecord[]>
  find(id: ScenarioId): Promise<ScenarioRecord | undefined>
  put(record: ScenarioRecord): Promise<void>
  /** One that is gone already is no failure. */
  remove(id: ScenarioId): Promise<void>
}

/** Notes on creators, and the shortlist. No report reads them, so that they stand beside the snapshots. */
export type Views = {
  /** By id, thus by when they were saved; of everybody. At most `limits.viewsMax`, but for those saved at once. */
  list(): Promise<ViewRecord[]>
  find(id: SavedViewId): Promise<ViewRecord | undefined>
  /** A new one; a repeat changes nothing. */
  put(record: ViewRecord): Promise<void>
  /** Writes `record` with version + 1 if the stored version is still `record.version`; returns what was written. Throws `conflict`. */
  update(record: ViewRecord): Promise<ViewRecord>
  /** One that is gone already is no failure. */
  remove(id: SavedViewId): Promise<void>
}

export type Vettings = {
  /** By the name that they were said of; those that say something. */
  list(): Promise<VettingRecord[]>
  get(creator: NameId): Promise<VettingRecord | undefined>
  /** Writes `record` with version + 1 if the stored version is still `record.version`, or none is stored; returns what was written. Throws `conflict`. */
  put(record: VettingRecord): Promise<VettingRecord>
}

/** One immutable binary item: `place` is what follows the workspace in the partition key (`MONTH#2026-03`, `DIRECTORY`). */
export type ChunkKey = { place: string; key: string }

export type Chunks = {
  /**
   * In the order asked for; throws a plain Error naming the key if one is missing. Kept in memory up to a bound: they
   * never change. `uncached` asks the table for all of them, and keeps none.
   */
  read(keys: ChunkKey[], options?: { uncached: boolean }): Promise<Uint8Array[]>
  write(chunks: (ChunkKey & { bytes: Uint8Array })[]): Promise<void>
  /** Keys of a place that start with `prefix`. */
  list(place: string, prefix: string): Promise<string[]>
  remove(keys: ChunkKey[]): Promise<void>
}

/** Which stagings an upload or a change has begun and where they wrote: what the sweep needs to find what never became visible. */
export type Stagings = {
  /** Records, before anything is written under it, that `staging` may write to `places`. Adds to what is known. */
  note(owner: OwnerId, staging: string, places: string[]): Promise<void>
  list(owner: OwnerId): Promise<{ staging: string; places: string[]; committed: boolean }[]>
  /** Removes the preview and forgets the places in `swept`; the problems stay, and the staging is listed still. */
  keepProblems(owner: OwnerId, staging: string, swept: string[]): Promise<void>
  /** Removes the preview, the problems and what was noted. */
  forget(owner: OwnerId, staging: string): Promise<void>
}

/** Hands an upload or a change with a task to the worker. At least once, in any order; the task itself is in the record. */
export type Queue = { send(workspace: WorkspaceId, owner: OwnerId): Promise<void> }
