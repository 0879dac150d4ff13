import { expect, test } from 'vitest'
import { macintosh, windows1252 } from '../../functions/domain/reading/single-byte.ts'
import { cellsOf, fateOf, lookAt } from './look-at.ts'

const bytesOf = (table: readonly string[], text: string): Buffer =>
  Buffer.from([...text].map((char) => (char < '\u0080' ? char.charCodeAt(0) : table.indexOf(char))))
const cp1252 = (text: string): Buffer => bytesOf(windows1252, text)
const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const rows = 'Créateur;Coût\nZoë;5\nJosé;6\n'

test.each([
  ['UTF-8', Buffer.from(rows), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${rows}`), 'utf-8'],
  ['UTF-16 LE with a mark', utf16(`\uFEFF${rows}`, 'le'), 'utf-16le'],
  ['UTF-16 BE with a mark', utf16(`\uFEFF${rows}`, 'be'), 'utf-16be'],
  ['UTF-16 LE without', utf16(rows, 'le'), 'utf-16le'],
  ['UTF-16 BE without', utf16(rows, 'be'), 'utf-16be'],
  ['Windows-1252', cp1252(rows), 'windows-1252'],
  ['Mac Roman', bytesOf(macintosh, 'Créateur;Coût;Où\nChloé Bérénger;5;après-midi\nJosé Núñez;6;là\n'), 'macintosh'],
])('%s is known by its bytes, and its letters are read', (_, bytes, encoding) => {
  expect(fateOf(bytes)).toBe(encoding)
  expect(cellsOf(bytes)[0]?.[0]).toBe('Créateur')
})

test('a mark is no part of the first name', () => {
  const { seen, plan } = lookAt(`\uFEFF${rows}`)
  expect(seen).toMatchObject({ plan: { bom: true } })
  expect(plan.tables[0]?.headers).toEqual(['Créateur', 'Coût'])
})

test('one byte after half a megabyte tells Windows-1252', () => {
  const file = Buffer.concat([Buffer.from(`name,price\n${'ab,12\n'.repeat(100_000)}x,`), Buffer.of(0x80, 10)])
  const { seen, rows: read } = lookAt(file)
  expect(seen).toMatchObject({ plan: { encoding: 'windows-1252' } })
  expect(read.at(-1)?.cells).toEqual(['x', '€'])
})

test('a UTF-8 character may be cut anywhere', () => {
  expect(lookAt('name,sign\n“Zoë”,🎉\n', [1]).rows[0]?.cells).toEqual(['“Zoë”', '🎉'])
})

test('single bytes of Windows-1252 in UTF-8 are read, and told', () => {
  const file = Buffer.concat([Buffer.from('name,note\nZoë,5 € – “ok”\n'), cp1252('José,5\n')])
  const { seen, rows: read } = lookAt(file)
  expect(seen).toMatchObject({ plan: { encoding: 'mixed' }, note: expect.stringContaining('1 bytes') })
  expect(read.map(({ cells }) => cells[0])).toEqual(['Zoë', 'José'])
})

test('what could be UTF-8 by chance stays Windows-1252 where everything else is', () => {
  const text = `Ort;Gruß\n${'Köln;für Müller\n'.repeat(40)}Berlin;“mit Gruß”\n`
  expect(fateOf(cp1252(text))).toBe('windows-1252')
  expect(cellsOf(cp1252(text)).at(-1)?.[1]).toBe('“mit Gruß”')
})

test('quotes, dashes and no-break blanks may stand side by side in Windows-1252', () => {
  expect(fateOf(cp1252(`Ort;Preis\n${'Köln;\u00a0\u00a0\u00a05\u00a0€\n“So”–“da”;6\n'.repeat(5)}`))).toBe(
    'windows-1252',
  )
})

test('marked letters that stand side by side in Portuguese and French are Windows-1252', () => {
  const text = `Ação;Divulgação;Promoções;créée;déçu\n${'Criação;Edição;Locação;Seleções;née\n'.repeat(20)}`
  expect(lookAt(cp1252(text)).plan.tables[0]?.headers).toEqual(['Ação', 'Divulgação', 'Promoções', 'créée', 'déçu'])
})

test('the letters of no Western language are refused, not garbled', () => {
  const cyrillic = Buffer.from(
    [...'Имя;Город\nАнна;Москва\n'].map((char) => (char > '\u00ff' ? char.charCodeAt(0) - 0x350 : char.charCodeAt(0))),
  )
  expect(fateOf(cyrillic)).toBe('encoding-unknown')
})

test('a NUL byte or two are passed over, many are no text', () => {
  expect(lookAt('a,b\n1\0,2\n').rows[0]?.cells).toEqual(['1', '2'])
  expect(fateOf(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)))).toBe('file-binary')
})

const zip = (name: string, content = ''): Buffer =>
  Buffer.concat([
    Buffer.from('PK\x03\x04'),
    Buffer.alloc(22),
    Buffer.from([name.length, 0, 0, 0]),
    Buffer.from(name + content),
  ])
const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(9000),
    Buffer.from(`${stream}\0`, 'utf16le'),
    Buffer.alloc(600),
  ])

test.each([
  ['a workbook', zip('[Content_Types].xml'), 'workbook'],
  ['a zip of a CSV', zip('spend.csv', 'a,b'), 'file-zip'],
  ['an OpenDocument sheet', zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), 'file-ods'],
  ['an old workbook', ole('Workbook'), 'file-xls'],
  ['a workbook under a password', ole('EncryptedPackage'), 'file-encrypted'],
  ['HTML that is called .xls', '<html><table><tr><td>1</td></tr></table></html>', 'file-html'],
  [
    'an XML spreadsheet',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    'file-xml-spreadsheet',
  ],
  ['a PDF', '%PDF-1.7 …', 'file-pdf'],
  ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'file-gzip'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'file-image'],
  ['JSON', '[{"creator": "Zoë"}]', 'file-json'],
  ['nothing', '', 'file-empty'],
])('%s is told by its content, however it is cut', (_, bytes, fate) => {
  expect([fateOf(bytes), fateOf(bytes, [1]), fateOf(bytes, [700])]).toEqual([fate, fate, fate])
})

test('a refusal says what it is, what was expected and how to mend it', () => {
  const { seen } = lookAt('<html></html>')
  expect(seen).toMatchObject({
    refusal: {
      message: expect.stringMatching(/^This is a web page.*, not a CSV file or an Excel workbook.*save it as/),
    },
  })
})
