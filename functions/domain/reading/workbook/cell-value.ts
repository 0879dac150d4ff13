import { parseDay } from '../../calendar.ts'
import { type CellFormat, generalFormat } from './cell-format.ts'
import { plainDigits } from './plain-digits.ts'
import { type DateSystem, readSerial } from './serial-date.ts'
import { dateType, numberType, plainType } from './shared-types.ts'
import { type CellFault, emptyCell, type TypedCell } from './typed-cell.ts'
import { unescapeText } from './unescape-text.ts'

/** A cell as it stands in the file. `value` is undefined where it has none, which is not the same as an empty one. */
export type RawCell = {
  type: string
  format: CellFormat | undefined
  formula: boolean
  value: string | undefined
  inline: string
}

export type CellValue = { text: string; typed: TypedCell }

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const isoDate = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)Z?)?$/
const nothing: CellValue = { text: '', typed: emptyCell }

/** What a cell says. The types are those of ECMA-376 Part 1, 18.18.11. */
export function readCell(cell: RawCell, texts: readonly string[], system: DateSystem): CellValue {
  const { type, value, formula } = cell
  if (type === 'inlineStr') return textValue(unescapeText(cell.inline), formula)
  if (value === undefined || (value === '' && type !== 'str')) {
    return formula ? fault('formula-without-value', '', formula) : nothing
  }
  if (type === 's') return sharedText(value, texts, formula)
  if (type === 'str') return textValue(unescapeText(value), formula)
  if (type === 'b')
    return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', typed: plainType('boolean', formula) }
  if (type === 'e') return { text: value, typed: plainType('error', formula) }
  if (type === 'd') return isoValue(value, formula)
  return numberValue(value.trim(), cell.format ?? generalFormat, formula, system)
}

function sharedText(index: string, texts: readonly string[], formula: boolean): CellValue {
  const text = texts[Number(index)]
  return text === undefined ? fault('no-such-text', '', formula) : textValue(text, formula)
}

const textValue = (text: string, formula: boolean): CellValue =>
  text === '' && !formula ? nothing : { text, typed: plainType('text', formula) }

function isoValue(value: string, formula: boolean): CellValue {
  const match = isoDate.exec(value)
  if (!match?.[1] || parseDay(match[1]) === undefined) return fault('no-such-date', value, formula)
  const time = match[2] === undefined || /^00:00:00(\.0+)?$/.test(match[2]) ? undefined : match[2]
  return { text: match[1], typed: { kind: 'date', formula, time } }
}

function numberValue(raw: string, format: CellFormat, formula: boolean, system: DateSystem): CellValue {
  const value = Number(raw)
  if (!number.test(raw) || !Number.isFinite(value)) return fault('not-a-number', raw, formula)
  if (format.shows === 'number') {
    const text = digitsOf(raw, value)
    const padded = format.zeros > text.length && /^\d+$/.test(text) ? text.padStart(format.zeros, '0') : text
    return { text: padded, typed: numberType(format, formula, isTooLong(value)) }
  }
  const read = readSerial(value, system, format.shows)
  if (read.kind === 'none') return fault('no-such-date', read.shown ?? digitsOf(raw, value), formula)
  if (read.kind === 'time') return { text: read.time, typed: plainType('time', formula) }
  return { text: read.date, typed: dateType(formula, read.time) }
}

/** Identifiers of 16 digits and more are whole in files of programs that write more digits than Excel has. */
const digitsOf = (raw: string, value: number): string => (/^\d{16,40}$/.test(raw) ? raw : plainDigits(value))

const isTooLong = (value: number): boolean => Math.abs(value) > Number.MAX_SAFE_INTEGER

const fault = (name: CellFault, text: string, formula: boolean): CellValue => ({
  text,
  typed: { kind: 'fault', formula, fault: name },
})
