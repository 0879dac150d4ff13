type ValueInputProps = {
  id: string
  'aria-invalid'?: boolean
  'aria-describedby'?: string | undefined
  isDay: boolean
  value: string
  maxLength?: number
  readOnly?: boolean
  onValue: (value: string) => void
}

/** One value for all lines of a file: a day, or a text. */
export function ValueInput({ isDay, value, maxLength = 300, readOnly = false, onValue, ...rest }: ValueInputProps) {
  const onInput = (event: { currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value)
  if (isDay) return <input {...rest} class="input" type="date" value={value} readOnly={readOnly} onInput={onInput} />
  return (
    <input
      {...rest}
      class="input"
      type="text"
      dir="auto"
      value={value}
      maxLength={maxLength}
      readOnly={readOnly}
      onInput={onInput}
    />
  )
}
