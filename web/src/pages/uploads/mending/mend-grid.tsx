import { useMemo, useRef, useState } from 'preact/hooks'
import type { CellMend, UploadLines } from '../../../../../functions/contract/cell-patch.ts'
import { limits } from '../../../../../functions/contract/limits.ts'
import type { Problem } from '../../../../../functions/contract/problem.ts'
import { formatCount } from '../../../format/format.ts'
import { t } from '../../../messages/mending.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { MendCell } from './mend-cell.tsx'
import './mending.css'
import {
  arrangeMends,
  isFaulty,
  linesOnPage,
  type MendColumn,
  type MendEdits,
  type MendLine,
  makeMendModel,
  textOf,
  toEdits,
  withEdit,
} from './mend-model.ts'

type MendGridProps = {
  lines: UploadLines
  problems: readonly Problem[]
  /** What was mended before. */
  patches: readonly CellMend[]
  /** Other lines have problems too. */
  more: boolean
  busy: boolean
  onCheck: (mends: readonly CellMend[]) => void
}

/** The cells of lines with problems, to be written anew. */
export function MendGrid({ lines, problems, patches, more, busy, onCheck }: MendGridProps) {
  const model = useMemo(() => makeMendModel(lines, problems), [lines, problems])
  const mended = useMemo(() => toEdits(patches), [patches])
  const [edits, setEdits] = useState<MendEdits>(new Map())
  const [page, setPage] = useState(0)
  const [showAll, setShowAll] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const { columns, rows } = arrangeMends(model, page, showAll)
  const write = (mend: CellMend) => setEdits(withEdit(edits, mended, mend))
  const move = (place: { column: number; step: number }) => focusNext(grid.current, place)
  const isFull = new Set([...mended.keys(), ...edits.keys()]).size > limits.patchesMax
  return (
    <div class="upload-stack mend-grid" ref={grid}>
      <p class="quiet small">{t('keys')}</p>
      <Table
        cards
        caption={t('grid')}
        columns={[
          lineColumn,
          whatColumn,
          ...columns.map((column) => cellColumn(column, { edits, mended, busy, write, move })),
        ]}
        rows={rows}
        keyOf={({ line }) => String(line)}
      />
      <div class="actions">
        {model.total > linesOnPage && <Pages page={page} total={model.total} onPage={setPage} />}
        {columns.length < model.columns.length || showAll ? (
          <Button onClick={() => setShowAll(!showAll)}>{t(showAll ? 'fewColumns' : 'allColumns')}</Button>
        ) : null}
      </div>
      {more && <p class="quiet small">{t('more')}</p>}
      <p class="small" role="status">
        {isFull ? t('tooMany', { max: formatCount(limits.patchesMax) }) : sayChanged(edits.size)}
      </p>
      <div class="actions">
        <Button kind="main" disabled={busy || edits.size === 0 || isFull} onClick={() => onCheck([...edits.values()])}>
          {t('check')}
        </Button>
        <Button disabled={busy || edits.size === 0} onClick={() => setEdits(new Map())}>
          {t('undoAll')}
        </Button>
      </div>
    </div>
  )
}

function sayChanged(count: number): string {
  if (count === 0) return t('unchanged')
  return count === 1 ? t('changedOne') : t('changed', { count: formatCount(count) })
}

type PagesProps = { page: number; total: number; onPage: (page: number) => void }

function Pages({ page, total, onPage }: PagesProps) {
  const first = page * linesOnPage + 1
  const last = Math.min(total, first + linesOnPage - 1)
  return (
    <>
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t('previous')}
      </Button>
      <span class="small">{t('page', { first, last, total })}</span>
      <Button disabled={last === total} onClick={() => onPage(page + 1)}>
        {t('next')}
      </Button>
    </>
  )
}

const lineColumn: Column<MendLine> = { id: 'line', header: t('line'), cell: ({ line }) => formatCount(line) }

const whatColumn: Column<MendLine> = {
  id: 'what',
  header: t('what'),
  cell: ({ line, problems }) => (
    <ul class="mend-problems">
      {problems.map(({ message, column }, at) => (
        <li key={at} id={problemId(line, column)} class="upload-message" dir="auto">
          {message}
        </li>
      ))}
    </ul>
  ),
}

const problemId = (line: number, column: string): string => `mend-${line}-${column.replace(/\W+/g, '-')}`

type Cells = {
  edits: MendEdits
  mended: MendEdits
  busy: boolean
  write: (mend: CellMend) => void
  move: (place: { column: number; step: number }) => void
}

function cellColumn({ cell, column }: MendColumn, { edits, mended, busy, write, move }: Cells): Column<MendLine> {
  const name = column === '' ? t('unnamed', { cell }) : column
  return {
    id: String(cell),
    header: <span dir="auto">{name}</span>,
    cell: (row) => {
      const old = row.cells[cell - 1] ?? ''
      const faulty = isFaulty(row, cell, column)
      return (
        <MendCell
          label={t('cell', { line: row.line, column: name })}
          column={cell}
          old={old}
          text={textOf(edits, mended, row, cell)}
          checked={textOf(mended, mended, row, cell)}
          problemId={faulty ? problemId(row.line, column) : undefined}
          disabled={busy}
          onText={(text) => write({ line: row.line, cell, old, new: text })}
          onMove={(step) => move({ column: cell, step })}
        />
      )
    },
  }
}

/** The cell of the same column some lines on. */
function focusNext(grid: HTMLElement | null, { column, step }: { column: number; step: number }): void {
  const inputs: Element[] = [...(grid?.querySelectorAll(`input[data-column="${column}"]`) ?? [])]
  const at = document.activeElement ? inputs.indexOf(document.activeElement) : -1
  const next = inputs[at + step]
  if (next instanceof HTMLInputElement) next.focus()
}
