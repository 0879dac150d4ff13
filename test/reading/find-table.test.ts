import { expect, test } from 'vitest'
import { TableFinder } from '../../functions/domain/reading/find-table.ts'
import { lookAt } from './look-at.ts'

const tables = (file: string) => lookAt(file).plan.tables
const skipped = (file: string) => lookAt(file).plan.skipped.map(({ line, why }) => `${line} ${why}`)
const lines = (file: string, table = 0) => lookAt(file, [65_536], table).rows.map(({ line }) => line)

test('titles, a date range, comments and blank lines stand above the header', () => {
  const file =
    '# made by hand\nSpend report\n1 May 2026 - 8 May 2026\n\nDate,Creator,Amount\n2026-05-01,Anna,5\n2026-05-02,Bob,6\n'
  expect(tables(file)).toEqual([
    { headerLine: 5, headers: ['Date', 'Creator', 'Amount'], firstLine: 6, lastLine: 7, rows: 2 },
  ])
  expect(skipped(file).sort()).toEqual(['1 comment', '2 title', '3 title', '4 blank'])
  expect(lines(file)).toEqual([6, 7])
})

test('names and values in pairs above a table are titles', () => {
  const file = 'Report:,Spend\nFrom:,2024-01-01\n\nDate,Creator,Platform,Amount\n2024-01-01,A,IG,5\n2024-01-02,B,IG,5\n'
  expect(tables(file)[0]).toMatchObject({ headerLine: 4, rows: 2 })
})

test('a file may have no header', () => {
  const file = '2024-01-01,Anna,10.5\n2024-01-02,Bob,11.5\n2024-01-03,Cid,12\n'
  expect(tables(file)).toEqual([
    { headerLine: null, headers: ['Column 1', 'Column 2', 'Column 3'], firstLine: 1, lastLine: 3, rows: 3 },
  ])
})

test('a header alone is a table without rows', () => {
  expect(tables('Date,Creator,Amount\n')[0]).toMatchObject({ headerLine: 1, rows: 0 })
})

test('names that begin with # are a header, and hashtags are rows', () => {
  expect(tables('#campaign,#spend\n#summer,5\n#winter,6\n')[0]).toMatchObject({ headerLine: 1, rows: 2 })
})

test('years and months may name columns', () => {
  expect(tables('Creator,2023,2024\nAnna,5,6\nBob,7,8\n')[0]?.headers).toEqual(['Creator', '2023', '2024'])
  expect(tables('Creator,2024\nAnna,5\nBob,7\n')[0]).toMatchObject({ headerLine: 1, rows: 2 })
  expect(tables('Creator;May 2026;Jun 2026\nA;1;2\nB;3;4\n')[0]?.headerLine).toBe(1)
  expect(tables('Creator;2024-01;2024-02;Total\nA;1;2;3\nB;3;4;7\n')[0]?.headerLine).toBe(1)
})

test('units below the names belong to the header', () => {
  const file = 'Creator;Betrag;Datum\n;EUR;\nAnna;1,50;01.01.2024\nBob;2,00;02.01.2024\n'
  expect(tables(file)[0]).toMatchObject({ headers: ['Creator', 'Betrag (EUR)', 'Datum'], rows: 2 })
  expect(lines(file)).toEqual([3, 4])
})

test('a header over two lines is one', () => {
  const file = 'Campaign,Amount,Post\nname,spent,date\nA,1.50,2024-01-01\nB,2.50,2024-01-02\n'
  expect(tables(file)[0]?.headers).toEqual(['Campaign name', 'Amount spent', 'Post date'])
})

test('groups above repeated names tell them apart', () => {
  const file = ',Instagram,,TikTok,\nCreator,Reach,Clicks,Reach,Clicks\nAnna,1,2,3,4\nBob,5,6,7,8\n'
  expect(tables(file)[0]?.headers).toEqual([
    'Creator',
    'Instagram Reach',
    'Instagram Clicks',
    'TikTok Reach',
    'TikTok Clicks',
  ])
})

