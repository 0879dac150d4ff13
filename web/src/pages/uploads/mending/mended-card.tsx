import type { CellMend, CellPatch } from '../../../../../functions/contract/cell-patch.ts'
import type { Upload } from '../../../../../functions/contract/upload.ts'
import { usePatches } from '../../../api/upload-lines.ts'
import { formatCount, formatInstant } from '../../../format/format.ts'
import { t } from '../../../messages/mending.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Answered } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'

type MendedCardProps = {
  workspace: string
  upload: Upload
  busy: boolean
  /** Brings back what the file has; null where it is not checked again any more. */
  onTakeBack: ((mends: readonly CellMend[]) => void) | null
}

/** Which cells are read as something else than what the file has, and who wrote that. */
export function MendedCard({ workspace, upload, busy, onTakeBack }: MendedCardProps) {
  const isKnown = upload.mended > 0 && upload.state !== 'checking'
  const check = isKnown ? `${upload.state} ${upload.mended} ${JSON.stringify(upload.rows)}` : null
  const answer = usePatches({ workspace, id: upload.id as string }, check)
  if (!isKnown) return null
  return (
    <Card title={t('mended')} note={t('mendedNote')}>
      <Answered answer={answer}>
        {({ patches }) => (
          <div class="upload-stack upload-narrow">
            <Table
              cards
              caption={t('mended')}
              columns={columnsOf(onTakeBack, busy)}
              rows={patches}
              keyOf={({ line, cell }) => `${line} ${cell}`}
            />
            {onTakeBack && patches.length > 1 && (
              <div class="actions">
                <Button disabled={busy} onClick={() => onTakeBack(patches.map(asItWas))}>
                  {t('takeAllBack')}
                </Button>
              </div>
            )}
          </div>
        )}
      </Answered>
    </Card>
  )
}

const asItWas = ({ line, cell, old }: CellPatch): CellMend => ({ line, cell, old, new: old })

function columnsOf(onTakeBack: MendedCardProps['onTakeBack'], busy: boolean): Column<CellPatch>[] {
  const text = (value: string) => (
    <span class="upload-cell" dir="auto">
      {value.trim() === '' ? t('blank') : value}
    </span>
  )
  const nameOf = ({ column, cell }: CellPatch) => (column === '' ? t('unnamed', { cell }) : column)
  const columns: Column<CellPatch>[] = [
    { id: 'line', header: t('line'), cell: ({ line }) => formatCount(line) },
    { id: 'column', header: t('column'), cell: (patch) => text(nameOf(patch)) },
    { id: 'old', header: t('old'), cell: ({ old }) => text(old) },
    { id: 'now', header: t('now'), cell: (patch) => text(patch.new) },
    { id: 'by', header: t('by'), cell: ({ by, at }) => text(`${by}, ${formatInstant(at)}`) },
  ]
  if (!onTakeBack) return columns
  const button = (patch: CellPatch) => (
    <Button
      disabled={busy}
      aria-label={t('takeBackCell', { line: patch.line, column: nameOf(patch) })}
      onClick={() => onTakeBack([asItWas(patch)])}
    >
      {t('takeBack')}
    </Button>
  )
  return [...columns, { id: 'step', header: t('step'), cell: button }]
}
