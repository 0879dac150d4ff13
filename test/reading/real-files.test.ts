import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lookAt } from './look-at.ts'

const folder = '../shared/data'
const missing = !existsSync(folder)
const why = missing ? ` (skipped: there is no folder ${folder})` : ''
const names = missing ? [] : globSync('**/*.*', { cwd: folder }).sort()
const find = (part: string): Buffer => readFileSync(`${folder}/${names.find((name) => name.includes(part))}`)

describe.skipIf(missing)(`files off real systems${why}`, () => {
  test.each([
    { file: 'influencer_marketing_roi_dataset.csv', encoding: 'windows-1252', header: 1, rows: 1339 },
    { file: 'PROJECT Influencer Marketing ROI.csv', encoding: 'utf-8', header: 1, rows: 1339, blank: 3 },
    { file: 'Creative-Analysis-AEF.csv', encoding: 'utf-8', header: 1, rows: 992 },
    { file: 'DevCadbury_towing-no-1__Search terms', encoding: 'utf-16le', header: 3, rows: 18, totals: 5 },
    { file: 'DevCadbury_towing-no-1__Search keyword', encoding: 'utf-16le', header: 3, rows: 17, totals: 10 },
    { file: 'yusufadaptive_Streamlit__Search terms', encoding: 'utf-8', header: 3, rows: 8869, totals: 9 },
    { file: 'CO-Transparency-data-May-2012.csv', encoding: 'windows-1252', header: 1, rows: 96, totals: 1, blank: 49 },
    { file: 'gastos.csv', encoding: 'utf-8', header: 1, rows: 11_913 },
    { file: 'PresupuestoGasto2021.csv', encoding: 'windows-1252', header: 1, rows: 11_913 },
    { file: '__influencers.csv', encoding: 'utf-8', header: 1, rows: 50 },
    { file: '__posts.csv', encoding: 'utf-8', header: 1, rows: 200 },
    { file: '__payouts.csv', encoding: 'utf-8', header: 1, rows: 50 },
    { file: '__tracking_data.csv', encoding: 'utf-8', header: 1, rows: 5000 },
    { file: 'eurofxref-hist.csv', encoding: 'utf-8', header: 1, rows: 6747 },
  ])(
    '$file: $rows rows below line $header, in $encoding',
    ({ file, encoding, header, rows, totals = 0, blank = 0 }) => {
      const { seen, plan, rows: read } = lookAt(find(file))
      expect(seen).toMatchObject({ kind: 'text', plan: { encoding } })
      expect(plan.tables).toMatchObject([{ headerLine: header, rows }])
      expect(read.length).toBe(rows)
      expect([plan.totals.length, plan.skippedCounts.blank]).toEqual([totals, blank])
    },
  )

  test('an unlabelled grand total agrees to the penny', () => {
    const { totals } = lookAt(find('CO-Transparency')).plan
    expect(totals).toMatchObject([
      { line: 147, agreeing: [7], amounts: [{ text: '39,457,031.96', sum: '39457031.96' }] },
    ])
  })

  test('a total that was rounded row by row says by how much it differs, in each of two currencies', () => {
    const [first] = lookAt(find('yusufadaptive')).plan.totals
    expect(first).toMatchObject({ line: 8873, label: 'Total: Search terms', covers: { rows: 8869 } })
    expect(first?.amounts.filter(({ column }) => column === 13 || column === 14)).toMatchObject([
      { text: '2235.27', sum: '2235.33', difference: '-0.06' },
      { text: '2570.25', sum: '2570.39', difference: '-0.14' },
    ])
  })

  test('of totals that overlap each is told with its line', () => {
    expect(lookAt(find('Search keyword')).plan.totals.map(({ line }) => line)).toEqual(
      Array.from({ length: 10 }, (_, i) => 21 + i),
    )
  })
})

// One of its answers has another phone number than its file, and one has a line end that its file has not.
const spectrum = names.filter((name) => /csv-spectrum.*(?<!location_coordinates|_crlf)\.csv$/.test(name))

describe.skipIf(missing)(`files made to torture${why}`, () => {
  test.each(spectrum)('%s says what csv-spectrum says that it does', (file) => {
    const { plan, rows } = lookAt(readFileSync(`${folder}/${file}`))
    const answer: unknown = JSON.parse(
      readFileSync(`${folder}/${file.replace('/csvs/', '/json/').replace('.csv', '.json')}`, 'utf8'),
    )
    const headers = plan.tables[0]?.headers ?? []
    expect(rows.map(({ cells }) => Object.fromEntries(headers.map((name, i) => [name, cells[i]])))).toEqual(answer)
  })

  test('those of csv-spectrum that its answers are not of are read as well', () => {
    for (const file of names.filter((name) => /csv-spectrum.*(location_coordinates|_crlf)\.csv$/.test(name))) {
      expect(lookAt(readFileSync(`${folder}/${file}`)).rows.length).toBeGreaterThan(0)
    }
  })

  test.each([
    ['begrotingsanalyse', 6, 33],
    ['complex.csv', 1, 3],
    ['example.tsv', 1, 140],
    ['excel_pasting', 4, 13],
    ['long.csv', 1, 3999],
    ['mixedGLB', 4, 133],
    ['null.csv', null, 10],
    ['horror/simple.csv', 1, 6],
    ['simple.psv', 1, 28],
    ['simple.ssv', 1, 6],
    ['skip_initials', 1, 2],
    ['spanish_chars', 1, 114],
    ['sparse_with', 1, 2200],
    ['utf-16le_encoded', 1, 327],
    ['weird_head', 12, 52],
  ])('%s: the header stands on line %s, above %s rows', (file, headerLine, rows) => {
    expect(lookAt(find(file)).plan.tables).toMatchObject([{ headerLine, rows }])
  })

  test('what is no text, or is text that cannot be told, is refused by name', () => {
    const fates = names
      .filter((name) => /horror\/.*\.(xls|ods|zip|unknown)$|characters\.csv$|\.json$/.test(name))
      .map((name) => {
        const { seen } = lookAt(readFileSync(`${folder}/${name}`))
        return `${name.split('.').at(-1)} ${seen.kind === 'refused' ? seen.refusal.code : seen.kind}`
      })
    expect([...new Set(fates)].sort()).toEqual([
      'csv encoding-unknown',
      'json file-json',
      'ods file-ods',
      'unknown file-empty',
      'xls file-xls',
      'zip file-zip',
    ])
  })

  test('workbooks are handed on', () => {
    for (const name of names.filter((file) => /\.xls[xm]$/.test(file))) {
      expect(`${name} ${lookAt(readFileSync(`${folder}/${name}`)).seen.kind}`).toBe(`${name} workbook`)
    }
  })

  test('each file is read alike however it is cut', () => {
    for (const name of names.filter((file) => file.includes('torture'))) {
      const bytes = readFileSync(`${folder}/${name}`)
      expect(lookAt(bytes, [1009, 1, 333]).plan).toEqual(lookAt(bytes).plan)
    }
  })
})
