import type { ComponentChildren } from 'preact'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/matching.ts'
import { Button } from '../../ui/button.tsx'

type SelectProps = {
  label: string
  value: string
  options: readonly { id: string; label: string }[]
  onChange: (id: string) => void
}

export function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label class="table-select">
      <span>{label}</span>
      <select class="input" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

export function SelectBox({ label, checked, onChange }: { label: string; checked: boolean; onChange: () => void }) {
  return <input class="match-box" type="checkbox" aria-label={label} checked={checked} onChange={onChange} />
}

/** What can be done with what is selected; stays in sight while the list scrolls. */
export function SelectionBar({ children }: { children: ComponentChildren }) {
  return <div class="actions match-bar">{children}</div>
}

type ListFootProps = { shown: number; total: number; onMore: () => void }

/** How much of a list is shown, and more of it. */
export function ListFoot({ shown, total, onMore }: ListFootProps) {
  return (
    <div class="actions">
      <p class="quiet small" role="status">
        {t('count', { shown: formatCount(shown), total: formatCount(total) })}
      </p>
      {shown < total && <Button onClick={onMore}>{t('more')}</Button>}
    </div>
  )
}
