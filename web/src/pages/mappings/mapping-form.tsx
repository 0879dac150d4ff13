import { useState } from 'preact/hooks'
import type { FileMapping } from '../../../../functions/contract/mapping.ts'
import { t } from '../../messages/mappings.ts'
import { nameField } from '../../messages/reading.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useStep } from '../uploads/use-step.ts'
import { saveMapping } from './mapping-answers.ts'
import { constantFields, draftOf, fillColumn, type MappingDraft, setAnswer, setConstant } from './mapping-edits.ts'

type FormProps = { workspace: string; mapping: FileMapping }
type PartProps = { mapping: FileMapping; draft: MappingDraft; onChange: (draft: MappingDraft) => void }

export function MappingForm({ workspace, mapping }: FormProps) {
  const [draft, setDraft] = useState(() => draftOf(mapping))
  const step = useStep()
  const { id, version } = mapping
  const nameless = draft.name.trim() === ''
  const submit = (event: Event) => {
    event.preventDefault()
    if (!nameless) void step.run(() => saveMapping({ workspace, id }, { ...draft, version }))
  }
  const part = { mapping, draft, onChange: setDraft }
  return (
    <Card title={t('edit')} note={t('editNote')}>
      <form class="mapping-form" onSubmit={submit}>
        <label class="field">
          <span>{t('name')}</span>
          <input
            class="input"
            value={draft.name}
            maxLength={100}
            dir="auto"
            aria-invalid={nameless}
            onInput={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
          />
          {nameless && <small role="alert">{t('nameMissing')}</small>}
        </label>
        <ColumnsPart {...part} />
        <ConstantsPart {...part} />
        {mapping.answers.length > 0 && <AnswersPart {...part} />}
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.rounding}
            onChange={({ currentTarget }) => setDraft({ ...draft, rounding: currentTarget.checked })}
          />
          <span>{t('rounding')}</span>
        </label>
        {step.problem && <ErrorBox problem={step.problem} />}
        <div class="actions">
          <Button kind="main" type="submit" disabled={step.busy || nameless}>
            {t('save')}
          </Button>
          {version > 1 && (
            <span role="status" class="quiet small">
              {t('saved', { version })}
            </span>
          )}
        </div>
      </form>
    </Card>
  )
}

type HeaderRow = { at: number; header: string }

function ColumnsPart({ mapping, draft, onChange }: PartProps) {
  const columns: Column<HeaderRow>[] = [
    { id: 'header', header: t('columnHeader'), cell: ({ header }) => <bdi class="mapping-text">{header}</bdi> },
    {
      id: 'fills',
      header: t('columnFillsHeader'),
      cell: ({ at, header }) => (
        <select
          class="input"
          aria-label={t('columnFills', { column: header })}
          value={draft.columns[at] ?? ''}
          onChange={({ currentTarget: { value } }) => onChange(fillColumn(draft, at, value === '' ? null : value))}
        >
          <option value="">{t('notLoaded')}</option>
          {mapping.fields.map((field) => (
            <option key={field} value={field}>
              {nameField(field)}
            </option>
          ))}
        </select>
      ),
    },
  ]
  const rows = mapping.headers.map((header, at) => ({ at, header }))
  return <Table cards caption={t('columns')} showCaption columns={columns} rows={rows} keyOf={({ at }) => String(at)} />
}

function ConstantsPart({ mapping, draft, onChange }: PartProps) {
  return (
    <fieldset class="mapping-fields">
      <legend>{t('constants')}</legend>
      <p class="quiet small">{t('constantsNote')}</p>
      {constantFields(mapping, draft).map((field) => (
        <label key={field} class="field">
          <span>{nameField(field)}</span>
          <input
            class="input"
            value={draft.constants[field] ?? ''}
            maxLength={300}
            dir="auto"
            onInput={({ currentTarget: { value } }) =>
              onChange(setConstant(draft, field, field === 'currency' ? value.toUpperCase() : value))
            }
          />
        </label>
      ))}
    </fieldset>
  )
}

function AnswersPart({ mapping, draft, onChange }: PartProps) {
  return (
    <fieldset class="mapping-fields">
      <legend>{t('answers')}</legend>
      <p class="quiet small">{t('answersNote')}</p>
      {mapping.answers.map(({ question, text, options }) => (
        <label key={question} class="field">
          <span dir="auto">{text}</span>
          <select
            class="input"
            value={draft.answers[question] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange(setAnswer(draft, question, value === '' ? null : value))
            }
          >
            <option value="">{t('askAgain')}</option>
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}
