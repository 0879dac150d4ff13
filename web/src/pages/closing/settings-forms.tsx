import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { BooksEdit, Settings } from '../../../../functions/contract/books-change.ts'
import { t } from '../../messages/closing.ts'
import { objectiveTexts } from '../../messages/metrics.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CurrencyList, knownCurrencies, nameCurrency } from '../../ui/currency-list.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { useStaging } from './use-staging.ts'

export type FormProps = { view: View; settings: Settings }

type EditCardProps = {
  view: View
  title: string
  note: string
  button: string
  /** What is asked for; null where nothing would change, or it cannot be. */
  edit: BooksEdit | null
  children: ComponentChildren
}

/** One setting: prepared here, looked at and committed on the page of the change. */
export function EditCard({ view, title, note, button, edit, children }: EditCardProps) {
  const staging = useStaging(view)
  const submit = (event: Event) => {
    event.preventDefault()
    if (edit) void staging.stage(edit)
  }
  return (
    <Card title={title} note={note}>
      <form class="closing-form" onSubmit={submit}>
        {children}
        <Button type="submit" disabled={staging.busy || edit === null}>
          {button}
        </Button>
      </form>
      {staging.problem && <ErrorBox problem={staging.problem} />}
    </Card>
  )
}

export function CurrencyForm({ view, settings: { reportingCurrency } }: FormProps) {
  const [text, setText] = useState(reportingCurrency as string)
  const list = useId()
  const hint = useId()
  const currency = text.trim().toUpperCase()
  const unknown = currency.length === 3 && !knownCurrencies().has(currency)
  const edit = knownCurrencies().has(currency) && currency !== reportingCurrency
  return (
    <EditCard
      view={view}
      title={t('currency')}
      note={`${t('currencyNote')} ${t('currencyNow', { currency: reportingCurrency })}`}
      button={t('preview')}
      edit={edit ? { kind: 'currency', currency } : null}
    >
      <label class="field">
        <span>{t('currencyField')}</span>
        <input
          class="input"
          autocomplete="off"
          spellcheck={false}
          maxLength={3}
          list={list}
          value={text}
          aria-invalid={unknown}
          aria-describedby={hint}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <CurrencyList id={list} first={[reportingCurrency]} />
        <small id={hint} role="status" class={unknown ? undefined : 'quiet'}>
          {unknown ? t('currencyUnknown', { code: currency }) : nameCurrency(currency)}
        </small>
      </label>
    </EditCard>
  )
}

export function BandsForm({ view, settings }: FormProps) {
  const [texts, setTexts] = useState({
    microFrom: String(settings.bands.microFrom),
    microTo: String(settings.bands.microTo),
  })
  const bands = { microFrom: Number(texts.microFrom), microTo: Number(texts.microTo) }
  const whole = [bands.microFrom, bands.microTo].every((count) => Number.isSafeInteger(count) && count >= 1)
  const backwards = whole && bands.microFrom > bands.microTo
  const same = bands.microFrom === settings.bands.microFrom && bands.microTo === settings.bands.microTo
  const field = (end: keyof typeof bands) => (
    <label class="field">
      <span>{t(end)}</span>
      <input
        class="input"
        type="number"
        min={1}
        step={1}
        required
        aria-invalid={backwards}
        value={texts[end]}
        onInput={({ currentTarget }) => setTexts({ ...texts, [end]: currentTarget.value })}
      />
    </label>
  )
  return (
    <EditCard
      view={view}
      title={t('bands')}
      note={t('bandsNote')}
      button={t('preview')}
      edit={whole && !backwards && !same ? { kind: 'settings', bands } : null}
    >
      {field('microFrom')}
      {field('microTo')}
      {backwards && <p role="status">{t('bandsBackwards')}</p>}
    </EditCard>
  )
}

export function ObjectiveForm({ view, settings }: FormProps) {
  const [objective, setObjective] = useState(settings.objective)
  return (
    <EditCard
      view={view}
      title={t('objective')}
      note={t('objectiveNote')}
      button={t('preview')}
      edit={objective === settings.objective ? null : { kind: 'settings', objective }}
    >
      <label class="field">
        <span>{t('objective')}</span>
        <select
          class="input"
          value={objective}
          onChange={({ currentTarget }) => setObjective(currentTarget.value as typeof objective)}
        >
          {Object.entries(objectiveTexts).map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      </label>
    </EditCard>
  )
}

export function FourEyesForm({ view, settings: { fourEyes } }: FormProps) {
  return (
    <EditCard
      view={view}
      title={t('fourEyes')}
      note={t(fourEyes ? 'fourEyesOn' : 'fourEyesOff')}
      button={t(fourEyes ? 'allowOne' : 'requireTwo')}
      edit={{ kind: 'settings', fourEyes: !fourEyes }}
    >
      {null}
    </EditCard>
  )
}
