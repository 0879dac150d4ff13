import { useMemo, useState } from 'preact/hooks'
import type { CellMend } from '../../../../../functions/contract/cell-patch.ts'
import { limits } from '../../../../../functions/contract/limits.ts'
import type { Problem } from '../../../../../functions/contract/problem.ts'
import type { CheckOptions, Upload } from '../../../../../functions/contract/upload.ts'
import { useListedProblems } from '../../../api/upload-answers.ts'
import { useLines } from '../../../api/upload-lines.ts'
import { t } from '../../../messages/mending.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { lazy } from '../../../ui/lazy.tsx'
import { Answered } from '../../../ui/states.tsx'

const MendGrid = lazy(() => import('./mend-grid.tsx').then((m) => m.MendGrid))

type MendCardProps = {
  workspace: string
  upload: Upload
  /** With what it was checked; undefined while that is not known. */
  last: CheckOptions | undefined
  busy: boolean
  /** Null where it is not checked again any more. */
  onCheck: ((mends: readonly CellMend[]) => void) | null
}

/** Lines with problems or warnings, whose cells can be written anew instead of in the file. */
export function MendCard({ last, onCheck, ...rest }: MendCardProps) {
  const { upload } = rest
  const isClean = upload.rows.problems === 0 && flaggedLines(upload).length === 0
  if (!last || !onCheck || isClean || upload.asks > 0) return null
  const patches = last.patches ?? []
  return <LinesToMend key={JSON.stringify([upload.state, upload.rows])} {...rest} patches={patches} onCheck={onCheck} />
}

type LinesToMendProps = Pick<MendCardProps, 'workspace' | 'upload' | 'busy'> & {
  patches: readonly CellMend[]
  onCheck: (mends: readonly CellMend[]) => void
}

function LinesToMend({ workspace, upload, patches, busy, onCheck }: LinesToMendProps) {
  const place = { workspace, id: upload.id as string }
  const [isOpen, setOpen] = useState(false)
  const check = `${upload.state} ${upload.mappingVersion} ${upload.mended} ${JSON.stringify(upload.rows)}`
  const listed = useListedProblems(place, upload.rows.problems > 0 ? check : null).data
  const flagged = useMemo(() => flaggedLines(upload), [check])
  const found = useMemo(() => [...(listed?.problems ?? []), ...flagged], [listed, flagged])
  const lines = useMemo(() => [...new Set(found.map(({ line }) => line))].filter((line) => line > 0), [found])
  const wanted = useMemo(() => lines.slice(0, limits.linesShownMax), [lines])
  const answer = useLines(place, check, isOpen ? wanted : null)
  if (wanted.length === 0 || (upload.rows.problems > 0 && !listed)) return null
  const isMore = lines.length > wanted.length || upload.rows.problems > (listed?.problems.length ?? 0)
  return (
    <Card title={t('title')} note={t('note')}>
      <div class="upload-stack">
        <div class="actions">
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'close' : 'open')}
          </Button>
        </div>
        {isOpen && (
          <Answered answer={answer}>
            {(lines) => (
              <MendGrid lines={lines} problems={found} patches={patches} more={isMore} busy={busy} onCheck={onCheck} />
            )}
          </Answered>
        )}
      </div>
    </Card>
  )
}

/** What the lines that a warning names are to be looked at for. */
function flaggedLines({ warnings }: Pick<Upload, 'warnings'>): Problem[] {
  return warnings.flatMap(({ code, message, lines = [] }) =>
    lines.map((line) => ({ line, column: '', found: '', expected: '', code, message })),
  )
}
