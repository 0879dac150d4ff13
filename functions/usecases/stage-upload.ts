import type { StagingId, UploadId } from '../contract/ids.ts'
import type { Progress, Warning } from '../contract/upload.ts'
import type { MonthIndex } from '../domain/calendar.ts'
import { digestOf } from '../domain/ledger/codec/digest.ts'
import type { KeyIndex } from '../domain/ledger/month-index.ts'
import type { ListedUpload, SnapshotRecord } from '../domain/ledger/snapshot.ts'
import type { Place, UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'
import { describeRestated, listRestated } from './agree-to-change.ts'
import { usedEarlierRates } from './earlier-rates.ts'
import { type Change, type StagedChange, stageChange } from './stage-change.ts'
import { linesPlace, writeLines } from './staged-lines.ts'
import { previewId, stagingId } from './staging-id.ts'

export type StagedUpload = StagedChange & {
  staging: StagingId
  base: number
  preview: string
  place: Place
  /** What a person who looks at the preview agrees to. */
  outcome: string
}

type StageUploadInput = {
  record: UploadRecord
  action: 'commit' | 'revert'
  base: SnapshotRecord
  /** Of a pass of a check; others stage under an id of their own. */
  staging?: StagingId
  own?: ReadonlyMap<MonthIndex, KeyIndex>
  onProgress?: (progress: Partial<Progress>) => Promise<void>
}

/** Stages the commit or revert of one upload on a base snapshot, and puts its preview unless there are problems. */
export async function stageUpload(
  deps: { books: Books; now: () => string },
  input: StageUploadInput,
): Promise<StagedUpload> {
  const { record, action, base } = input
  const { books } = deps
  const staging = input.staging ?? stagingId(record.id, action, record.attempt, base.number)
  const place = record.place ?? newPlace(record, base)
  const staged = await stageChange(deps, {
    base: base.body,
    change: action === 'revert' ? { action, upload: record.id } : commitOf(record, place, base),
    staging,
    ...(input.own ? { own: input.own } : {}),
    mayMove: record.options.moves === 'move',
    twinsDiffer: record.options.twins === 'differ',
    note: (places) => books.stagings.note(record.id, staging, places),
    onMonth: (months, monthsTotal) => input.onProgress?.({ months, monthsTotal }) ?? Promise.resolve(),
  })
  const isDirectory = Object.keys(record.checked?.blocks ?? {}).includes('DIRECTORY')
  const outcome = digestOf(
    JSON.stringify([
      staged.classes.count(),
      staged.classes.corrected(),
      staged.statuses,
      staged.classes.replaced(),
      staged.effect,
      // A correction in the directory is told by what it corrects.
      isDirectory && staged.classes.count().corrected > 0 ? [base.body.directory, base.body.fx] : null,
      record.totals,
      ...(staged.restates.length > 0 ? [staged.restates] : []),
    ]),
  )
  if (staged.problems.total === 0) {
    const { body, changes, reported, restates } = staged
    if (action === 'commit') {
      await books.stagings.note(record.id, staging, [linesPlace(record.id)])
      await writeLines(books, { upload: record.id, staging, classes: staged.classes })
    }
    await books.ledger.putPreview(record.id, staging, {
      base: base.number,
      stagedAt: deps.now(),
      changes,
      reported,
      restated: restates.map(({ month }) => month),
      closes: [],
      reopens: [],
      body,
    })
  }
  return { ...staged, staging, base: base.number, preview: previewId(record.id, staging), place, outcome }
}

/** A first commit goes to the end of the fold order, a replacement to the place of what it replaces. */
function newPlace(record: UploadRecord, base: SnapshotRecord): Place {
  const replaced = base.body.uploads.find(({ id }) => id === record.replaces)
  return { order: replaced?.order ?? base.number + 1, seq: base.number + 1 }
}

function commitOf(record: UploadRecord, place: Place, base: SnapshotRecord): Change {
  if (!record.checked) throw new Error(`upload ${record.id} was never checked`)
  const upload: ListedUpload = {
    ...place,
    id: record.id,
    kind: record.kind,
    filename: record.filename,
    staging: record.checked.staging,
    blocks: record.checked.blocks,
  }
  return { action: 'commit', upload, replaces: takenOutBy(record, base) }
}

/**
 * The upload that goes when this one is committed. A place holds one upload: a re-commit takes out which of those that
 * replaced one another stands there by now.
 */
export function takenOutBy({ id, place, replaces }: UploadRecord, base: SnapshotRecord): UploadId | null {
  if (!place) return replaces
  return base.body.uploads.find((listed) => listed.order === place.order && listed.id !== id)?.id ?? null
}

/** The record with what a staging found: the counts of lines, and its preview. */
export function withStaged(record: UploadRecord, staged: StagedUpload, action: 'commit' | 'revert'): UploadRecord {
  return {
    ...record,
    rows: action === 'commit' ? { ...record.rows, ...staged.classes.count() } : record.rows,
    linesStaging: action === 'commit' ? staged.staging : record.linesStaging,
    staged: {
      staging: staged.staging,
      base: staged.base,
      action,
      outcome: staged.outcome,
      reported: staged.reported,
      restated: staged.restates.map(({ month }) => month),
      restates: listRestated(staged.restates),
    },
    preview: staged.preview,
    previewAction: action,
    progress: { ...record.progress, months: staged.months, monthsTotal: staged.months },
    warnings: [
      ...record.warnings.filter(({ code }) => !stagingWarnings.includes(code)),
      ...statusWarning(staged),
      ...earlierRateWarning(staged),
      ...closedWarning(staged),
    ],
    task: null,
  }
}

const stagingWarnings = [
  'statuses-updated',
  'preview-changed',
  'recommit-conflict',
  'task-failed',
  'revert-refused',
  'earlier-rates',
  'closed-months',
  'commit-refused',
]

function statusWarning({ statuses }: StagedUpload): Warning[] {
  if (statuses === 0) return []
  return [
    {
      code: 'statuses-updated',
      message: `${statuses} rows are recorded already and take their payment status from this file.`,
      rows: statuses,
    },
  ]
}

function earlierRateWarning({ earlierRates }: StagedUpload): Warning[] {
  return earlierRates === null ? [] : [usedEarlierRates(earlierRates)]
}

function closedWarning({ restates }: StagedUpload): Warning[] {
  if (restates.length === 0) return []
  const message = describeRestated({ restated: restates.map(({ month }) => month), restates })
  return [{ code: 'closed-months', message, rows: 0 }]
}

export const previewChanged: Warning = {
  code: 'preview-changed',
  message: 'The books changed after you looked: this preview shows what the upload does now. Look again and confirm.',
  rows: 0,
}
