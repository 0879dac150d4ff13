import { t } from '../../messages/views.ts'

const nameCharsMax = 100

type NameProps = { value: string; onChange: (value: string) => void }

export function ViewName({ value, onChange }: NameProps) {
  return (
    <label class="field">
      <span>{t('name')}</span>
      <input
        class="input"
        autocomplete="off"
        data-autofocus=""
        maxLength={nameCharsMax}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  )
}

type SharedProps = { value: boolean; onChange: (value: boolean) => void }

export function SharedTick({ value, onChange }: SharedProps) {
  return (
    <label class="choice">
      <input type="checkbox" checked={value} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>{t('shared')}</span>
      <small>{t('sharedHint')}</small>
    </label>
  )
}
