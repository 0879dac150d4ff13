import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { Books } from '../store/ports.ts'
import { fourEyesRefusal } from './agree-to-change.ts'
import { preparedBy } from './prepared-by.ts'
import { publishChange } from './publish-change.ts'
import { readHead } from './read-head.ts'
import { revertUnseen } from './request-revert.ts'
import { previewChanged, stageUpload, withStaged } from './stage-upload.ts'

type Deps = { books: Books; now: () => string }

const triesMax = 50

/**
 * Commits a snapshot that was folded without the upload. `seen`: a preview was agreed to; should the revert do
 * something else by now, the upload stays committed with the new preview.
 * @returns what to write to the record, or null where the transaction has written it
 */
export async function runRevert(
  deps: Deps,
  record: UploadRecord,
  { by, seen, reason }: { by: string; seen: boolean; reason: string | null },
): Promise<UploadRecord | null> {
  let current = record
  for (let tries = 0; tries < triesMax; tries++) {
    const { snapshot } = await readHead(deps.books)
    if (current.staged?.base !== snapshot.number || current.staged.action !== 'revert') {
      const staged = await stageUpload(deps, { record: current, action: 'revert', base: snapshot })
      const next = withStaged(current, staged, 'revert')
      if (seen && staged.outcome !== record.staged?.outcome) {
        return { ...next, state: 'committed', agreed: null, warnings: [...next.warnings, previewChanged] }
      }
      current = { ...next, state: 'reverting', task: record.task }
    }
    const refusal = refusalOf(current, { by, seen, reason, fourEyes: snapshot.body.settings.fourEyes })
    if (refusal) {
      const warnings = [...current.warnings, { code: 'revert-refused', message: refusal, rows: 0 }]
      return { ...current, state: 'committed', agreed: null, task: null, warnings }
    }
    const done = await publishChange(deps, {
      record: current,
      action: 'reverted',
      takesOut: null,
      by,
      reason,
      next: (number, at) => ({
        ...current,
        state: 'reverted',
        snapshot: number,
        preview: null,
        previewAction: null,
        staged: null,
        task: null,
        revertedBy: by,
        revertedAt: at,
      }),
    })
    if (done) return null
  }
  throw new Error(`upload ${record.id}: the head moved ${triesMax} times`)
}

const unagreed =
  'It was not reverted, because closed months would say something else: an admin can look at the preview and commit it with a reason.'

/** Why a revert may not go through after all: closed months that nobody gave a reason for, or one person alone. */
function refusalOf(
  record: UploadRecord,
  { by, seen, reason, fourEyes }: { by: string; seen: boolean; reason: string | null; fourEyes: boolean },
): string | null {
  if (record.staged && record.staged.restated.length > 0 && (reason === null || !seen)) return unagreed
  if (!fourEyes || record.sample) return null
  return seen ? fourEyesRefusal(by, preparedBy(record)) : revertUnseen
}
