import type { delimiters } from './dialect.ts'
import type { SourcePlan } from './reading-plan.ts'
import type { TextEncoding } from './text-encoding.ts'

const encodings: Record<TextEncoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac OS Roman',
  mixed: 'UTF-8 with some Windows-1252',
}
const separators: Record<(typeof delimiters)[number], string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

/** What a file is, in words: `UTF-16, separated by tabs`. */
export function describeSource(source: SourcePlan): string {
  if (source.kind === 'workbook') return `Excel workbook, sheet “${source.sheet}”`
  const { encoding, dialect } = source.text
  const separator = separators[dialect.delimiter as (typeof delimiters)[number]] ?? `“${dialect.delimiter}”`
  return `${encodings[encoding]}, separated by ${separator}`
}
