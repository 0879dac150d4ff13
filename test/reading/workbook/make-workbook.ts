import { type Packed, writeZip } from './write-zip.ts'

type Sheet = { name?: string; state?: string; rows?: string; before?: string; after?: string }

type Made = {
  sheets?: Sheet[]
  /** Number formats; a cell names the first by `s="1"`. A number is one of those that every workbook has. */
  formats?: (string | number)[]
  /** The inner XML of each shared text. */
  texts?: string[]
  dates1904?: boolean
  more?: Packed[]
}

/** The files of a workbook, with what the test is about written out. */
export function workbookFiles({ sheets = [{}], formats = [], texts = [], dates1904, more = [] }: Made): Packed[] {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const relations = (inner: string) => `<?xml version="1.0"?><Relationships>${inner}</Relationships>`
  const names = sheets.map(
    ({ name = 'Sheet', state = 'visible' }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="rId${i + 1}"/>`,
  )
  return [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: '_rels/.rels', data: relations(relation(1, 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="r"><workbookPr${dates1904 ? ' date1904="1"' : ''}/><sheets>${names.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(
        sheets.map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
          relation(901, 'styles', 'styles.xml') +
          relation(902, 'sharedStrings', '/xl/sharedStrings.xml'),
      ),
    },
    { name: 'xl/styles.xml', data: stylesOf(formats) },
    { name: 'xl/sharedStrings.xml', data: `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>` },
    ...sheets.map(({ rows = '', before = '', after = '' }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: `<?xml version="1.0"?><worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
    ...more,
  ]
}

export const makeWorkbook = (made: Made): Buffer => writeZip(workbookFiles(made))

function stylesOf(formats: readonly (string | number)[]): string {
  const escaped = (code: string) => code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const codes = formats.map((format, i) =>
    typeof format === 'string' ? `<numFmt numFmtId="${164 + i}" formatCode="${escaped(format)}"/>` : '',
  )
  const cells = formats.map((format, i) => `<xf numFmtId="${typeof format === 'string' ? 164 + i : format}"/>`)
  return `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`
}
