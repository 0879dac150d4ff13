import { expect, test } from 'vitest'
import { lookAt } from './look-at.ts'

/** Small files of our own that show the habits of programs that finance exports from. */
const seen = (file: string, table = 0) => {
  const { plan, rows } = lookAt(file, [65_536], table)
  return {
    lines: rows.map(({ line }) => line),
    totals: plan.totals.map(({ line, agreeing }) => [line, agreeing]),
    plan,
  }
}

test('an advertising manager writes its sum, with the dates of the report, above or below the rows', () => {
  const header = 'Campaign name,Day,Amount spent (EUR),Reach,Reporting starts,Reporting ends\n'
  const rows = `A,2024-01-01,10.00,500,2024-01-01,2024-01-01
B,2024-01-02,20.00,400,2024-01-02,2024-01-02
C,2024-01-03,30.00,300,2024-01-03,2024-01-03
`
  const sum = ',,60.00,900,2024-01-01,2024-01-03\n'
  expect(seen(header + sum + rows)).toMatchObject({ lines: [3, 4, 5], totals: [[2, [2]]] })
  expect(seen(header + rows + sum)).toMatchObject({ lines: [2, 3, 4], totals: [[5, [2]]] })
  expect(seen(`${header}${rows}Results from 3 campaigns,,60.00,900,,\n`)).toMatchObject({ totals: [[5, [2]]] })
})

test('a sum may have metrics that most of its rows lack', () => {
  const file =
    'Ad,Day,Spend,Clicks,Buys,Adds\n,,60.00,6,1,1\nA,2024-01-01,10.00,1,,\nB,2024-01-02,20.00,2,1,\nC,2024-01-03,30.00,3,,1\n'
  expect(seen(file)).toMatchObject({ lines: [3, 4, 5], totals: [[2, [2, 3]]] })
})

test('an accounting program sets captions over sections and totals below them', () => {
  const file = `Example Ltd
Transaction detail
January 2024

Date,Type,Name,Memo,Amount,Balance
Advertising,,,,,
01/05/2024,Bill,Anna,post,100.00,100.00
01/06/2024,Bill,Bob,reel,50.00,150.00
Total for Advertising,,,,$150.00,
Travel,,,,,
01/07/2024,Bill,Air,flight,20.00,20.00
Total for Travel,,,,$20.00,
TOTAL,,,,$170.00,

"Saturday, Feb 03, 2024 10:00 AM - Accrual basis",,,,,
`
  expect(seen(file)).toMatchObject({
    lines: [7, 8, 11],
    totals: [
      [9, [4]],
      [12, [4]],
      [13, [4]],
    ],
  })
})

test('a list off a mainframe has ruled lines, bars at both ends, trailing minuses and a starred total', () => {
  const rule = '------------------------------\n'
  const file = `${rule}|Date      |Vendor|Amount    |\n${rule}|01.01.2024|ACME  |  1.234,50|\n|02.01.2024|BETA  |    100,00-|\n|03.01.2024|GAMMA |  1.000,00|\n${rule}|*         |      |  2.134,50|\n${rule}`
  expect(seen(file)).toMatchObject({ lines: [4, 5, 6], totals: [[8, [3]]] })
})

test('a web statistic has comments, a sum and a second table by day', () => {
  const file = `# ----
# Channels
# 20240101-20240131
# ----

Channel,Users,Revenue
Organic,100,$5.00
Paid,50,$6.00
,150,$11.00

Day,Users
1/1/24,10
1/2/24,20
,30
`
  expect(seen(file)).toMatchObject({
    lines: [7, 8],
    totals: [
      [9, [1, 2]],
      [14, [1]],
    ],
  })
  expect(seen(file, 1).lines).toEqual([12, 13])
})

test('sections with a caption, their own header and a total are one table', () => {
  const section = (name: string, rows: string) => `Campaign: ${name},,,\nCreator,Date,Posts,Amount\n${rows},,,\n`
  const file =
    section('Summer', 'Anna,2024-01-01,1,10\nBob,2024-01-02,2,20\nTotal,,3,30\n') +
    section('Winter', 'Cid,2024-02-01,1,5\nDan,2024-02-02,2,6\nTotal,,3,11\n') +
    'Grand total,,6,41\n'
  expect(seen(file)).toMatchObject({
    lines: [3, 4, 9, 10],
    totals: [
      [5, [2, 3]],
      [11, [2, 3]],
      [13, [2, 3]],
    ],
  })
  expect(seen(file).plan.tables.length).toBe(1)
})

test('a bank sets pairs of names and values above its table', () => {
  const file =
    'Konto:;DE12 3456;;\nZeitraum:;01.01.2024 - 31.01.2024;;\n;;;\nBuchungstag;Empfänger;Zweck;Betrag (EUR)\n02.01.2024;Anna;Post;-100,00\n03.01.2024;Bob;Reel;-50,50\n'
  expect(seen(file).plan.tables).toMatchObject([{ headerLine: 4, rows: 2 }])
})

test('a table may stand away from the first column', () => {
  expect(seen(',,,\n,,Creator,Amount\n,,Anna,5\n,,Bob,6\n,,Total,11\n')).toMatchObject({
    lines: [3, 4],
    totals: [[5, [3]]],
  })
})

test('parentheses, marks and Indian groups are read where sums are compared', () => {
  expect(
    seen('Creator,Date,Amount\nA,2024-01-01,"$1,000.00"\nB,2024-01-02,"($200.00)"\nTotal,,$800.00\n').totals,
  ).toEqual([[4, [2]]])
  expect(seen('Creator,City,Amount\nA,Pune,"1,20,000.00"\nB,Delhi,"80,000.50"\nTotal,,"2,00,000.50"\n').totals).toEqual(
    [[4, [2]]],
  )
})

test('a metric whose name begins with Total is a row', () => {
  expect(seen('Metric,Value\nTotal reach,1000\nTotal clicks,50\nPosts,12\n')).toMatchObject({
    lines: [2, 3, 4],
    totals: [],
  })
})
