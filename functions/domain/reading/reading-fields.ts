import type { ReadingChoice } from '../../contract/reading.ts'
import type { UploadKind } from '../../contract/upload.ts'
import { formatDay } from '../calendar.ts'
import { fieldOfHeader, kindFields } from '../ingest/kinds.ts'
import { headerKey } from '../ingest/normalise.ts'
import type { FileFacts } from './columns/file-facts.ts'
import type { MappingProposal } from './columns/propose-mapping.ts'
import type { Period } from './find-period.ts'
import type { ReadingOptions } from './reading-options.ts'

/** Field → position of its column: as proposed, but for what the user says, by position or by header. */
export function fieldsOf(
  facts: FileFacts,
  kind: UploadKind,
  proposal: MappingProposal,
  options: ReadingOptions,
): Map<string, number> {
  const said = new Map<string, number | null>(Object.entries(options.reading?.columns ?? {}))
  for (const [key, value] of Object.entries(options.mapping ?? {})) {
    const named = nameMapping(facts, kind, key, value)
    if (named && !said.has(named.field)) said.set(named.field, named.at)
  }
  const taken = new Set([...said.values()].filter((at) => at !== null))
  const fields = new Map<string, number>()
  for (const { name } of kindFields[kind]) {
    const proposed = proposal.fields.find(({ field }) => field === name)
    const at = said.has(name) ? said.get(name) : proposed && !taken.has(proposed.column) ? proposed.column : null
    if (at !== null && at !== undefined && at < facts.columns.length) fields.set(name, at)
  }
  for (const column of facts.columns) {
    // A column called as a field that no file does without is that field, whatever stands in it: what is wrong is told
    // cell by cell.
    const field = fieldOfHeader(kind, column.header)
    const name = field?.name
    if (name === undefined || fields.has(name) || said.has(name) || !(field?.required || name === 'date')) continue
    if (![...fields.values()].includes(column.at)) fields.set(name, column.at)
  }
  return fields
}

/** A mapping may name field and header in either order. */
function nameMapping(facts: FileFacts, kind: UploadKind, key: string, value: string) {
  const field = (text: string) => kindFields[kind].find(({ name }) => headerKey(name) === headerKey(text))?.name
  const column = (text: string) => facts.columns.find(({ header }) => headerKey(header) === headerKey(text))?.at
  for (const [name, header] of [
    [key, value],
    [value, key],
  ] as const) {
    const found = { field: field(name), at: column(header) }
    if (found.field !== undefined && found.at !== undefined) return { field: found.field, at: found.at }
  }
  return undefined
}

export function constantsOf(
  kind: UploadKind,
  proposal: MappingProposal,
  fields: ReadonlyMap<string, number>,
  choice: ReadingChoice,
  period: Period | null,
): Record<string, string> {
  const known = new Set(kindFields[kind].map(({ name }) => name))
  const dated = ['date', 'period_start', 'period_end'].some((field) => fields.has(field) || choice.constants?.[field])
  // What was spent in a period that the file names is spread over it.
  const spread =
    kind === 'spend' && !dated && period
      ? { period_start: formatDay(period.first), period_end: formatDay(period.last) }
      : {}
  const all = { ...proposal.constants, ...spread, ...choice.constants }
  return Object.fromEntries(
    Object.entries(all).filter(([field, value]) => known.has(field) && !fields.has(field) && value.trim() !== ''),
  )
}
