import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { UploadKind } from '../../functions/contract/upload.ts'
import { CsvReader } from '../../functions/domain/ingest/csv-reader.ts'
import { readFile } from './read-file.ts'

const folder = '../shared/data'
const missing = !existsSync(folder)
const why = missing ? ` (skipped: there is no folder ${folder})` : ''
const files = missing ? [] : globSync('**/*.*', { cwd: folder }).sort()

describe.skipIf(missing)(`files off real systems${why}`, () => {
  test('each is read, or refused with what is wrong, as whatever kind it is sent', () => {
    for (const file of files) {
      const bytes = readFileSync(`${folder}/${file}`)
      for (const kind of UploadKind.options) {
        const { counts, problems, total, fatal } = readFile({ kind, file: bytes })
        expect(`${file} as ${kind}: ${fatal ? total > 0 : counts.read > 0}`).toBe(`${file} as ${kind}: true`)
        expect(problems.filter(({ message, expected }) => message === '' || expected === '')).toEqual([])
      }
    }
  })

  test('what no text editor shows as text is refused before it is read', () => {
    for (const file of files.filter((name) => /\.(xlsx|xlsm|xls|ods|zip|pdf)$/.test(name))) {
      const { codes } = readFile({ file: readFileSync(`${folder}/${file}`) })
      expect(`${file}: ${codes}`).toBe(`${file}: 0 not-csv`)
    }
  })

  // One of its answers has another phone number than its file, and one has a line end that its file has not.
  const spectrum = files.filter(
    (name) => name.includes('csv-spectrum') && /(?<!location_coordinates|_crlf)\.csv$/.test(name),
  )

  test.each(spectrum)('%s says what csv-spectrum says that it does', (file) => {
    const reader = new CsvReader(',', '\n')
    const records = [...reader.push(readFileSync(`${folder}/${file}`, 'utf8')), ...reader.drain(), ...reader.finish()]
    const [header = [], ...rows] = records
      .map(({ cells }) => cells)
      .filter((cells) => cells.join('') !== '' || cells.length > 1)
    const answer: unknown = JSON.parse(
      readFileSync(`${folder}/${file.replace('/csvs/', '/json/').replace('.csv', '.json')}`, 'utf8'),
    )
    expect(rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])))).toEqual(answer)
  })
})
