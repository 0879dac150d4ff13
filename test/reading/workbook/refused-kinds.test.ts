import { expect, test } from 'vitest'
import { openWorkbook } from '../../../functions/domain/reading/workbook/open-workbook.ts'
import { workbookFiles } from './make-workbook.ts'
import { writeZip } from './write-zip.ts'

const empty = (...names: string[]) => names.map((name) => ({ name, data: '' }))

test.each([
  ['a workbook with macros', workbookFiles({ more: empty('xl/vbaProject.bin') }), 'file-macros'],
  ['a workbook with macros', workbookFiles({ more: empty('xl/macrosheets/sheet1.xml') }), 'file-macros'],
  ['a binary Excel workbook', empty('[Content_Types].xml', 'xl/workbook.bin'), 'file-xlsb'],
  ['an OpenDocument file', empty('mimetype', 'content.xml', 'META-INF/manifest.xml'), 'file-ods'],
  ['an Apple Numbers sheet', empty('Index/Document.iwa', 'Metadata/Properties.plist'), 'file-numbers'],
  ['a Word document', empty('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), 'file-document'],
  ['a PowerPoint presentation', empty('[Content_Types].xml', 'ppt/presentation.xml'), 'file-document'],
  ['a zip archive that holds out/spend.csv and 1 more', empty('readme.md', 'out/spend.csv'), 'file-zip'],
  ['an empty zip archive', [], 'file-zip'],
])('%s is refused as what it is', async (what, files, code) => {
  const message = expect.stringMatching(new RegExp(`^This is ${what}.*, not a CSV file or an Excel workbook`))
  await expect(openWorkbook(writeZip(files))).rejects.toMatchObject({ refusal: { code, message } })
})

test('an .xlsm without a macro yet is refused by what it says of itself', async () => {
  const type = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
  const types = `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`
  const files = workbookFiles({}).map((file) => (file.name === '[Content_Types].xml' ? { ...file, data: types } : file))
  await expect(openWorkbook(writeZip(files))).rejects.toMatchObject({ refusal: { code: 'file-macros' } })
})

test.each([
  ['Workbook', 'file-xls'],
  ['EncryptedPackage', 'file-encrypted'],
  ['WordDocument', 'file-document'],
])('an OLE2 file with the stream %s is refused as %s', async (stream, code) => {
  const file = Buffer.alloc(2048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  Buffer.from(stream, 'utf16le').copy(file, 1024 + 128)
  file.writeUInt16LE(2 * stream.length + 2, 1024 + 128 + 64)
  file[1024 + 128 + 66] = 2
  await expect(openWorkbook(file)).rejects.toMatchObject({ refusal: { code } })
})

test('what is neither is refused', async () => {
  await expect(openWorkbook(Buffer.from('a,b'))).rejects.toMatchObject({ refusal: { code: 'file-unknown' } })
})
