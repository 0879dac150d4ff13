import { useState } from 'preact/hooks'
import { formatDay, formatRange } from '../format/format.ts'
import { t } from '../messages/shell.ts'
import { type DayRange, presetRange, rangePresets } from '../state/date-range.ts'
import { changeView } from '../state/use-view.ts'
import type { View } from '../state/view.ts'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'
import { DateFields } from './date-fields.tsx'

/** `held`: the days that the whole books are about; null until known. */
export function RangeControl({ view, held }: { view: View; held: DayRange | null }) {
  const chip = (
    <>
      <Icon name="calendar" />
      <b>{rangeText(view, held)}</b>
    </>
  )
  return (
    <Popover chip={chip} set={view.from !== null || view.to !== null} title={t('range')}>
      {(close) => <RangeForm view={view} last={held?.to ?? null} close={close} />}
    </Popover>
  )
}

function RangeForm({ view, last, close }: { view: View; last: string | null; close: () => void }) {
  const [own, setOwn] = useState({ from: view.from ?? '', to: view.to ?? '' })
  const choose = (range: DayRange | null) => {
    // Without a range there is nothing before it to compare with.
    const compare = range ? {} : { compareFrom: null, compareTo: null }
    changeView({ from: range?.from ?? null, to: range?.to ?? null, ...compare })
    close()
  }
  const presets = last === null ? [] : rangePresets.map((name) => ({ name, range: presetRange(name, last) }))
  return (
    <>
      <div class="presets">
        <Preset text={t('rangeAll')} pressed={view.from === null && view.to === null} choose={() => choose(null)} />
        {presets.map(({ name, range }) => (
          <Preset
            key={name}
            text={t(name)}
            pressed={view.from === range.from && view.to === range.to}
            choose={() => choose(range)}
          />
        ))}
      </div>
      <DateFields
        range={own}
        onChange={setOwn}
        onApply={() => {
          changeView({ from: own.from || null, to: own.to || null })
          close()
        }}
      />
      {last !== null && <p class="quiet small">{t('rangeHint', { day: formatDay(last) })}</p>}
    </>
  )
}

export function Preset({ text, pressed, choose }: { text: string; pressed: boolean; choose: () => void }) {
  return (
    <button type="button" class="chip" aria-pressed={pressed} onClick={choose}>
      {text}
    </button>
  )
}

function rangeText({ from, to }: View, held: DayRange | null): string {
  if (from !== null && to !== null && from <= to) return formatRange(from, to)
  if (from !== null && to !== null) return `${formatDay(from)} – ${formatDay(to)}`
  if (from !== null) return t('rangeFrom', { day: formatDay(from) })
  if (to !== null) return t('rangeTo', { day: formatDay(to) })
  return held ? t('rangeAllOf', { range: formatRange(held.from, held.to) }) : t('rangeAll')
}
