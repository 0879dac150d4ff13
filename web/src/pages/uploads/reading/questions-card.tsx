import { useRef, useState } from 'preact/hooks'
import type { Reading } from '../../../../../functions/contract/reading.ts'
import { t } from '../../../messages/reading.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { knownCurrencies } from '../../../ui/currency-list.tsx'
import { AskedQuestion } from './asked-question.tsx'
import { MissingColumn } from './missing-column.tsx'
import { chooseField, fieldsInForce } from './reading-edits.ts'
import { type Asked, countAsked, stillAsked, withProposals } from './to-asked.ts'
import type { UploadReading } from './use-upload-reading.ts'
import { valueFault } from './value-fault.ts'
import { ValueField } from './value-field.tsx'
import '../../../styles/reading.css'

/** What only the user can tell, before anything of the file is read. */
export function QuestionsCard({ bundle }: { bundle: UploadReading }) {
  const { reading, asked } = bundle
  return reading && asked ? <Questions bundle={bundle} reading={reading} asked={asked} /> : null
}

type QuestionsProps = { bundle: UploadReading; reading: Reading; asked: Asked }

function Questions({ bundle, reading, asked }: QuestionsProps) {
  const { edits, change, open, send } = bundle
  /** Nothing is wrong before it was tried. */
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const left = stillAsked(reading, asked, edits)
  const said = withProposals(left, edits)
  const filled = fieldsInForce(reading, edits)
  const faults = new Map<string, string>()
  for (const { field, input } of left.needs) {
    const fault = valueFault(input, said.constants[field] ?? '', knownCurrencies())
    if (fault) faults.set(field, t(fault))
  }
  for (const field of left.missing) if (!filled.has(field)) faults.set(field, t('columnFault'))
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (faults.size === 0) {
      send(said)
      return
    }
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const faultOf = (field: string): string | null =>
    (tried ? faults.get(field) : undefined) ?? unknownCurrency(reading, field, said.constants[field])
  return (
    <Card title={t('questions')} note={t('questionsNote')}>
      <form ref={form} class="reading-questions" noValidate onSubmit={submit}>
        {left.questions.map((question) => (
          <AskedQuestion
            key={question.id}
            question={question}
            answer={said.answers[question.id] ?? ''}
            onAnswer={(value) => change({ ...edits, answers: { ...edits.answers, [question.id]: value } })}
          />
        ))}
        {left.missing.map((field) => (
          <MissingColumn
            key={field}
            field={field}
            reading={reading}
            at={filled.get(field)}
            fault={faultOf(field)}
            onColumn={(at) => change(chooseField(reading, edits, at, field))}
          />
        ))}
        {left.needs.map(({ field, input, text, proposed }) => (
          <ValueField
            key={field}
            label={text}
            input={input}
            value={said.constants[field] ?? ''}
            fault={faultOf(field)}
            proposed={proposed}
            onValue={(value) => change({ ...edits, constants: { ...edits.constants, [field]: value } })}
          />
        ))}
        {countAsked(left) < countAsked(asked) && <p class="quiet small">{t('elsewhere')}</p>}
        <div class="actions">
          <Button kind="main" type="submit" disabled={!open}>
            {t('readWithAnswers')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

/** The service has been told a currency that it does not know, and asks again. */
function unknownCurrency(reading: Reading, field: string, value: string | null | undefined): string | null {
  const said = reading.constants[field]
  return field === 'currency' && said !== undefined && said === value ? t('currencyUnknown', { code: said }) : null
}
