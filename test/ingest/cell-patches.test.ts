import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellMend } from '../../functions/contract/cell-patch.ts'
import { csvRecords } from '../../functions/domain/ingest/csv-records.ts'
import { lines, readFile } from './read-file.ts'

const header = ['date', 'campaign', 'creator', 'amount', 'currency', 'line_id', 'note']
const good = fc.tuple(
  fc.constantFrom('2026-03-14', '2026-03-15'),
  fc.constantFrom('Spring', 'Grüße'),
  fc.constantFrom('@anna', 'Bo'),
  fc.constantFrom('12.50', '7', '-3.10'),
  fc.constantFrom('USD', 'EUR'),
  fc.nat(99).map((n) => `L${n}`),
  fc.constantFrom('', 'x'),
)
const table = fc
  .uniqueArray(good, { minLength: 1, maxLength: 12, selector: (row) => row[5] })
  .map((rows) => rows as string[][])
const hurt = fc.constantFrom('', 'x', '1.234.5', '2026-02-30', '12.345', '  ', 'n/a')

const write = (rows: readonly (readonly string[])[]): string => lines(...[header, ...rows].map((row) => row.join(',')))

test('a file with mended cells is read as the file in which they stand so', () => {
  fc.assert(
    fc.property(
      table.chain((rows) =>
        fc.record({
          rows: fc.constant(rows),
          hurts: fc.uniqueArray(fc.record({ row: fc.nat(rows.length - 1), at: fc.nat(header.length - 1), old: hurt }), {
            maxLength: 6,
            selector: ({ row, at }) => `${row} ${at}`,
          }),
        }),
      ),
      fc.constantFrom(7, 64, 1000),
      ({ rows, hurts }, pieceBytes) => {
        const broken = rows.map((row) => [...row])
        for (const { row, at, old } of hurts) (broken[row] as string[])[at] = old
        const isGone = (row: number): boolean => (broken[row] as string[]).every((cell) => cell.trim() === '')
        fc.pre(!hurts.some(({ row }) => isGone(row)))
        const patches: CellMend[] = hurts.map(({ row, at, old }) => ({
          line: row + 2,
          cell: at + 1,
          old,
          new: rows[row]?.[at] ?? '',
        }))
        expect(readFile({ file: write(broken), pieceBytes, options: { patches } })).toEqual(
          readFile({ file: write(rows), pieceBytes }),
        )
      },
    ),
  )
})

const file = lines(
  'date,campaign,creator,amount,currency',
  '2026-03-14,Spring,@anna,12x,USD',
  '',
  '2026-03-15,Spring,@bo,7',
)
const mend = (line: number, cell: number, old: string, now: string): CellMend => ({ line, cell, old, new: now })

test.each([
  ['another cell stands there', mend(2, 4, '12', '12.00'), 'Amount', '“12x” stands there'],
  ['the line is the header', mend(1, 1, 'date', 'day'), '', 'Line 1 is no row'],
  ['the line is blank', mend(3, 1, '', '2026-03-14'), '', 'Line 3 is no row'],
  ['the file is shorter', mend(40, 1, '', '2026-03-14'), '', 'Line 40 is no row'],
])('a change that does not fit the file stops it, whatever else would do: %s', (_, patch, __, says) => {
  const { problems, fatal } = readFile({ file, options: { patches: [patch] } })
  expect(fatal).toBe(true)
  expect(problems.filter(({ code }) => code === 'patch-mismatch')).toMatchObject([
    { line: 0, message: expect.stringContaining(says) },
  ])
})

test('a cell that the line lacks is there once it is written', () => {
  const patches = [mend(2, 4, '12x', '12'), mend(4, 5, '', 'USD')]
  expect(readFile({ file, options: { patches } })).toMatchObject({ total: 0, counts: { read: 2, valid: 2 } })
})

test('records have the lines that a check numbers them by, however the file is cut', async () => {
  const text = '\n\ndate;note\r\n2026-03-14;"two\r\nlines"\r\n;\r\n2026-03-15;é'
  for (const size of [1, 3, 1000]) {
    const bytes = Buffer.from(text)
    async function* parts(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    }
    const found: string[] = []
    for await (const records of csvRecords('spend', parts()))
      for (const { line, cells } of records) found.push(`${line} ${cells.join('|')}`)
    expect(found.filter((one) => !/^\d+ $/.test(one))).toEqual([
      '3 date|note',
      '4 2026-03-14|two\r\nlines',
      '6 |',
      '7 2026-03-15|é',
    ])
  }
})
