import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export type Choice<T> = { value: T; label: ComponentChildren; hint?: string | undefined }

type ChoicesProps<T> = {
  legend: string
  hideLegend?: boolean
  value: T
  choices: Choice<T>[]
  onChoose: (value: T) => void
}

/** One of several, each with its meaning. */
export function Choices<T extends string | null>({
  legend,
  hideLegend = false,
  value,
  choices,
  onChoose,
}: ChoicesProps<T>) {
  const name = useId()
  return (
    <fieldset class="choices">
      <legend class={hideLegend ? 'visually-hidden' : undefined}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="choice">
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            data-autofocus={choice.value === value ? '' : undefined}
            onChange={() => onChoose(choice.value)}
          />
          <span>{choice.label}</span>
          {choice.hint !== undefined && <small>{choice.hint}</small>}
        </label>
      ))}
    </fieldset>
  )
}
