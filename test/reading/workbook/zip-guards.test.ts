import { describe, expect, test } from 'vitest'
import { collectWorkbook } from '../../../functions/domain/reading/workbook/collect-workbook.ts'
import { openWorkbook } from '../../../functions/domain/reading/workbook/open-workbook.ts'
import { workbookFiles } from './make-workbook.ts'
import { readAll } from './read-all.ts'
import { type Packed, writeZip } from './write-zip.ts'

const sheet = 'xl/worksheets/sheet1.xml'
const files = workbookFiles({ sheets: [{ rows: '<row><c><v>7</v></c></row>' }] })
const saying = (says: Packed['says'] & object) => files.map((file) => (file.name === sheet ? { ...file, says } : file))
const refusal = (code: string, words: RegExp) => ({ refusal: { code, message: expect.stringMatching(words) } })

describe('before anything is unpacked', () => {
  test.each([
    ['a part that says it unpacks to a thousand times its size', { unpackedBytes: 500e6 }, 'zip bomb'],
    ['a part under a password', { flags: 1 }, 'password'],
    ['a part packed by a method that Excel does not use', { method: 9 }, 'Excel does not use'],
    ['two parts in one place', { offset: 0 }, 'same place'],
  ])('%s is refused', async (_, says, words) => {
    await expect(openWorkbook(writeZip(saying(says)))).rejects.toMatchObject(
      refusal('workbook-unsafe', new RegExp(words)),
    )
  })

  test('parts that unpack to more than is read all together are refused', async () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      name: `xl/media/${i}`,
      data: 'x',
      says: { unpackedBytes: 30 * 1_048_576 },
    }))
    await expect(openWorkbook(writeZip([...files, ...many]))).rejects.toMatchObject(
      refusal('workbook-too-large', /1,200 MB, where 1,024 MB are read/),
    )
  })

  test.each([
    ['two files of one name', [{ name: 'XL/workbook.xml', data: '' }], /two files of one name/],
    ['a name that leads out of the zip', [{ name: 'xl/../../etc', data: '' }], /name that no program gives/],
    ['a very long name', [{ name: 'x'.repeat(600), data: '' }], /name that no program gives/],
    ['a name with a zero in it', [{ name: 'xl/a\0b', data: '' }], /name that no program gives/],
  ])('%s is refused', async (_, more, words) => {
    await expect(openWorkbook(writeZip([...files, ...more]))).rejects.toMatchObject(refusal('workbook-unsafe', words))
  })

  test('a file cut anywhere is refused as damaged', async () => {
    const whole = writeZip(files)
    for (let length = 4; length < whole.length; length += 41) {
      await expect(openWorkbook(whole.subarray(0, length))).rejects.toMatchObject({
        refusal: { code: 'workbook-damaged' },
      })
    }
  })

  test('a file of more bytes than are held is refused while it comes', async () => {
    async function* endless() {
      for (;;) yield new Uint8Array(262_144)
    }
    await expect(collectWorkbook(endless())).rejects.toMatchObject(refusal('workbook-too-large', /60 MB/))
  })
})

describe('while a part is unpacked', () => {
  test('it is stopped at the size that it says', async () => {
    await expect(readAll(writeZip(saying({ unpackedBytes: 20 })))).rejects.toMatchObject(
      refusal('workbook-unsafe', /larger than it says/),
    )
  })

  test.each([{ unpackedBytes: 2000 }, { crc: 1 }, { packedBytes: 10 }])('it is what it says: %o', async (says) => {
    await expect(readAll(writeZip(saying(says)))).rejects.toMatchObject({ refusal: { code: 'workbook-damaged' } })
  })

  test.each([
    ['very deep tags', '<a>'.repeat(300)],
    ['a text without end', `<row><c><v>${'1'.repeat(5e6)}</v></c></row>`],
    ['no XML', '<row><c></row>'],
    ['a row in two places', '<row r="2"/><row r="2"/>'],
    ['a row past the last', '<row r="1048577"/>'],
    ['a cell twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['a cell in another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a cell nowhere', '<row r="1"><c r="1A"><v>1</v></c></row>'],
  ])('a sheet with %s is refused', async (_, rows) => {
    const read = readAll(writeZip(workbookFiles({ sheets: [{ rows }] })))
    await expect(read).rejects.toMatchObject({ refusal: { code: 'workbook-damaged' } })
  })

  test('a document type is refused, so that its entities never unfold', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><worksheet><sheetData>&d;</sheetData></worksheet>'
    const made = files.map((file) => (file.name === sheet ? { ...file, data: bomb } : file))
    await expect(readAll(writeZip(made))).rejects.toMatchObject(refusal('workbook-damaged', /document type/))
  })

  test('a cell too far to the right is named', async () => {
    const made = workbookFiles({ sheets: [{ rows: '<row r="9"><c r="XFD9"><v>1</v></c></row>' }] })
    await expect(readAll(writeZip(made))).rejects.toMatchObject(
      refusal('workbook-too-large', /row 9 has a cell in column 16384/),
    )
  })
})

test('a zip whose sizes stand in wide fields is read', async () => {
  expect((await readAll(writeZip(files, true))).records[0]?.cells).toEqual(['7'])
})

test('parts that are stored, or named with backslashes, are read', async () => {
  const made = files.map((file) => ({ ...file, stored: true, name: file.name.replaceAll('/', '\\') }))
  expect((await readAll(writeZip(made))).records[0]?.cells).toEqual(['7'])
})
