import type { FlagCode, Upload } from '../../../../functions/contract/upload.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/left-out.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'

type LeftOutCardProps = {
  lines: readonly number[]
  /** Warnings whose lines are left out, and what the last check found of them. */
  codes: readonly FlagCode[]
  leftOut: Upload['leftOut']
  busy: boolean
  /** The file may still be checked again. */
  onTakeIn: ((lines: readonly number[]) => void) | null
  onTakeFlaggedIn: ((code: FlagCode) => void) | null
}

const listedMax = 100

/** The lines that a person left out, and the way back for each. */
export function LeftOutCard({ lines, codes, leftOut, busy, onTakeIn, onTakeFlaggedIn }: LeftOutCardProps) {
  if (lines.length + codes.length === 0) return null
  const flagged = codes.map((code) => (
    <FlaggedOut key={code} code={code} leftOut={leftOut} busy={busy} onTakeIn={onTakeFlaggedIn} />
  ))
  if (lines.length === 0) return <Card title={t('title')}>{flagged}</Card>
  const listed = lines.slice(0, listedMax)
  const cut = lines.length > listedMax ? t('cut', { listed: formatCount(listedMax) }) : ''
  return (
    <Card title={t('title')} note={`${t('note', { count: formatCount(lines.length) })} ${cut}`}>
      <div class="upload-stack upload-narrow">
        {flagged}
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

type FlaggedOutProps = Pick<LeftOutCardProps, 'leftOut' | 'busy'> & {
  code: FlagCode
  onTakeIn: LeftOutCardProps['onTakeFlaggedIn']
}

/** What was left out by a warning, however many lines it names, and the way back. */
function FlaggedOut({ code, leftOut, busy, onTakeIn }: FlaggedOutProps) {
  const found = leftOut.filter((of) => of.code === code)
  return (
    <div class="upload-stack">
      {found.length === 0 && <p>{t('flaggedNone', { code })}</p>}
      {found.map(({ rows, message }) => (
        <p key={message} dir="auto">
          {t('flaggedOut', { count: formatCount(rows), message })}
        </p>
      ))}
      {onTakeIn && (
        <div class="actions">
          <Button disabled={busy} onClick={() => onTakeIn(code)}>
            {t('takeFlaggedIn')}
          </Button>
        </div>
      )}
    </div>
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
