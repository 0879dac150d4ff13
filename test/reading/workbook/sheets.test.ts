import { describe, expect, test } from 'vitest'
import { BlankLines } from '../../../functions/domain/reading/workbook/blank-lines.ts'
import { openWorkbook } from '../../../functions/domain/reading/workbook/open-workbook.ts'
import { proposeSheet } from '../../../functions/domain/reading/workbook/propose-sheet.ts'
import { surveySheets } from '../../../functions/domain/reading/workbook/survey-sheets.ts'
import { touchingMerges } from '../../../functions/domain/reading/workbook/touching-merges.ts'
import { makeWorkbook } from './make-workbook.ts'
import { readAll } from './read-all.ts'

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const table = (rows: number) =>
  `<row>${text('Creator')}${text('Amount')}</row>${`<row>${text('@anna')}<c><v>12.5</v></c></row>`.repeat(rows)}`

async function survey(sheets: Parameters<typeof makeWorkbook>[0]['sheets'] & object) {
  return surveySheets(await openWorkbook(makeWorkbook({ sheets })))
}

describe('which sheet to read', () => {
  test('the one with a table, and nothing is asked, where the others are empty or a title', async () => {
    const surveys = await survey([{ rows: `<row>${text('Report')}</row>` }, { rows: table(9) }, {}])
    expect(proposeSheet(surveys)).toEqual({ index: 1, ask: false, hidden: [] })
    expect(surveys.map(({ rows, rowsAre, hasTable }) => ({ rows, rowsAre, hasTable }))).toEqual([
      { rows: 1, rowsAre: 'counted', hasTable: false },
      { rows: 10, rowsAre: 'counted', hasTable: true },
      { rows: 0, rowsAre: 'counted', hasTable: false },
    ])
  })

  test('the larger of two tables, and it is asked', async () => {
    const surveys = await survey([{ rows: table(3) }, { rows: table(9) }])
    expect(proposeSheet(surveys)).toEqual({ index: 1, ask: true, hidden: [] })
  })

  test('one that is shown before a larger one that is not, which is named and asked about', async () => {
    const surveys = await survey([
      { name: 'old', state: 'veryHidden', rows: table(9) },
      { name: 'new', rows: table(2) },
      { name: 'none', state: 'hidden' },
    ])
    expect(proposeSheet(surveys)).toEqual({ index: 1, ask: true, hidden: ['old'] })
    expect(surveys.map(({ state }) => state)).toEqual(['veryHidden', 'visible', 'hidden'])
  })

  test('a hidden one only after asking', async () => {
    expect(proposeSheet(await survey([{}, { name: 'b', state: 'hidden', rows: table(2) }]))).toEqual({
      index: 1,
      ask: true,
      hidden: ['b'],
    })
  })

  test('one that is shown, without asking, where those that are not hold less', async () => {
    const surveys = await survey([{ name: 'list', state: 'hidden', rows: table(2) }, { rows: table(9) }])
    expect(proposeSheet(surveys)).toEqual({ index: 1, ask: false, hidden: ['list'] })
  })

  test('none where all are empty, which is refused', async () => {
    await expect(survey([{}, { rows: '<row><c s="1"/></row>' }])).rejects.toMatchObject({
      refusal: { code: 'workbook-empty' },
    })
  })

  test('a large sheet is not read through, and says what it knows of its rows', async () => {
    const [declared, unknown] = await survey([
      { before: '<dimension ref="A1:B99001"/>', rows: table(99_000) },
      { rows: table(99_000) },
    ])
    expect(declared).toMatchObject({ rows: 99_001, rowsAre: 'declared', hasTable: true, facts: { whole: false } })
    expect(unknown).toMatchObject({ rowsAre: 'at-least', sample: { length: 60 } })
  })
})

describe('rows and columns', () => {
  test('keep the numbers of the sheet, across rows and cells that are not there', async () => {
    const rows = `<row r="2"><c r="B2"><v>1</v></c><c r="D2"/></row><row r="5"><c r="A5"><v>2</v></c></row><row>${text('x')}</row>`
    const { records } = await readAll(makeWorkbook({ sheets: [{ rows }] }))
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '', '1'],
      [5, '2'],
      [6, 'x'],
    ])
    expect(new BlankLines().fill(records).map(({ line }) => line)).toEqual([1, 2, 3, 5, 6])
  })

  test('are numbered by their cells where rows have no numbers', async () => {
    const rows = '<row><c r="B3"><v>1</v></c></row><row><c r="A7"><v>2</v></c></row>'
    const { records } = await readAll(makeWorkbook({ sheets: [{ rows }] }))
    expect(records.map(({ line }) => line)).toEqual([3, 7])
  })

  test('that are hidden are read and named', async () => {
    const before =
      '<cols><col min="1" max="2"/><col min="3" max="3" hidden="1"/><col min="5" max="16384" hidden="1"/></cols>'
    const rows = `<row hidden="1">${text('a')}</row><row hidden="true"/><row>${text('b')}</row>`
    const { records, facts } = await readAll(makeWorkbook({ sheets: [{ before, rows }] }))
    expect(records.map(({ hidden, cells }) => [hidden, ...cells])).toEqual([
      [true, 'a'],
      [false, 'b'],
    ])
    expect(facts).toMatchObject({ hiddenRows: { count: 1, first: [1] }, hiddenColumns: ['C', 'E:XFD'] })
  })

  test('corners of buttons are no rows and columns', async () => {
    const after =
      '<controls><from><xdr:col xmlns:xdr="x">1</xdr:col><xdr:row xmlns:xdr="x">5</xdr:row></from></controls>'
    expect((await readAll(makeWorkbook({ sheets: [{ rows: table(1), after }] }))).records).toHaveLength(2)
  })
})

test('merged cells that reach into a table are named', async () => {
  const after = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B4:B9"/><mergeCell ref="A20:C20"/></mergeCells>'
  const { facts } = await readAll(makeWorkbook({ sheets: [{ rows: table(9), after }] }))
  expect(facts.merges.count).toBe(3)
  expect(touchingMerges(facts, 8, 12)).toEqual(['B4:B9'])
})
