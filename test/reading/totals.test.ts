import { describe, expect, test } from 'vitest'
import { TableFinder } from '../../functions/domain/reading/find-table.ts'
import { totalLabel } from '../../functions/domain/reading/total-label.ts'
import { lookAt } from './look-at.ts'

const look = (file: string) => {
  const { plan, rows } = lookAt(file)
  return { lines: rows.map(({ line }) => line), totals: plan.totals }
}

test.each([
  'Total',
  'TOTALS',
  'Grand total',
  'Subtotal',
  'Sum',
  'Summe',
  'Gesamt',
  'Gesamtsumme',
  'Zwischensumme',
  'Total general',
  'Suma',
  'Total général',
  'Sous-total',
  'Somme',
  'Totale',
  'Total geral',
  'Soma',
  'Totaal',
  'Jumlah',
  'Tổng',
  'Tổng cộng',
  'Razem',
  'Total:',
  'Total: Campaign',
  ' ** TOTAL ** ',
  'Anna Total',
  'Total Anna',
])('%s labels a total', (label) => expect(totalLabel(label)).toBeDefined())

test.each(['Totally Fit', 'Summer', 'Sumatra', 'Gesamtkunstwerk', 'Somme-Leuze', ''])('%j labels none', (text) =>
  expect(totalLabel(text)).toBeUndefined(),
)

test('a labelled total is no row, and agrees with the rows above', () => {
  const { lines, totals } = look(
    'Créateur;Date;Montant\nAnna;1/1/24;1 234,50\nBob;2/1/24;2 000,00\nTotal général;;3 234,50\n',
  )
  expect(lines).toEqual([2, 3])
  expect(totals).toEqual([
    {
      table: 0,
      line: 4,
      label: 'Total général',
      covers: { rows: 2, firstLine: 2, lastLine: 3 },
      amounts: [{ column: 2, text: '3 234,50', sum: '3234.5', difference: '0' }],
      agreeing: [2],
    },
  ])
})

test('the label may stand in any column', () => {
  expect(look('Id,Creator,Note,Amount\n1,A,x,10\n2,B,y,20\n3,C,z,30\n,,Total,60\n').lines).toEqual([2, 3, 4])
  expect(look('Date,Creator,Amount\n2024-01-01,A,10\n2024-01-02,B,20\n,,30,Grand total\n').lines).toEqual([2, 3])
})

test('a total that does not agree is no row either, and says by how much', () => {
  const { lines, totals } = look('Creator,Date,Amount\nA,2024-01-01,0.1\nB,2024-01-02,0.2\nTotal,,0.31\n')
  expect(lines).toEqual([2, 3])
  expect(totals[0]).toMatchObject({ agreeing: [], amounts: [{ sum: '0.3', difference: '0.01' }] })
})

test('a grand total may have a date, and need not agree', () => {
  const file = 'Date,Supplier,Kind,Amount\n2024-01-01,A,x,10\n2024-01-02,B,y,20\n2024-01-31,Grand total,,31\n'
  expect(look(file)).toMatchObject({ lines: [2, 3], totals: [{ line: 4, amounts: [{ difference: '1' }] }] })
})

test('an unlabelled sum at the end, after empty rows, is a total', () => {
  const { lines, totals } = look(
    'Date,Supplier,Amount\n01/05/12,A,"1,000.50"\n02/05/12,B,"2,000.25"\n,,\n,,"3,000.75"\n',
  )
  expect(lines).toEqual([2, 3])
  expect(totals[0]).toMatchObject({ line: 5, label: '', agreeing: [2] })
})

test('unlabelled sums in the middle and of all are totals', () => {
  const file =
    'Date,Creator,Amount\n2024-01-01,A,10\n2024-01-02,B,20\n,,30\n2024-01-03,C,5\n2024-01-04,D,6\n,,11\n,,41\n'
  expect(look(file).lines).toEqual([2, 3, 5, 6])
})

test('an amount alone that is no sum is a row with a problem, not a total', () => {
  expect(look('Date,Creator,Amount\n2024-01-01,A,10\n2024-01-02,B,20\n,,31\n2024-01-03,C,5\n').lines).toEqual([
    2, 3, 4, 5,
  ])
})

test('numbers without names are not taken for sums by chance', () => {
  expect(look('1,0,0\n2,0,0\n3,,\n4,0,0\n5,,\n').totals).toEqual([])
})

test('a supplier called TOTAL is no total', () => {
  const file =
    'Date,Supplier,Amount\n2024-01-01,TOTAL,100\n2024-01-02,ACME,50\n2024-01-03,TOTAL,70\n2024-01-04,Total,75.5\n'
  expect(look(file)).toEqual({ lines: [2, 3, 4, 5], totals: [] })
})

