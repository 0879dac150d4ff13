import { readSmallPart } from './read-small-part.ts'
import { damaged, tooMuch } from './refuse-workbook.ts'
import type { Relation } from './relations.ts'
import type { DateSystem } from './serial-date.ts'
import type { SheetEntry, SheetState } from './workbook.ts'
import { workbookLimits } from './workbook-limits.ts'
import { type Attributes, attributeOf, isTrue } from './xml-reader.ts'
import type { ZipFile } from './zip-file.ts'

/** The sheets that have cells, in the order of their tabs, and since when days are counted. @throws Unreadable */
export async function readOutline(
  zip: ZipFile,
  part: string,
  relations: readonly Relation[],
): Promise<{ sheets: SheetEntry[]; dates: DateSystem }> {
  const sheets: SheetEntry[] = []
  const paths = new Map(relations.map(({ id, type, path }) => [id, { type, path }]))
  let dates: DateSystem = 1900
  const found = await readSmallPart(zip, part, {
    open(name, attributes) {
      if (name === 'workbookPr' && isTrue(attributes.date1904)) dates = 1904
      if (name !== 'sheet') return
      const target = paths.get(attributeOf(attributes, 'id') ?? '')
      // Sheets of nothing but a chart have no cells.
      if (target?.type === 'worksheet') sheets.push({ ...nameAndState(attributes), path: target.path })
      if (sheets.length > workbookLimits.sheetsMax) throw tooMuch(`it has more than ${workbookLimits.sheetsMax} sheets`)
    },
  })
  if (!found) throw damaged('its list of sheets is missing')
  if (sheets.length === 0) throw damaged('it has no sheet with cells')
  return { sheets, dates }
}

function nameAndState({ name = '', state }: Attributes): { name: string; state: SheetState } {
  return { name, state: state === 'hidden' || state === 'veryHidden' ? state : 'visible' }
}
