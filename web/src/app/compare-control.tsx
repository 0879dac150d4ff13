import { formatRange } from '../format/format.ts'
import { t } from '../messages/shell.ts'
import type { DayRange } from '../state/date-range.ts'
import type { View } from '../state/view.ts'
import { lazy } from '../ui/lazy.tsx'
import { Popover } from '../ui/popover.tsx'

const CompareForm = lazy(() => import('./compare-form.tsx').then((m) => m.CompareForm))

export function CompareControl({ view, held }: { view: View; held: DayRange | null }) {
  const compared = comparedOf(view)
  const text = compareText(view)
  return (
    <Popover chip={compared ? <b>{text}</b> : text} set={compared !== null} title={t('compare')}>
      {(close) => <CompareForm view={view} held={held} compared={compared} close={close} />}
    </Popover>
  )
}

function comparedOf({ compareFrom, compareTo }: View): DayRange | null {
  return compareFrom !== null && compareTo !== null ? { from: compareFrom, to: compareTo } : null
}

/** The days that are compared with, in words. */
export function compareText(view: View): string {
  const compared = comparedOf(view)
  return compared ? t('against', { range: formatRange(compared.from, compared.to) }) : t('compareNone')
}
