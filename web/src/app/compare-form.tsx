import { useState } from 'preact/hooks'
import { t } from '../messages/question.ts'
import { t as shell } from '../messages/shell.ts'
import { compareRange, type DayRange } from '../state/date-range.ts'
import { changeView, hrefOf } from '../state/use-view.ts'
import type { View } from '../state/view.ts'
import { DateFields } from './date-fields.tsx'
import { Preset } from './preset.tsx'

type FormProps = { view: View; held: DayRange | null; compared: DayRange | null; close: () => void }

export function CompareForm({ view, held, compared, close }: FormProps) {
  const [own, setOwn] = useState(compared ?? { from: '', to: '' })
  const choose = (range: DayRange | null) => {
    changeView({ compareFrom: range?.from ?? null, compareTo: range?.to ?? null })
    close()
  }
  const range = rangeOf(view, held)
  const presets = range
    ? [
        { text: t('compareBefore'), range: compareRange('before', range) },
        { text: t('compareYearBefore'), range: compareRange('yearBefore', range) },
      ]
    : []
  return (
    <>
      <div class="presets">
        <Preset text={shell('compareNone')} pressed={compared === null} choose={() => choose(null)} />
        {presets.map((preset) => (
          <Preset
            key={preset.text}
            text={preset.text}
            pressed={compared?.from === preset.range.from && compared.to === preset.range.to}
            choose={() => choose(preset.range)}
          />
        ))}
      </div>
      {!range && <p class="quiet small">{t('compareNeedsRange')}</p>}
      <DateFields range={own} whole onChange={setOwn} onApply={() => choose(own)} />
      <p class="compare-page small">
        <a href={hrefOf('/compare', view)} onClick={close}>
          {t('comparePage')}
        </a>
      </p>
    </>
  )
}

/** The days shown, where the view sets at least their beginning. */
function rangeOf({ from, to }: View, held: DayRange | null): DayRange | null {
  const last = to ?? held?.to
  return from !== null && last !== undefined && from <= last ? { from, to: last } : null
}
