import { describe, expect, test } from 'vitest'
import { shapeOf, shapesOf } from '../../functions/domain/reading/remembered/file-shape.ts'
import { nameMapping } from '../../functions/domain/reading/remembered/name-mapping.ts'

const headers = ['Datum', 'Betrag (EUR)', 'Kampagne']

describe('a shape', () => {
  test.each([
    ['case and spaces of headers', ['datum', 'BETRAG  (EUR)', ' Kampagne ']],
    ['empty cells behind them', [...headers, '', '']],
  ])('is the same whatever %s', (_, others) => {
    expect(shapeOf('spend', others)).toBe(shapeOf('spend', headers))
  })

  test.each([
    ['order', ['Betrag (EUR)', 'Datum', 'Kampagne']],
    ['headers', ['Datum', 'Betrag (USD)', 'Kampagne']],
    ['number of columns', ['Datum', 'Betrag (EUR)']],
    ['empty headers between', ['Datum', '', 'Betrag (EUR)', 'Kampagne']],
  ])('is another with another %s', (_, others) => {
    expect(shapeOf('spend', others)).not.toBe(shapeOf('spend', headers))
  })

  test('is another for another kind, and none of what has no headers', () => {
    expect(shapeOf('results', headers)).not.toBe(shapeOf('spend', headers))
    expect(shapeOf('spend', ['', ' '])).toBeNull()
  })

  test('is none of a table without a header line', () => {
    const table = { headers, firstLine: 1, lastLine: 2, rows: 1 }
    expect(shapesOf('spend', { tables: [{ ...table, headerLine: null }] })).toEqual([])
    expect(
      shapesOf('spend', {
        tables: [
          { ...table, headerLine: 1 },
          { ...table, headerLine: 9 },
        ],
      }),
    ).toHaveLength(1)
  })
})

test.each([
  ['Meta weekly 2026-03.csv', 'Meta weekly'],
  ['2026-03-14_spend_report (3).xlsx', 'spend report'],
  ['03_2026.csv', 'spend file'],
  ['Agentur März.csv', 'Agentur März'],
  [`${'x'.repeat(300)}.csv`, 'x'.repeat(100)],
])('the name of a mapping made of %s is %s', (filename, name) => {
  expect(nameMapping(filename, 'spend')).toBe(name)
})
