import { type Refusal, refuse } from '../refusal.ts'
import { workbookLimits } from './workbook-limits.ts'

const inExcel = 'Open it in its program and save it as .xlsx or as “CSV UTF-8”.'
const noTable = 'Ask for the export as CSV or Excel, not as a document.'

/** Why a zip with these names, in small letters, is not read as a workbook; undefined where it is one. */
export function refusedContainer(names: readonly string[]): Refusal | undefined {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^word\//)) return refuse('file-document', 'a Word document', noTable)
  if (has(/^ppt\//)) return refuse('file-document', 'a PowerPoint presentation', noTable)
  if (has(/^xl\/workbook\.bin$/)) {
    return refuse('file-xlsb', 'a binary Excel workbook (.xlsb)', 'Open it in Excel and save it as .xlsx.')
  }
  if (has(/(^|\/)vbaproject\.bin$|^xl\/macrosheets\//)) {
    return macrosRefused
  }
  if (has(/^index(\.zip$|\/(document|tables))/)) {
    return refuse('file-numbers', 'an Apple Numbers sheet', 'Choose File, Export to, CSV or Excel.')
  }
  if (has(/^mimetype$/) && has(/^content\.xml$/)) {
    return refuse('file-ods', 'an OpenDocument file (.ods, .odt)', inExcel)
  }
  return has(/^\[content_types\]\.xml$/) && has(/^xl\//) ? undefined : plainZip(names)
}

export const macrosRefused = refuse(
  'file-macros',
  'a workbook with macros (.xlsm)',
  'Macros are programs and are not taken in. Open it in Excel and save it as .xlsx.',
)

function plainZip(names: readonly string[]): Refusal {
  const files = names.filter((name) => !name.endsWith('/') && !/^__macosx\/|(^|\/)\./.test(name))
  const table = files.find((name) => /\.(csv|tsv|txt|xlsx)$/.test(name)) ?? files[0]
  if (table === undefined) return refuse('file-zip', 'an empty zip archive', 'Send the file itself.')
  const more = files.length > 1 ? ` and ${files.length - 1} more` : ''
  const short = table.slice(0, workbookLimits.entryNameCharsMax)
  return refuse('file-zip', `a zip archive that holds ${short}${more}`, 'Unpack it and send the file inside.')
}
