import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readAll } from './read-all.ts'

const cell = fc.oneof(
  // Excel cannot tell an empty text from no cell.
  fc
    .string({ minLength: 1 })
    .filter((text) => ![...text].some((char) => char < ' ' || char > '\ufffd') && !text.includes('_x'))
    .map((text) => [text, text] as const),
  fc.integer({ min: -1e12, max: 1e12 }).map((units) => [units / 100, String(units / 100)] as const),
  fc.boolean().map((value) => [value, value ? 'TRUE' : 'FALSE'] as const),
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
    .map((day) => [new Date(`${day}T00:00:00Z`), day] as const),
  fc.constant([null, ''] as const),
)
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 })

const trimmed = (cells: readonly string[]): string[] => {
  const last = cells.findLastIndex((text) => text !== '')
  return cells.slice(0, last + 1)
}

test('any table of values that another program writes is read back to the same texts', () =>
  fc.assert(
    fc.asyncProperty(table, fc.constantFrom('1900' as const, '1904' as const), async (rows, dateSystem) => {
      const values = rows.map((row) => row.map(([value]) => value))
      const bytes = await writeXlsx({ sheets: [{ name: 'Data', rows: values }], dateSystem })
      const { records } = await readAll(bytes)
      const read = rows.map((_, i) => records.find(({ line }) => line === i + 1)?.cells ?? [])
      expect(read.map(trimmed)).toEqual(rows.map((row) => trimmed(row.map(([, text]) => text))))
    }),
    { numRuns: 60 },
  ))
