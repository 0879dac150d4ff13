import { useId } from 'preact/hooks'
import { t } from '../messages/question.ts'
import { Button } from '../ui/button.tsx'

type DateFieldsProps = {
  range: { from: string; to: string }
  onChange: (range: { from: string; to: string }) => void
  onApply: () => void
  /** Both ends are needed. */
  whole?: boolean
}

export function DateFields({ range, onChange, onApply, whole = false }: DateFieldsProps) {
  const warning = useId()
  const backwards = range.from !== '' && range.to !== '' && range.from > range.to
  const incomplete = whole && (range.from === '' || range.to === '')
  const field = (end: 'from' | 'to') => (
    <label class="field">
      <span>{t(end)}</span>
      <input
        class="input"
        type="date"
        min="1990-01-01"
        max="2099-12-31"
        value={range[end]}
        aria-invalid={backwards}
        aria-describedby={backwards ? warning : undefined}
        onInput={(event) => onChange({ ...range, [end]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <form
      class="dates"
      onSubmit={(event) => {
        event.preventDefault()
        if (!backwards && !incomplete) onApply()
      }}
    >
      {field('from')}
      {field('to')}
      <Button type="submit" kind="main" disabled={backwards || incomplete}>
        {t('apply')}
      </Button>
      {backwards && (
        <p id={warning} class="small" role="status">
          {t('rangeBackwards')}
        </p>
      )}
    </form>
  )
}
