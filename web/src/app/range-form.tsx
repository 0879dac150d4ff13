import { useState } from 'preact/hooks'
import { formatDay } from '../format/format.ts'
import { t } from '../messages/question.ts'
import { t as shell } from '../messages/shell.ts'
import { type DayRange, presetRange, rangePresets } from '../state/date-range.ts'
import { changeView } from '../state/use-view.ts'
import type { View } from '../state/view.ts'
import { DateFields } from './date-fields.tsx'
import { Preset } from './preset.tsx'

export function RangeForm({ view, last, close }: { view: View; last: string | null; close: () => void }) {
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
        <Preset text={shell('rangeAll')} pressed={view.from === null && view.to === null} choose={() => choose(null)} />
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
