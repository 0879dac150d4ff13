import type { Reading, ReadingTable } from '../../../../../functions/contract/reading.ts'
import { formatCount } from '../../../format/format.ts'
import { t } from '../../../messages/reading.ts'
import { Choices } from '../../../ui/choices.tsx'
import type { ReadingEdits } from './reading-edits.ts'

type PlacePartProps = {
  reading: Reading
  edits: ReadingEdits
  /** Asked for elsewhere on the page. */
  asked: readonly string[]
  onChange: (edits: ReadingEdits) => void
  disabled: boolean
}

/** Which sheet of a workbook, and which of the tables that stand in a sheet or file. */
export function PlacePart({ reading, edits, asked, onChange, disabled }: PlacePartProps) {
  const tables = reading.tables.map((table, at) => ({ table, at })).filter(({ table }) => table.rows > 0)
  const sheets = reading.sheets.length > 1 && !asked.includes('sheet')
  const sheet = edits.sheet ?? reading.sheet ?? ''
  const { sheet: _, table: __, ...rest } = edits
  return (
    <>
      {sheets && (
        <label class="field reading-value">
          <span>{t('sheet')}</span>
          <select
            class="input"
            value={sheet}
            disabled={disabled}
            onChange={({ currentTarget: { value } }) =>
              onChange(value === reading.sheet ? rest : { ...rest, sheet: value })
            }
          >
            {reading.sheets.map(({ name, state, rows }) => (
              <option key={name} value={name}>
                {t(state === 'visible' ? 'sheetOption' : 'sheetHidden', { name, rows: formatCount(rows) })}
              </option>
            ))}
          </select>
        </label>
      )}
      {tables.length > 1 && sheet === (reading.sheet ?? '') && !asked.includes('table') && (
        <TableChoice
          tables={tables}
          value={edits.table ?? reading.table}
          disabled={disabled}
          onTable={(table) => onChange(table === reading.table ? rest : { ...rest, table })}
        />
      )}
    </>
  )
}

type TableChoiceProps = {
  tables: { table: ReadingTable; at: number }[]
  value: number
  disabled: boolean
  onTable: (table: number) => void
}

const radiosMax = 8

function TableChoice({ tables, value, disabled, onTable }: TableChoiceProps) {
  if (tables.length <= radiosMax && !disabled) {
    return (
      <Choices
        legend={t('table')}
        value={String(value)}
        choices={tables.map(({ table, at }) => ({ value: String(at), label: linesOf(table), hint: hintOf(table) }))}
        onChoose={(at) => onTable(Number(at))}
      />
    )
  }
  return (
    <label class="field reading-value">
      <span>{t('table')}</span>
      <select
        class="input"
        value={String(value)}
        disabled={disabled}
        onChange={(event) => onTable(Number(event.currentTarget.value))}
      >
        {tables.map(({ table, at }) => (
          <option key={at} value={String(at)}>
            {`${linesOf(table)} · ${hintOf(table)}`}
          </option>
        ))}
      </select>
    </label>
  )
}

const linesOf = ({ firstLine, lastLine }: ReadingTable): string =>
  t('tableOption', { first: formatCount(firstLine), last: formatCount(lastLine) })

const headersNamedMax = 6

function hintOf({ rows, headers, headerLine }: ReadingTable): string {
  const named = headers.filter((header) => header.trim() !== '').slice(0, headersNamedMax)
  if (headerLine === null || named.length === 0) return t('tableBare', { rows: formatCount(rows) })
  return t('tableHint', { rows: formatCount(rows), headers: named.join(', ') })
}
