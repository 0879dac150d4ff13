import type { SnapshotAction } from '../contract/snapshot.ts'
import type { ProblemLog } from '../domain/ingest/problems.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'
import { fourEyesRefusal } from './agree-to-change.ts'
import { preparedBy } from './prepared-by.ts'
import { publishChange } from './publish-change.ts'
import { readHead } from './read-head.ts'
import { rememberMapping } from './remember-mapping.ts'
import { runCheck } from './run-check.ts'
import { previewChanged, stageUpload, takenOutBy, withStaged } from './stage-upload.ts'

type Deps = { books: Books; now: () => string }

const triesMax = 50

/**
 * Commits what was agreed to. Where the head has moved, the change is staged anew on it: committed if it shows the
 * same as what was agreed to, else handed back with its new preview.
 * @returns what to write to the record, or null where the transaction has written it
 */
export async function runCommit(
  deps: Deps,
  record: UploadRecord,
  { by, reason }: { by: string; reason: string | null },
): Promise<UploadRecord | null> {
  const back = record.place ? 'reverted' : 'ready'
  let current = record
  for (let tries = 0; tries < triesMax; tries++) {
    const { snapshot } = await readHead(deps.books)
    if (current.staged?.base !== snapshot.number) {
      const staged = await stageUpload(deps, { record: current, action: 'commit', base: snapshot })
      if (staged.problems.total > 0) return handBack(deps, current, staged.problems, back)
      const next = withStaged(current, staged, 'commit')
      if (staged.outcome !== record.staged?.outcome) {
        return { ...next, state: back, agreed: null, warnings: [...next.warnings, previewChanged] }
      }
      current = { ...next, state: 'committing', task: record.task }
    }
    // Asked for before two people were required.
    const refusal = snapshot.body.settings.fourEyes ? fourEyesRefusal(by, preparedBy(current)) : null
    if (refusal) return refuseCommit(current, refusal, back)
    const place = current.place ?? (await placeOf(deps, current))
    // Before the books move: what is repeated after a crash remembers the same once more.
    const remembered = await rememberMapping(deps, current, by)
    const done = await publishChange(deps, {
      record: current,
      action: actionOf(record),
      takesOut: takenOutBy(current, snapshot),
      by,
      reason,
      next: (number, at) => ({
        ...current,
        place,
        mapping: remembered.mapping,
        mappingVersion: remembered.mapping?.version ?? 0,
        warnings: [...current.warnings, ...remembered.warnings],
        state: 'committed',
        snapshot: number,
        preview: null,
        previewAction: null,
        staged: null,
        task: null,
        committedBy: by,
        committedAt: at,
        replacedBy: null,
        revertedBy: null,
        revertedAt: null,
      }),
    })
    if (done) return null
  }
  throw new Error(`upload ${record.id}: the head moved ${triesMax} times`)
}

function refuseCommit(record: UploadRecord, message: string, back: 'ready' | 'reverted'): UploadRecord {
  const warnings = [...record.warnings, { code: 'commit-refused', message, rows: 0 }]
  return { ...record, state: back, agreed: null, task: null, warnings }
}

function actionOf(record: UploadRecord): SnapshotAction {
  return record.place ? 'recommitted' : record.replaces ? 'replaced' : 'committed'
}

/** The place that the staged snapshot gives the upload. */
async function placeOf(deps: Deps, record: UploadRecord): Promise<{ order: number; seq: number }> {
  const preview = record.staged && (await deps.books.ledger.preview(record.id, record.staged.staging))
  const listed = preview?.body.uploads.find(({ id }) => id === record.id)
  if (!listed) throw new Error(`upload ${record.id} is not in its own preview`)
  return { order: listed.order, seq: listed.seq }
}

/** Rows stand against what came meanwhile: the file is checked again, which lists them. */
async function handBack(
  deps: Deps,
  record: UploadRecord,
  problems: ProblemLog,
  back: 'ready' | 'reverted',
): Promise<UploadRecord> {
  if (back === 'reverted') return refuseRecommit(record, problems)
  const checked = await runCheck(deps, record, 'recheck')
  return { ...checked, agreed: null, warnings: [...checked.warnings, previewChanged] }
}

export function refuseRecommit(record: UploadRecord, problems: ProblemLog): UploadRecord {
  const warning = {
    code: 'recommit-conflict',
    message: `It cannot count again beside what the books hold now: ${problems.listed[0]?.message ?? ''}`,
    rows: problems.lines.size,
  }
  const warnings = [...record.warnings.filter(({ code }) => code !== warning.code), warning]
  return {
    ...record,
    state: 'reverted',
    progress: { ...record.progress, months: 0, monthsTotal: 0 },
    staged: null,
    preview: null,
    previewAction: null,
    agreed: null,
    task: null,
    warnings,
  }
}
