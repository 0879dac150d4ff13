import { type Refusal, refuse } from './refusal.ts'

export type KnownFormat = { kind: 'workbook' } | { kind: 'ole' } | { kind: 'refused'; refusal: Refusal }

const saveAs = 'Open it in its program and save it as “CSV UTF-8” or as .xlsx.'
const unpack = 'Unpack it and send the file inside.'
const table = 'Ask for the export as CSV or Excel, not as a picture or a document.'

const starts: readonly [string, string, string, string][] = [
  ['%PDF', 'file-pdf', 'a PDF', table],
  ['\x1f\x8b', 'file-gzip', 'a compressed file (gzip)', unpack],
  ['BZh', 'file-archive', 'a compressed file (bzip2)', unpack],
  ['7z\xbc\xaf\x27\x1c', 'file-archive', 'an archive (7-Zip)', unpack],
  ['Rar!\x1a\x07', 'file-archive', 'an archive (RAR)', unpack],
  ['\xfd7zXZ\0', 'file-archive', 'a compressed file (xz)', unpack],
  ['\x28\xb5\x2f\xfd', 'file-archive', 'a compressed file (zstd)', unpack],
  ['\x89PNG', 'file-image', 'a picture (PNG)', table],
  ['\xff\xd8\xff', 'file-image', 'a picture (JPEG)', table],
  ['GIF8', 'file-image', 'a picture (GIF)', table],
  ['II*\0', 'file-image', 'a picture (TIFF)', table],
  ['MM\0*', 'file-image', 'a picture (TIFF)', table],
  ['RIFF', 'file-image', 'a picture, sound or film (RIFF)', table],
  ['{\\rtf', 'file-document', 'a text document (RTF)', table],
  ['PAR1', 'file-database', 'a Parquet file', 'Export it as CSV.'],
  ['SQLite format 3\0', 'file-database', 'an SQLite database', 'Export the table as CSV.'],
  ['\xff\xfe\0\0', 'encoding-utf-32', 'text in UTF-32', 'Save it as “CSV UTF-8”.'],
  ['\0\0\xfe\xff', 'encoding-utf-32', 'text in UTF-32', 'Save it as “CSV UTF-8”.'],
]

/**
 * What a file is that begins with `head`, if that is no plain text. A zip archive whose first entries do not tell is
 * taken for a workbook where `tail`, its table of contents, names a workbook's parts.
 */
export function knownFormat(head: Uint8Array, tail: Uint8Array): KnownFormat | undefined {
  const text = Buffer.from(head).toString('latin1')
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return zipFormat(text, tail)
  if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kind: 'ole' }
  if (text.startsWith('ftyp', 4)) return refused('file-image', 'a picture or film', table)
  const start = starts.find(([bytes]) => text.startsWith(bytes))
  return start ? refused(start[1], start[2], start[3]) : markupFormat(text)
}

function zipFormat(text: string, tail: Uint8Array): KnownFormat {
  if (text.includes('opendocument.spreadsheet')) return refused('file-ods', 'an OpenDocument spreadsheet', saveAs)
  const names = text + Buffer.from(tail).toString('latin1')
  if (/\[Content_Types\]\.xml|xl[/\\]work/.test(names)) {
    if (/word\/document/.test(names)) return refused('file-document', 'a Word document', table)
    return { kind: 'workbook' }
  }
  if (/Index\/(Document|Tables)/.test(names)) {
    return refused('file-numbers', 'an Apple Numbers sheet', 'Choose File, Export to, CSV or Excel.')
  }
  return refused('file-zip', 'a zip archive', unpack)
}

/** The kind of an OLE2 file by its streams: an old workbook, or a new one under a password. */
export function oleFormat(streams: ReadonlySet<string>): Refusal {
  if (streams.has('EncryptedPackage')) {
    return refuse('file-encrypted', 'a workbook under a password', 'Save it without the password and send it again.')
  }
  if (streams.has('Workbook') || streams.has('Book')) {
    return refuse('file-xls', 'an old Excel workbook (.xls)', 'Open it in Excel and save it as .xlsx.')
  }
  return refuse('file-document', 'an old Office document', table)
}

/** HTML, XML and JSON are text, but no tables: their kind stands at their start. */
function markupFormat(latin: string): KnownFormat | undefined {
  // What is written in UTF-16 is seen without its zeros.
  const text = latin
    .replaceAll('\0', '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  if (/^<(!doctype html|html|head|body|meta|table|style|div|script|!--)/i.test(text)) {
    return refused('file-html', 'a web page (HTML), even if it is called .xls', saveAs)
  }
  if (/^ID;P[^\r\n]*[\r\n]+(?:[A-Z]{1,2};|E\b)/.test(text)) return refused('file-sylk', 'a SYLK sheet (.slk)', saveAs)
  if (/^mime-version:/i.test(text)) return refused('file-html', 'a web archive (MHTML)', saveAs)
  if (/^<(\?xml|[a-z][\w:-]*[\s>])/i.test(text)) {
    const isSheet = /urn:schemas-microsoft-com:office:spreadsheet|<Workbook/i.test(text)
    return isSheet
      ? refused('file-xml-spreadsheet', 'an XML spreadsheet of Excel 2003', saveAs)
      : refused('file-xml', 'an XML file', 'Ask for the export as CSV or Excel.')
  }
  if (/^(\{\s*("|\}|$)|\[\s*([[{"]|-?\d+\s*,\s*$))/.test(text) && !/^\[[^\]\n]*\]\s*[,;\t|]/.test(text)) {
    return refused('file-json', 'a JSON file', 'Ask for the export as CSV or Excel.')
  }
  return undefined
}

const refused = (code: string, found: string, mend: string): KnownFormat => ({
  kind: 'refused',
  refusal: refuse(code, found, mend),
})
