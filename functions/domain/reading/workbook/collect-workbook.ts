import { tooManyBytes } from './refuse-workbook.ts'
import { workbookLimits } from './workbook-limits.ts'

/**
 * Puts the parts of an upload together: a zip has its table of contents at its end, so it cannot be read as it comes.
 * @throws Unreadable where the file is larger than is held
 */
export async function collectWorkbook(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const held: Uint8Array[] = []
  let length = 0
  for await (const part of parts) {
    length += part.length
    if (length > workbookLimits.fileBytesMax) throw tooManyBytes()
    held.push(part)
  }
  return Buffer.concat(held, length)
}
