import type { MetricName } from '../../../functions/contract/report.ts'
import { metricTexts } from '../messages/metrics.ts'
import { t } from '../messages/shell.ts'
import { changeView } from '../state/use-view.ts'
import { metricNames, type View } from '../state/view.ts'
import { Choices } from '../ui/choices.tsx'
import { Popover } from '../ui/popover.tsx'

/** `shown`: the metric that the service chose where the view names none. */
export function MetricControl({ view, shown }: { view: View; shown: MetricName | undefined }) {
  const metric = view.metric ?? shown
  const choices = metricNames.map((name) => ({
    value: name as MetricName | null,
    label: metricTexts[name].name,
    hint: metricTexts[name].meaning,
  }))
  const automatic = { value: null, label: t('metricAuto'), hint: t('metricAutoHint') }
  return (
    <Popover
      chip={<b>{metric ? metricTexts[metric].name : t('metric')}</b>}
      set={view.metric !== null}
      title={t('metric')}
    >
      {(close) => (
        <Choices
          legend={t('metric')}
          hideLegend
          value={view.metric}
          choices={[automatic, ...choices]}
          onChoose={(value) => {
            changeView({ metric: value })
            close()
          }}
        />
      )}
    </Popover>
  )
}

/** Basis, spend basis and overhead, each with what it means. The chip names what differs from the usual. */
export function RulesControl({ view }: { view: View }) {
  const changed = [
    view.basis === 'campaign' && t('basisCampaign'),
    view.spendBasis === 'paid' && t('spendPaid'),
    view.overhead === 'spread' && `${t('overhead')} ${t('overheadSpread').toLowerCase()}`,
  ].filter((text) => text !== false)
  const chip = changed.length === 0 ? t('rules') : <b>{changed.join(' · ')}</b>
  return (
    <Popover chip={chip} set={changed.length > 0} title={t('rules')}>
      {() => (
        <>
          <Choices
            legend={t('basis')}
            value={view.basis}
            choices={[
              { value: 'period', label: t('basisPeriod'), hint: t('basisPeriodHint') },
              { value: 'campaign', label: t('basisCampaign'), hint: t('basisCampaignHint') },
            ]}
            onChoose={(basis) => changeView({ basis })}
          />
          <Choices
            legend={t('spendBasis')}
            value={view.spendBasis}
            choices={[
              { value: 'accrued', label: t('spendAccrued'), hint: t('spendAccruedHint') },
              { value: 'paid', label: t('spendPaid'), hint: t('spendPaidHint') },
            ]}
            onChoose={(spendBasis) => changeView({ spendBasis })}
          />
          <Choices
            legend={t('overhead')}
            value={view.overhead}
            choices={[
              { value: 'apart', label: t('overheadApart'), hint: t('overheadApartHint') },
              { value: 'spread', label: t('overheadSpread'), hint: t('overheadSpreadHint') },
            ]}
            onChoose={(overhead) => changeView({ overhead })}
          />
        </>
      )}
    </Popover>
  )
}
