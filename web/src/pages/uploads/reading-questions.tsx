import { useState } from 'preact/hooks'
import type { Reading, ReadingChoice, ReadingNeed } from '../../../../functions/contract/reading.ts'
import { t } from '../../messages/reading.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { answersOf, needsOf, noEdits, type ReadingEdits, toReadingChoice } from './to-reading-choice.ts'
import { ValueInput } from './value-input.tsx'

type ReadingQuestionsProps = { reading: Reading; busy: boolean; onRead: (choice: ReadingChoice) => void }

/** What only the reader knows, asked before anything is loaded. */
export function ReadingQuestions({ reading, busy, onRead }: ReadingQuestionsProps) {
  const [edits, setEdits] = useState<ReadingEdits>(noEdits)
  const [tried, setTried] = useState(false)
  const answers = answersOf(reading, edits)
  const values = needsOf(reading, edits)
  const open = reading.questions.filter(({ answer }) => answer === null)
  const faults = Object.fromEntries(reading.needs.map((need) => [need.field, faultOf(need, values[need.field] ?? '')]))
  const send = (event: Event) => {
    event.preventDefault()
    setTried(true)
    const first = Object.entries(faults).find(([, fault]) => fault !== null)
    if (first) document.getElementById(idOf(first[0]))?.focus()
    else onRead(toReadingChoice(reading, edits))
  }
  return (
    <Card title={t('questions')}>
      <form class="upload-stack upload-narrow" noValidate onSubmit={send}>
        {open.map(({ id, text, options, proposed, reason }) => (
          <Choices
            key={id}
            legend={text}
            value={answers[id] ?? ''}
            choices={options.map(({ value, label, effect }) => ({
              value,
              label,
              hint: value === proposed ? `${effect} ${t('proposed', { reason })}` : effect,
            }))}
            onChoose={(value) => setEdits({ ...edits, answers: { ...edits.answers, [id]: value } })}
          />
        ))}
        {reading.needs.map((need) => (
          <Need
            key={need.field}
            need={need}
            value={values[need.field] ?? ''}
            fault={tried ? (faults[need.field] ?? null) : null}
            onValue={(value) => setEdits({ ...edits, constants: { ...edits.constants, [need.field]: value } })}
          />
        ))}
        <div class="actions">
          <Button kind="main" type="submit" disabled={busy}>
            {t('read')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

const hints = { currency: 'currency', date: 'date', text: 'value' } as const

const idOf = (field: string): string => `need-${field}`

type NeedProps = { need: ReadingNeed; value: string; fault: string | null; onValue: (value: string) => void }

function Need({ need: { field, input, text }, value, fault, onValue }: NeedProps) {
  const id = idOf(field)
  return (
    <div class="field reading-need">
      <label for={id}>
        {text} <span class="quiet">{t(hints[input])}</span>
      </label>
      <ValueInput
        id={id}
        isDay={input === 'date'}
        value={value}
        maxLength={input === 'currency' ? 3 : 300}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onValue={(next) => onValue(input === 'currency' ? next.toUpperCase() : next)}
      />
      {fault !== null && (
        <p id={`${id}-fault`} class="reading-fault">
          {fault}
        </p>
      )}
    </div>
  )
}

function faultOf({ input }: ReadingNeed, value: string): string | null {
  if (value.trim() === '') return t('fillIn')
  return input === 'currency' && !/^[A-Z]{3}$/.test(value) ? t('notCurrency') : null
}
