import { expect, test } from 'vitest'
import { findDialect } from '../../functions/domain/reading/find-dialect.ts'
import { cellsOf } from './look-at.ts'

const dialectOf = (text: string) => findDialect(text, true)

test.each([',', ';', '\t', '|'])('%j parts cells', (delimiter) => {
  const text = [
    ['Creator', 'Spend', 'Place'],
    ['Anna', '12', 'Köln'],
    ['Bob', '13', 'Rio'],
  ]
  expect(dialectOf(text.map((cells) => cells.join(delimiter)).join('\n')).delimiter).toBe(delimiter)
})

test('decimal commas do not make the comma win', () => {
  expect(cellsOf('1,5;2,3\n2,5;3,3\n4,1;5,9\n')[0]).toEqual(['1,5', '2,3'])
  expect(cellsOf('Name;Betrag\nAnna;1.234,50\nBob;2,30\n')[1]).toEqual(['Anna', '1.234,50'])
})

test('a column of decimal commas is one column', () => {
  expect(cellsOf('Betrag\n1,5\n2,3\n')).toEqual([['Betrag'], ['1,5'], ['2,3']])
})

test('titles full of commas do not mislead', () => {
  const text = 'Spend, costs, and fees, of May\n\nName;Amount;Place\nA;1;Berlin, Mitte\nB;2;Köln\nC;3;Bonn, Süd\n'
  expect(dialectOf(text).delimiter).toBe(';')
})

test('delimiters and line ends inside quotes count as text', () => {
  expect(dialectOf('a;b\n"1,2,3\n4,5,6";x\n"7,8,9";y\n').delimiter).toBe(';')
})

test('the line `sep=` declares the delimiter and is no record', () => {
  expect(cellsOf('sep=;\r\na;b\r\n1,5;2\r\n')).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ])
  expect(cellsOf('sep=^\na^b\n1^2\n')[1]).toEqual(['1', '2'])
})

test('single quotes quote where they do so throughout', () => {
  expect(cellsOf("a;b\n'x;1';'y'\n'it''s';'z'\n")).toEqual([
    ['a', 'b'],
    ['x;1', 'y'],
    ["it's", 'z'],
  ])
  expect(cellsOf("a,b\n'90s,x\nrock 'n' roll,y\n")[1]).toEqual(["'90s", 'x'])
})

test('a backslash may escape a quote', () => {
  expect(cellsOf('a,b\n"say \\"hi, you\\"",1\n"x, y",2\n')[1]).toEqual(['say "hi, you"', '1'])
})

test('a lone quote does not swallow a file that quotes nothing', () => {
  expect(cellsOf('Item\tSize\n"Best\t1\nfoo\t2\nbar\t3\n')[1]).toEqual(['"Best', '1'])
})

test('lines that were quoted as a whole are read as what is in them', () => {
  expect(cellsOf('a,b,c,d\n"1,""x, y"",3,4"\n"2,z,5,6"\n')[1]).toEqual(['1', 'x, y', '3', '4'])
})
