import { type CellFormat, formatOfCode, formatOfId } from './cell-format.ts'
import { readSmallPart } from './read-small-part.ts'
import { tooMuch } from './refuse-workbook.ts'
import { workbookLimits } from './workbook-limits.ts'
import type { ZipFile } from './zip-file.ts'

/** The formats of a workbook, by the number under which its cells name them. @throws Unreadable */
export async function readCellFormats(zip: ZipFile, part: string): Promise<CellFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCells = false
  await readSmallPart(zip, part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) ids.push(Number(attributes.numFmtId ?? 0))
      else if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (ids.length + codes.size > workbookLimits.formatsMax) throw tooMuch('it has too many formats')
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  const kept = new Map<number, CellFormat>()
  return ids.map((id) => {
    const code = codes.get(id)
    const format = kept.get(id) ?? (code === undefined ? formatOfId(id) : formatOfCode(code))
    kept.set(id, format)
    return format
  })
}
