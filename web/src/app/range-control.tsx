import { formatDay, formatRange } from '../format/format.ts'
import { t } from '../messages/shell.ts'
import type { DayRange } from '../state/date-range.ts'
import type { View } from '../state/view.ts'
import { Icon } from '../ui/icon.tsx'
import { lazy } from '../ui/lazy.tsx'
import { Popover } from '../ui/popover.tsx'

const RangeForm = lazy(() => import('./range-form.tsx').then((m) => m.RangeForm))

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

/** The days that are shown, in words. */
export function rangeText({ from, to }: View, held: DayRange | null): string {
  if (from !== null && to !== null && from <= to) return formatRange(from, to)
  if (from !== null && to !== null) return `${formatDay(from)} – ${formatDay(to)}`
  if (from !== null) return t('rangeFrom', { day: formatDay(from) })
  if (to !== null) return t('rangeTo', { day: formatDay(to) })
  return held ? t('rangeAllOf', { range: formatRange(held.from, held.to) }) : t('rangeAll')
}
