import type { UploadKind } from '../../contract/upload.ts'
import { delimiters } from './csv-reader.ts'
import { fieldOfHeader } from './kinds.ts'

const magic: readonly [string, readonly number[]][] = [
  ['a zip archive or an Excel workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['text in UTF-16', [0xff, 0xfe]],
  ['text in UTF-16', [0xfe, 0xff]],
]

/** What a file is that begins with these bytes, if it is known and no CSV. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  return magic.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0]
}

/** The delimiter by which the first line names the most fields of the kind, else the one that cuts it most. */
export function chooseDelimiter(kind: UploadKind, head: string): string {
  const line = head.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  const known = (delimiter: string): number =>
    line.split(delimiter).filter((cell) => fieldOfHeader(kind, cell.replaceAll('"', ''))).length
  const cuts = (delimiter: string): number => line.split(delimiter).length
  return [...delimiters].sort((a, b) => known(b) - known(a) || cuts(b) - cuts(a))[0] ?? ','
}

/**
 * How the first line that is not blank ends: by LF, alone or after CR, or by CR alone. A line end inside quotes is text,
 * and one that nothing follows yet may go on: undefined.
 */
export function lineEnd(head: string): '\n' | '\r' | undefined {
  const text = head.trimStart()
  let quoted = false
  for (let at = 0; at < text.length - 1; at++) {
    const char = text[at]
    if (char === '"') quoted = quoted ? false : at === 0 || ',;\t"'.includes(text[at - 1] as string)
    else if (!quoted && char === '\n') return '\n'
    else if (!quoted && char === '\r') return text[at + 1] === '\n' ? '\n' : '\r'
  }
  return undefined
}
