import type { FileMapping } from '../../../../functions/contract/mapping.ts'

/** What a form has of a mapping. */
export type MappingDraft = Pick<FileMapping, 'name' | 'columns' | 'constants' | 'rounding'> & {
  /** Question → answer. */
  answers: Record<string, string>
}

export function draftOf({ name, columns, constants, answers, rounding }: FileMapping): MappingDraft {
  const said = answers.map(({ question, value }) => [question, value] as const)
  return { name, columns, constants, answers: Object.fromEntries(said), rounding }
}

/** Lets a column fill a field: a field has one column, and what a column says is not said for all lines. */
export function fillColumn(draft: MappingDraft, at: number, field: string | null): MappingDraft {
  const columns = draft.columns.map((now, column) => (column === at ? field : now === field ? null : now))
  const constants = Object.entries(draft.constants).filter(([name]) => name !== field)
  return { ...draft, columns, constants: Object.fromEntries(constants) }
}

/** Fields that may have one value for all lines: those that no column fills. */
export function constantFields({ fields }: FileMapping, { columns, constants }: MappingDraft): string[] {
  const usual = ['campaign', 'creator', 'platform', 'category', 'currency']
  return fields.filter((field) => !columns.includes(field) && (usual.includes(field) || constants[field] !== undefined))
}

/** An empty value is none. */
export function setConstant(draft: MappingDraft, field: string, value: string): MappingDraft {
  const { [field]: _, ...rest } = draft.constants
  return { ...draft, constants: value === '' ? rest : { ...rest, [field]: value } }
}

/** Null: the question is asked again. */
export function setAnswer(draft: MappingDraft, question: string, value: string | null): MappingDraft {
  const { [question]: _, ...rest } = draft.answers
  return { ...draft, answers: value === null ? rest : { ...rest, [question]: value } }
}