test('a header on every page, and the number of the page, are no rows', () => {
  const page = (n: number) => `Date,Creator,Amount\n2024-01-0${n},A,1\n2024-02-0${n},B,2\nPage ${n} of 3\n`
  const file = `Report\n${page(1)}${page(2)}${page(3)}`
  expect(lines(file)).toEqual([3, 4, 7, 8, 11, 12])
  expect(lookAt(file).plan.skippedCounts).toMatchObject({ 'repeated-header': 2, note: 2, footer: 1, title: 1 })
})

test('notes below a table are no rows', () => {
  const file = 'Creator,Amount\nAnna,5\nBob,6\n\nSource: the agency\nAll amounts net\n'
  expect(lines(file)).toEqual([2, 3])
  expect(skipped(file)).toEqual(['4 blank', '5 footer', '6 footer'])
})

test('a caption between rows is a note, and said to be', () => {
  const file = 'Creator,Date,Amount\nInstagram,,\nA,2024-01-01,5\nB,2024-01-02,6\nTikTok,,\nC,2024-01-03,7\n'
  expect(lines(file)).toEqual([3, 4, 6])
  expect(skipped(file)).toEqual(['2 note', '5 note'])
})

test('tables under each other are told apart, each with its header and its rows', () => {
  const file =
    'Spend\nCreator,Amount\nAnna,5\nBob,6\nTotal,11\n\nResults\nCreator,Clicks,Revenue\nAnna,100,50.5\nBob,200,70\nTotal,300,120.5\n'
  expect(tables(file).map(({ headerLine, rows }) => [headerLine, rows])).toEqual([
    [2, 2],
    [8, 2],
  ])
  expect([lines(file, 0), lines(file, 1)]).toEqual([
    [3, 4],
    [9, 10],
  ])
})

test('a second table may follow without a gap', () => {
  const file =
    'Creator,Amount,Date\nAnna,5,2024-01-01\nBob,6,2024-01-02\nCountry,Users,Sessions,Day\nDE,1,2,2024-01-01\nFR,2,3,2024-01-02\n'
  expect(tables(file).map(({ headerLine, rows }) => [headerLine, rows])).toEqual([
    [1, 2],
    [4, 2],
  ])
})

test('a page of text above a table is its title', () => {
  const notes = Array.from({ length: 100 }, (_, i) => `note ${i}`).join('\n')
  expect(tables(`${notes}\n\nDate,Creator,Amount\n2024-01-01,A,1\n2024-01-02,B,2\n`)).toMatchObject([
    { headerLine: 102, rows: 2 },
  ])
})

test('a second table far below the first is found as well', () => {
  const rows = Array.from({ length: 500 }, (_, i) => `c${i},${i + 0.5}`).join('\n')
  const file = `Creator,Amount\n${rows}\n\nCountry,Users,Sessions\nDE,1,2\nFR,3,4\n`
  expect(tables(file).map(({ headerLine, rows: count }) => [headerLine, count])).toEqual([
    [1, 500],
    [503, 2],
  ])
})

test('empty rows and rows of commas are counted and are no rows', () => {
  const file = 'a,b,c\n1,x,2\n,,\n\n3,y,4\n , ,\u00a0\n---,---,---\n'
  expect(lines(file)).toEqual([2, 5])
  expect(lookAt(file).plan.skippedCounts.blank).toBe(4)
})

test('short and long rows are rows, with the cells that they have', () => {
  const file = 'Date,Creator,Amount\n2024-01-01,A,1\n2024-01-02,B\n2024-01-03,C,3,extra\n'
  expect(lookAt(file).rows.map(({ cells }) => cells.length)).toEqual([3, 2, 4])
})

test('records of any source will do, and rows are handed over as they go by', () => {
  const finder = new TableFinder()
  const early = Array.from({ length: 200 }, (_, i) =>
    finder.push({ line: i + 1, cells: i === 0 ? ['name', 'n'] : [`x${i}`, String(i)] }),
  ).flat()
  expect([early.length, finder.finish().plan.tables[0]?.rows]).toEqual([199, 199])
})
