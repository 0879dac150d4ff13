import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Unreadable } from '../../../functions/domain/reading/refusal.ts'
import { openWorkbook } from '../../../functions/domain/reading/workbook/open-workbook.ts'
import { proposeSheet } from '../../../functions/domain/reading/workbook/propose-sheet.ts'
import { surveySheets } from '../../../functions/domain/reading/workbook/survey-sheets.ts'
import { readAll } from './read-all.ts'

const folder = '../shared/data'
const missing = !existsSync(folder)
const why = missing ? ` (skipped: there is no folder ${folder})` : ''
const files = missing ? [] : globSync('**/*.{xlsx,xlsm,xls,ods,zip}', { cwd: folder }).sort()
const bytesOf = (end: string) => readFileSync(`${folder}/${files.find((file) => file.endsWith(end))}`)

/** What becomes of a file: how many rows are proposed, or why it is refused. */
async function outcome(file: string): Promise<string> {
  try {
    const surveys = await surveySheets(await openWorkbook(readFileSync(`${folder}/${file}`)))
    return `reads ${surveys[proposeSheet(surveys).index]?.rows} rows`
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal.code
    throw error
  }
}

describe.skipIf(missing)(`workbooks off real systems${why}`, () => {
  test.each(files.filter((file) => !/\.xls[xm]$/.test(file)))('%s is refused as what it is', async (file) => {
    expect(await outcome(file)).toBe(`file-${file.slice(file.lastIndexOf('.') + 1)}`)
  })

  test.each(files.filter((file) => file.endsWith('.xlsm')))('%s is refused for its macros', async (file) => {
    expect(await outcome(file)).toBe('file-macros')
  })

  test.each(files.filter((file) => file.endsWith('.xlsx')))('%s is read, or is empty', async (file) => {
    expect(await outcome(file)).toMatch(/^reads [1-9]\d* rows$|^workbook-empty$/)
  })

  test('the ledger has every row, its sum and its codes, and the empty sheet is not asked about', async () => {
    const bytes = bytesOf('PresupuestoGasto2021.xlsx')
    expect(proposeSheet(await surveySheets(await openWorkbook(bytes)))).toMatchObject({ index: 0, ask: false })
    const { records, facts } = await readAll(bytes)
    const data = records.slice(1)
    expect(data).toHaveLength(11_913)
    expect(data.reduce((sum, { cells }) => sum + BigInt(cells.at(-1) ?? ''), 0n)).toBe(55_825_949_055n)
    expect(data.every(({ cells }) => /^\d{10}$/.test(cells[1] ?? ''))).toBe(true)
    expect(facts.faults['formula-without-value'].count).toBe(0)
  })

  test.each(['1900.xlsx', '1904.xlsx'])('the days of %s are those that Excel wrote beside them', async (file) => {
    const { records } = await readAll(bytesOf(file))
    expect(records).toHaveLength(5)
    expect(records.map(({ cells }) => cells[1])).toEqual(records.map(({ cells }) => cells[2]))
  })
})
