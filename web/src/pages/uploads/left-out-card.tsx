import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/left-out.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'

type LeftOutCardProps = {
  lines: readonly number[]
  busy: boolean
  /** The file may still be checked again. */
  onTakeIn: ((lines: readonly number[]) => void) | null
}

const listedMax = 100

/** The lines that a person left out, and the way back for each. */
export function LeftOutCard({ lines, busy, onTakeIn }: LeftOutCardProps) {
  if (lines.length === 0) return null
  const listed = lines.slice(0, listedMax)
  const cut = lines.length > listedMax ? t('cut', { listed: formatCount(listedMax) }) : ''
  return (
    <Card title={t('title')} note={`${t('note', { count: formatCount(lines.length) })} ${cut}`}>
      <div class="upload-stack upload-narrow">
        {onTakeIn && (
          <div class="actions">
            <Button disabled={busy} onClick={() => onTakeIn(lines)}>
              {t('takeAllIn')}
            </Button>
          </div>
        )}
        <Table
          cards
          caption={t('title')}
          columns={columnsOf(onTakeIn, busy)}
          rows={listed.map((line) => ({ line }))}
          keyOf={({ line }) => String(line)}
        />
      </div>
    </Card>
  )
}

type Row = { line: number }

function columnsOf(onTakeIn: LeftOutCardProps['onTakeIn'], busy: boolean): Column<Row>[] {
  const line: Column<Row> = { id: 'line', header: t('line'), cell: (row) => formatCount(row.line) }
  if (!onTakeIn) return [line]
  const button = (row: Row) => (
    <Button disabled={busy} aria-label={t('takeInLine', { line: row.line })} onClick={() => onTakeIn([row.line])}>
      {t('takeIn')}
    </Button>
  )
  return [line, { id: 'step', header: t('step'), cell: button }]
}
