import { useState } from 'preact/hooks'
import { useSavedViews } from '../../api/saved-views.ts'
import { useBooks } from '../../api/use-books.ts'
import { t } from '../../messages/compare.ts'
import { defaultView, type View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { type OtherParameters, otherDefaults, otherOf } from './read-sides.ts'

type FormProps = { view: View; other: View | null; onChange: (change: OtherParameters) => void }

/** What to compare with: a saved view, or the same question with other days or of another state of the books. */
export function OtherForm({ view, other, onChange }: FormProps) {
  const [from, setFrom] = useState(other?.from ?? '')
  const [to, setTo] = useState(other?.to ?? '')
  const [snapshot, setSnapshot] = useState(other?.snapshot === view.snapshot ? '' : String(other?.snapshot ?? ''))
  const newest =
    useBooks({ ...defaultView, workspace: view.workspace }).data?.snapshot.number ?? Number.POSITIVE_INFINITY
  const backwards = from !== '' && to !== '' && from > to
  const wrong = snapshot !== '' && !(/^\d{1,9}$/.test(snapshot) && Number(snapshot) <= newest)
  const submit = (event: Event) => {
    event.preventDefault()
    if (!backwards && !wrong) onChange({ ...otherDefaults, withFrom: from, withTo: to, withSnapshot: snapshot })
  }
  return (
    <details class="compare-with">
      <summary>{t('choose')}</summary>
      <SavedChoice workspace={view.workspace} onChange={onChange} />
      <form class="compare-form" onSubmit={submit}>
        <Day label={t('from')} value={from} onChange={setFrom} />
        <Day label={t('to')} value={to} onChange={setTo} />
        <label class="field">
          <span>{t('snapshot')}</span>
          <input
            class="input"
            inputMode="numeric"
            value={snapshot}
            aria-invalid={wrong}
            onInput={({ currentTarget }) => setSnapshot(currentTarget.value.trim())}
          />
          {Number.isFinite(newest) && <small class="quiet">{t('snapshotHint', { newest })}</small>}
        </label>
        <div class="compare-steps">
          <Button type="submit" kind="main" disabled={backwards || wrong}>
            {t('apply')}
          </Button>
          <Button onClick={() => onChange(otherDefaults)}>{t('usual')}</Button>
        </div>
        <p role="status" class="small">
          {backwards && t('backwards')} {wrong && t('snapshotWrong', { newest })}
        </p>
      </form>
    </details>
  )
}

type DayProps = { label: string; value: string; onChange: (value: string) => void }

function Day({ label, value, onChange }: DayProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        class="input"
        type="date"
        min="1990-01-01"
        max="2099-12-31"
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  )
}

function SavedChoice({ workspace, onChange }: { workspace: string; onChange: FormProps['onChange'] }) {
  const views = useSavedViews(workspace).data?.views ?? []
  if (views.length === 0) return null
  const choose = (id: string) => {
    const saved = views.find((view) => view.id === id)
    onChange(saved ? otherOf(saved) : otherDefaults)
  }
  return (
    <label class="field">
      <span>{t('savedView')}</span>
      <select class="input" value="" onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{t('sameQuestion')}</option>
        {views.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
