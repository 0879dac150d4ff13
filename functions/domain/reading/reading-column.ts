import type { Reading, ReadingChoice } from '../../contract/reading.ts'
import type { ColumnsDecision } from './columns/decide-columns.ts'
import type { FileFacts } from './columns/file-facts.ts'
import type { FieldProposal, MappingProposal } from './columns/propose-mapping.ts'
import { describePlan } from './describe-plan.ts'

export function readingColumn(
  at: number,
  facts: FileFacts,
  proposal: MappingProposal,
  fields: ReadonlyMap<string, number>,
  decision: ColumnsDecision,
  choice: ReadingChoice,
): Reading['columns'][number] {
  const field = [...fields].find(([, position]) => position === at)?.[0] ?? null
  const proposed: FieldProposal | undefined = proposal.fields.find((one) => one.column === at && one.field === field)
  const said = field !== null && choice.columns?.[field] === at
  const column = facts.columns[at]
  return {
    at,
    header: column?.header ?? '',
    field,
    confidence: said ? 1 : (proposed?.confidence ?? 0),
    reason: said ? 'You said so.' : (proposed?.reason ?? ''),
    how: field === null ? '' : describePlan(decision.plans[at], column?.date),
    samples: column?.text.values.slice(0, 3) ?? [],
  }
}
