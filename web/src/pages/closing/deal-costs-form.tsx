import { useState } from 'preact/hooks'
import type { BooksEdit, DealCosts, Settings } from '../../../../functions/contract/books-change.ts'
import { currencyExponent } from '../../format/currency-exponents.ts'
import { formatMoney } from '../../format/format.ts'
import { t } from '../../messages/closing.ts'
import { EditCard, type FormProps } from './settings-forms.tsx'

type Texts = { hours: string; hourly: string; other: string }

/** Staff hours and other costs of a deal, which “full cost” adds. */
export function DealCostsForm({ view, settings }: FormProps) {
  const { dealCosts, reportingCurrency: currency } = settings
  const [texts, setTexts] = useState(() => textsOf(dealCosts, currency))
  const read = readTexts(texts, currency)
  const field = (name: keyof Texts, label: string) => (
    <label class="field">
      <span>{label}</span>
      <input
        class="input"
        inputMode="decimal"
        autocomplete="off"
        value={texts[name]}
        aria-invalid={numberOf(texts[name]) === null}
        onInput={({ currentTarget }) => setTexts({ ...texts, [name]: currentTarget.value })}
      />
    </label>
  )
  return (
    <EditCard
      view={view}
      title={t('dealCosts')}
      note={`${t('dealCostsNote')} ${sayNow(dealCosts, currency)}`}
      button={t('preview')}
      edit={editOf(read, dealCosts)}
    >
      {field('hours', t('dealHours'))}
      {field('hourly', t('dealHourly', { currency }))}
      {field('other', t('dealOther', { currency }))}
      {read === null && <p role="status">{t('dealCostsBad')}</p>}
    </EditCard>
  )
}

function editOf(read: DealCosts | null, now: DealCosts | null): BooksEdit | null {
  if (!read || JSON.stringify(read) === JSON.stringify(now)) return null
  const nothing = read.otherMinor === 0 && read.hours * read.hourlyMinor === 0
  if (nothing && now === null) return null
  return { kind: 'settings', dealCosts: nothing ? null : read }
}

function sayNow(costs: DealCosts | null, reporting: string): string {
  if (!costs) return ''
  if (costs.currency !== reporting) return t('dealCostsOther', { currency: costs.currency, reporting })
  const minor = Math.round(costs.hours * costs.hourlyMinor) + costs.otherMinor
  return t('dealCostsNow', { amount: formatMoney(minor, reporting) })
}

function textsOf(costs: DealCosts | null, currency: string): Texts {
  if (!costs || costs.currency !== currency) return { hours: '0', hourly: '0', other: '0' }
  const digits = currencyExponent(currency)
  const text = (minor: number): string => (minor / 10 ** digits).toFixed(digits)
  return { hours: String(costs.hours), hourly: text(costs.hourlyMinor), other: text(costs.otherMinor) }
}

function readTexts(texts: Texts, currency: Settings['reportingCurrency']): DealCosts | null {
  const [hours, hourly, other] = [texts.hours, texts.hourly, texts.other].map(numberOf)
  if (hours == null || hourly == null || other == null) return null
  const minor = (value: number): number => Math.round(value * 10 ** currencyExponent(currency))
  return { currency, hours, hourlyMinor: minor(hourly), otherMinor: minor(other) }
}

/** At least 0, with a point before decimals; null for anything else. */
function numberOf(text: string): number | null {
  return /^\d{1,9}(\.\d{1,4})?$/.test(text.trim()) ? Number(text) : null
}
