import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { CsvReader, type CsvRecord, UnclosedQuote } from '../../functions/domain/ingest/csv-reader.ts'

type Newline = '\n' | '\r'
const read = (pieces: readonly string[], newline: Newline = '\n', delimiter = ','): CsvRecord[] => {
  const reader = new CsvReader(delimiter, newline)
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.drain(), ...reader.finish()]
}
const cells = (text: string, newline: Newline = '\n', delimiter = ','): string[][] =>
  read([text], newline, delimiter).map((record) => record.cells)

test('records end with LF, CR LF or both mixed', () => {
  expect(cells('a,b\r\n1,2\n3,4\r\n5,6')).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
    ['5', '6'],
  ])
})

test('records may end with a lone CR', () => {
  expect(cells('a,b\r1,2\r', '\r')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('quotes hold delimiters, line ends and doubled quotes', () => {
  expect(cells('"a,b","c\nd","say ""hi"""\r\n')).toEqual([['a,b', 'c\nd', 'say "hi"']])
})

test('a line end inside quotes moves the lines of later records', () => {
  expect(read(['h\n"a\nb"\nc\n']).map(({ line }) => line)).toEqual([1, 2, 4])
})

test('empty lines count as lines', () => {
  expect(read(['h\n\n\nc\n']).map(({ line }) => line)).toEqual([1, 2, 3, 4])
})

test('a last record without a line end is a record', () => {
  expect(cells('a\nb')).toEqual([['a'], ['b']])
  expect(cells('a\n"b"')).toEqual([['a'], ['b']])
})

test('a file that ends in the middle of CR LF has lost nothing', () => {
  expect(cells('a\r\n"b"\r')).toEqual([['a'], ['b']])
})

test('a quote in the middle of a cell is text', () => {
  expect(cells('5" screen,x\n')).toEqual([['5" screen', 'x']])
})

test('a quote that closes before the end of its cell is told', () => {
  expect(read(['a,b\n"x"y",2\n3,4\n']).map(({ badQuote }) => badQuote)).toEqual([false, true, false])
})

test('a quote that is never closed is told with its line', () => {
  expect(() => read(['a,b\n1,2\n"x,4\n5,6\n'])).toThrow(new UnclosedQuote(3))
})

test('what stands before a quote that is never closed is not lost, however the file was cut', () => {
  const text = 'a\n"1\n2"\n3\n"x\n5\n'
  for (let at = 1; at < text.length; at++) {
    const reader = new CsvReader(',', '\n')
    const before = [reader.push(text.slice(0, at)), reader.push(text.slice(at)), reader.drain()].flat()
    expect(before.map(({ line }) => line)).toEqual([1, 2, 4])
    expect(() => reader.finish()).toThrow(new UnclosedQuote(5))
  }
})

test('a record without an end is given up before it fills the memory', () => {
  const reader = new CsvReader(',', '\n')
  reader.push('"')
  const pieces = Math.ceil((2 * limits.recordCharsMax) / 100_000) + 1
  expect(() => {
    for (let n = 0; n < pieces; n++) reader.push('x'.repeat(100_000))
  }).toThrow(UnclosedQuote)
})

const cell = fc.oneof(
  fc.constantFrom('', 'a', 'b c', '1', 'é', '“”', '😀'),
  fc.constantFrom('x,y', 'x;y', 'say "hi"', '"', 'two\nlines', 'three\n\nlines', '\n', 'tab\there'),
)
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })

/** Writes records as a spreadsheet does, each with its own line end; `lines` says where each starts. */
function write(records: string[][], ends: readonly string[], delimiter: string): { text: string; lines: number[] } {
  let text = ''
  const lines = records.map((record, i) => {
    const line = text.split('\n').length
    const quoted = record.map((value) => (/[",;\t\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    text += quoted.join(delimiter) + ends[i % ends.length]
    return line
  })
  return { text, lines }
}

test('cut at every position, a file gives the same records and lines', () => {
  fc.assert(
    fc.property(
      table,
      fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(',', ';', '\t'),
      (records, ends, delimiter) => {
        const { text, lines } = write(records, ends, delimiter)
        const expected = records.map((record, i) => ({ line: lines[i], cells: record, badQuote: false }))
        for (let at = 0; at <= text.length; at++)
          expect(read([text.slice(0, at), text.slice(at)], '\n', delimiter)).toEqual(expected)
        expect(read([...text], '\n', delimiter)).toEqual(expected)
      },
    ),
    { seed: 1, numRuns: 120 },
  )
})

test('lines that end with a lone CR give what lines with LF give', () => {
  fc.assert(
    fc.property(table, (records) => {
      const { text, lines } = write(records, ['\n'], ',')
      const read1 = read([...text.replaceAll('\n', '\r')], '\r')
      expect(read1.map(({ line }) => line)).toEqual(lines)
      expect(read1.map((record) => record.cells.map((value) => value.replaceAll('\r', '\n').trimEnd()))).toEqual(
        records.map((record) => record.map((value) => value.trimEnd())),
      )
    }),
    { seed: 2, numRuns: 100 },
  )
})
