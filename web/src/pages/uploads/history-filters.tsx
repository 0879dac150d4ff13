import { limits } from '../../../../functions/contract/limits.ts'
import { kindTexts, stateTexts } from '../../messages/ledger.ts'
import { t as reading } from '../../messages/reading.ts'
import { t } from '../../messages/uploads.ts'
import { useSettled } from '../../state/use-settled.ts'
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
  const typed = (name: TypedName, type: keyof typeof inputs) => (
    <Typed
      name={name}
      type={type}
      value={asked[name]}
      onSettle={(value) => onChange({ [name]: value }, { replace: true })}
    />
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
        texts={{ asking: reading('waits'), ...stateTexts }}
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

type TypedName = 'file' | 'person' | 'since' | 'until'
type TypedProps = { name: TypedName; type: keyof typeof inputs; value: string; onSettle: (value: string) => void }

/** A text or day that is typed: the service is asked once the typing has come to rest. */
function Typed({ name, type, value, onSettle }: TypedProps) {
  const input = useSettled(value, onSettle)
  return (
    <label class="field">
      <span>{t(`filter_${name}`)}</span>
      <input class="input" {...inputs[type]} {...input} />
    </label>
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
