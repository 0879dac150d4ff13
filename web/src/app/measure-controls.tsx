import type { MetricName } from '../../../functions/contract/report.ts'
import { metricTexts } from '../messages/metrics.ts'
import { overheadTexts, t } from '../messages/shell.ts'
import type { View } from '../state/view.ts'
import { lazy } from '../ui/lazy.tsx'
import { Popover } from '../ui/popover.tsx'

const MetricForm = lazy(() => import('./metric-form.tsx').then((m) => m.MetricForm))
const RulesForm = lazy(() => import('./rules-form.tsx').then((m) => m.RulesForm))

/** `shown`: the metric that the service chose where the view names none. */
export function MetricControl({ view, shown }: { view: View; shown: MetricName | undefined }) {
  const metric = view.metric ?? shown
  return (
    <Popover
      chip={<b>{metric ? metricTexts[metric].name : t('metric')}</b>}
      set={view.metric !== null}
      title={t('metric')}
    >
      {(close) => <MetricForm view={view} close={close} />}
    </Popover>
  )
}

/** The chip names what differs from the usual. */
export function RulesControl({ view }: { view: View }) {
  const text = rulesText(view)
  return (
    <Popover chip={text ? <b>{text}</b> : t('rules')} set={text !== ''} title={t('rules')}>
      {() => <RulesForm view={view} />}
    </Popover>
  )
}

/** Which rules differ from the usual, in words; empty where none does. */
export function rulesText({ basis, spendBasis, overhead }: View): string {
  const changed = [
    basis === 'campaign' && t('basisCampaign'),
    spendBasis === 'paid' && t('spendPaid'),
    overhead !== 'apart' && `${t('overhead')} ${t(overheadTexts[overhead].name).toLowerCase()}`,
  ]
  return changed.filter((text) => text !== false).join(' · ')
}
