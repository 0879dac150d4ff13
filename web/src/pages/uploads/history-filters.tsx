import { limits } from '../../../../functions/contract/limits.ts'
import { kindTexts, stateTexts } from '../../messages/ledger.ts'
import { t } from '../../messages/uploads.ts'
import { Button } from '../../ui/button.tsx'

type Asked = Record<'kind' | 'state' | 'file' | 'person' | 'since' | 'until', string>
type HistoryFiltersProps = {
  asked: Asked
  onChange: (change: Partial<Asked>, options?: { replace?: boolean }) => void
  /** Null where nothing is filtered. */
  onClear: (() => void) | null
}

const inputs = {
  date: { type: 'date', min: limits.dateMin, max: limits.dateMax },
  search: { type: 'search', maxLength: limits.filenameCharsMax, dir: 'auto' },
} as const

/** Which uploads the history shows, of all that there are. */
export function HistoryFilters({ asked, onChange, onClear }: HistoryFiltersProps) {
  const typed = (name: 'file' | 'person' | 'since' | 'until', type: 'search' | 'date') => (
    <label class="field">
      <span>{t(`filter_${name}`)}</span>
      <input
        class="input"
        value={asked[name]}
        {...inputs[type]}
        onInput={({ currentTarget }) => onChange({ [name]: currentTarget.value }, { replace: true })}
      />
    </label>
  )
  return (
    <div class="upload-filters">
      <Filter
        label={t('filterKind')}
        any={t('anyKind')}
        texts={kindTexts}
        value={asked.kind}
        onChoose={(kind) => onChange({ kind })}
      />
      <Filter
        label={t('filterState')}
        any={t('anyState')}
        texts={stateTexts}
        value={asked.state}
        onChoose={(state) => onChange({ state })}
      />
      {typed('file', 'search')}
      {typed('person', 'search')}
      {typed('since', 'date')}
      {typed('until', 'date')}
      {onClear && <Button onClick={onClear}>{t('clearFilters')}</Button>}
    </div>
  )
}

type FilterProps = {
  label: string
  any: string
  texts: Record<string, string>
  value: string
  onChoose: (value: string) => void
}

function Filter({ label, any, texts, value, onChoose }: FilterProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select class="input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{any}</option>
        {Object.entries(texts).map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