test('a supplier called TOTAL is no total where there is nothing but its amount', () => {
  expect(look('Supplier,Amount\nACME,50\nTOTAL,70\nBP,30\nTotal,150\n')).toMatchObject({
    lines: [2, 3, 4],
    totals: [{ line: 5, agreeing: [1] }],
  })
})

test('a campaign whose name begins with Total is a row', () => {
  const file = 'Date,Campaign,Amount\n2024-01-01,Total Fitness,10\n2024-01-02,Total Fitness,20\n2024-01-03,Summer,30\n'
  expect(look(file).lines).toEqual([2, 3, 4])
})

test('subtotals, their subtotals and a grand total are understood', () => {
  const file = `Region,Creator,Campaign,Amount
EU,Anna,X,10
EU,Anna,Y,20
,Anna Total,,30
EU,Bob,X,5
EU,Bob,Y,6
,Bob Total,,11
EU Total,,,41
US,Cid,X,1
US,Cid,Y,2
,Cid Total,,3
US,Dan,X,4
US,Dan,Z,5
,Dan Total,,9
US Total,,,12
Grand Total,,,53
`
  const { lines, totals } = look(file)
  expect(lines).toEqual([2, 3, 5, 6, 9, 10, 12, 13])
  expect(totals.map(({ label, covers, agreeing }) => [label, covers.rows, agreeing])).toEqual([
    ['Anna Total', 2, [3]],
    ['Bob Total', 2, [3]],
    ['EU Total', 4, [3]],
    ['Cid Total', 2, [3]],
    ['Dan Total', 2, [3]],
    ['US Total', 4, [3]],
    ['Grand Total', 8, [3]],
  ])
})

test('totals that overlap are all totals', () => {
  const rows = 'Term\tMatch\tCampaign\tCurrency\tCost\nshoes\tBroad\tOne\tCAD\t0.10\nboots\tExact\tOne\tCAD\t0.02\n'
  const totals = 'Total: Terms\t --\t\tCAD\t0.12\nTotal: Other\t\t\tCAD\t0.00\nTotal: Account\t\t\tCAD\t164.11\n'
  const seen = look(`Report\n1 May 2026 - 8 May 2026\n${rows}${totals}`)
  expect(seen.lines).toEqual([4, 5])
  expect(seen.totals.map(({ label, agreeing }) => [label, agreeing.length])).toEqual([
    ['Total: Terms', 1],
    ['Total: Other', 0],
    ['Total: Account', 0],
  ])
})

test('a total above its rows is a total, labelled or not', () => {
  expect(look('Campaign,Day,Spend\n,,60\nA,2024-01-01,10\nB,2024-01-02,20\nC,2024-01-03,30\n').lines).toEqual([3, 4, 5])
  expect(look('Source,Users,Revenue\n,300,70.50,Grand total\ngoogle,100,20.50\ndirect,200,50\n')).toMatchObject({
    lines: [3, 4],
    totals: [{ line: 2, agreeing: [1, 2], covers: { rows: 2, firstLine: 3, lastLine: 4 } }],
  })
})

describe('amounts are read before their convention is known', () => {
  test('in the way in which all of a column are numbers', () => {
    expect(look('Name;Ort;Betrag\nA;x;1.234,50\nB;y;1.000\nSumme;;2.234,50\n').totals[0]?.agreeing).toEqual([2])
    expect(look('Name;Place;Cost\nA;x;1,234.50\nB;y;1,000\nTotal;;2,234.50\n').totals[0]?.agreeing).toEqual([2])
  })

  test('or in the one that is given', () => {
    const finder = new TableFinder([(text) => ({ units: BigInt(text.length), exponent: 0 })])
    const cells = [
      ['n', 'd', 'v'],
      ['a', 'x', '10'],
      ['b', 'y', '20'],
      ['Total', '', '4000'],
    ]
    for (const [i, row] of cells.entries()) finder.push({ line: i + 1, cells: row })
    expect(finder.finish().plan.totals[0]).toMatchObject({ agreeing: [2], amounts: [{ sum: '4', difference: '0' }] })
  })

  test('exactly', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `c${i},x,90071992547409.${91 + (i % 9)}`).join('\n')
    const cents = Array.from({ length: 1000 }, (_, i) => 9007199254740900n + 91n + BigInt(i % 9)).reduce(
      (a, b) => a + b,
    )
    const total = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`
    expect(look(`a,b,c\n${rows}\nTotal,,${total}\n`).totals[0]?.agreeing).toEqual([2])
  })
})
