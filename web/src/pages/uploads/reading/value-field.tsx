import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { limits } from '../../../../../functions/contract/limits.ts'
import { t } from '../../../messages/reading.ts'
import { CurrencyList } from '../../../ui/currency-list.tsx'
import type { ValueInput } from './value-fault.ts'

type ValueFieldProps = {
  label: ComponentChildren
  input: ValueInput
  value: string
  fault: string | null
  disabled?: boolean
  /** What would be taken. */
  proposed?: string
  onValue: (value: string) => void
}

/** One value for all lines of a file. */
export function ValueField(props: ValueFieldProps) {
  const { label, input, value, fault, disabled = false, proposed = '', onValue } = props
  const id = useId()
  const list = useId()
  const note = fault ?? hintOf(input, value !== '' && value === proposed)
  return (
    <label class="field reading-value">
      <span class="reading-ask" dir="auto">
        {label}
      </span>
      <input
        class="input"
        data-input={input}
        value={value}
        disabled={disabled}
        aria-invalid={fault !== null}
        aria-describedby={note === undefined ? undefined : id}
        onInput={({ currentTarget: { value: typed } }) => onValue(input === 'currency' ? typed.toUpperCase() : typed)}
        {...(input === 'currency' ? { list } : {})}
        {...inputs[input]}
      />
      {input === 'currency' && <CurrencyList id={list} first={[proposed]} />}
      {note !== undefined && (
        <small id={id} class={fault === null ? 'quiet' : 'reading-fault'}>
          {note}
        </small>
      )}
    </label>
  )
}

const inputs = {
  currency: { type: 'text', maxLength: 3, autoComplete: 'off', spellcheck: false },
  date: { type: 'date', min: limits.dateMin, max: limits.dateMax },
  text: { type: 'text', maxLength: limits.textCharsMax, dir: 'auto' },
} as const

function hintOf(input: ValueInput, isProposed: boolean): string | undefined {
  if (input === 'currency') return t(isProposed ? 'currencyProposed' : 'currencyHint')
  return isProposed ? t('valueProposed') : undefined
}
