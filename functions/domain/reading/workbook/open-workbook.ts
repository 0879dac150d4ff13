import { oleFormat } from '../known-format.ts'
import { refuse, Unreadable } from '../refusal.ts'
import { readCellFormats } from './cell-formats.ts'
import { macrosRefused, refusedContainer } from './container-kind.ts'
import { oleStreams } from './ole-streams.ts'
import { readOutline } from './read-outline.ts'
import { readSmallPart } from './read-small-part.ts'
import { tooManyBytes } from './refuse-workbook.ts'
import { readRelations } from './relations.ts'
import { readSharedStrings } from './shared-strings.ts'
import type { Workbook } from './workbook.ts'
import { workbookLimits } from './workbook-limits.ts'
import { openZip, type ZipFile } from './zip-file.ts'

/**
 * Reads everything of a workbook but its cells. What is no .xlsx is refused by what it is.
 * @throws Unreadable
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (bytes.length > workbookLimits.fileBytesMax) throw tooManyBytes()
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable(oleFormat(oleStreams(bytes)))
  if (!startsWith(bytes, 0x50, 0x4b)) {
    throw new Unreadable(refuse('file-unknown', 'a file of an unknown kind', 'Save it as .xlsx or as “CSV UTF-8”.'))
  }
  const zip = openZip(bytes)
  const refusal = refusedContainer([...zip.entries.keys()])
  if (refusal) throw new Unreadable(refusal)
  if (await isMadeForMacros(zip)) throw new Unreadable(macrosRefused)
  return readParts(zip)
}

/** An .xlsm says so of itself, even before it holds a macro. */
async function isMadeForMacros(zip: ZipFile): Promise<boolean> {
  let found = false
  await readSmallPart(zip, '[Content_Types].xml', {
    open(_, { ContentType: type = '' }) {
      found ||= /macroEnabled/i.test(type)
    },
  })
  return found
}

async function readParts(zip: ZipFile): Promise<Workbook> {
  const top = await readRelations(zip, '')
  const part = top.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const relations = await readRelations(zip, part)
  const pathOf = (type: string) => relations.find((relation) => relation.type === type)?.path ?? ''
  const { sheets, dates } = await readOutline(zip, part, relations)
  const formats = await readCellFormats(zip, pathOf('styles'))
  const texts = await readSharedStrings(zip, pathOf('sharedStrings'))
  return { zip, sheets, dates, formats, texts }
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)
