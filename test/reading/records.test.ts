import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { plainDialect } from '../../functions/domain/reading/dialect.ts'
import { RecordReader, type TextRecord } from '../../functions/domain/reading/record-reader.ts'
import { Unreadable } from '../../functions/domain/reading/refusal.ts'

const read = (text: string, size = text.length): TextRecord[] => {
  const reader = new RecordReader(plainDialect)
  const records: TextRecord[] = []
  for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)))
  return [...records, ...reader.finish()]
}
const cells = (text: string): string[][] => read(text).map((record) => record.cells)

test('CR LF, LF and a lone CR end records, mixed in one file, and count as one line each', () => {
  expect(read('a,b\r\n1,2\r3,4\n\r\n5,6\r\r7')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '2'] },
    { line: 3, cells: ['3', '4'] },
    { line: 4, cells: [''] },
    { line: 5, cells: ['5', '6'] },
    { line: 6, cells: [''] },
    { line: 7, cells: ['7'] },
  ])
})

test('line ends inside quotes move the lines of later records, and are kept', () => {
  expect(read('"a\r\nb\rc\nd",1\nx,2')).toEqual([
    { line: 1, cells: ['a\r\nb\rc\nd', '1'] },
    { line: 5, cells: ['x', '2'] },
  ])
})

test('quotes are doubled inside quotes, and are text inside a cell', () => {
  expect(cells('"say ""hi""",5" screen\n')).toEqual([['say "hi"', '5" screen']])
})

test('a quote that closes too early is text, is told, and swallows no other row', () => {
  expect(read('"Best" shoes,1\n"5" screen",2\nx,3')).toEqual([
    { line: 1, cells: ['"Best" shoes', '1'], badQuote: true },
    { line: 2, cells: ['5" screen', '2'], badQuote: true },
    { line: 3, cells: ['x', '3'] },
  ])
})

test('a quote may stand after a blank, and a blank after a quote', () => {
  expect(cells('a, "6,000" ,b\n')).toEqual([['a', '6,000', 'b']])
})

test('the guard that Excel writes around a text is taken off', () => {
  expect(cells('="0012",="a,b","=""007""",=\'0013\',=1+1\n')).toEqual([['0012', 'a,b', '007', '0013', '=1+1']])
})

test('a mark left in the middle by putting files together is no text', () => {
  expect(cells('a,b\n\uFEFFa,b\n')).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])
})

test('vertical tabs, form feeds and no-break blanks are text', () => {
  expect(cells('a\u000bb,c\u000cd,\u00a0e\u2028\n')).toEqual([['a\u000bb', 'c\u000cd', '\u00a0e\u2028']])
})

test('short and long rows keep the cells that they have', () => {
  expect(cells('a,b,c\n1\n1,2,3,4,\n')).toEqual([['a', 'b', 'c'], ['1'], ['1', '2', '3', '4', '']])
})

test('wherever the text is cut, it is read alike', () => {
  const text = 'a, "b"\r\n"x""y\r\n",="0,1"\r\r\n"p" q,"r"\n'
  for (let size = 1; size < text.length; size++) expect(read(text, size)).toEqual(read(text))
})

const refusal = (step: () => unknown): string => {
  try {
    step()
  } catch (error) {
    if (error instanceof Unreadable) return `${error.refusal.code}: ${error.message}`
  }
  return 'none'
}

test('a quote that is never closed is refused with its line, before it fills the memory', () => {
  expect(refusal(() => read('a,b\n1,2\n"x,4\n5,6\n'))).toMatch(/^quote-unclosed: A quote that opens on line 3 /)
  expect(refusal(() => read(`a\n"${'x,1\n'.repeat(limits.recordCharsMax)}`, 65_536))).toMatch(
    /^quote-unclosed: .*line 2 /,
  )
})

test('a line without an end is refused, in a time that grows with its length', () => {
  expect(refusal(() => read('x'.repeat(50_000_000), 65_536))).toMatch(/^line-too-long/)
  expect(refusal(() => read(','.repeat(50_000_000), 65_536))).toMatch(/^line-too-long/)
})
