import type { CampaignRow, Estimate } from '../../../../functions/contract/report.ts'
import { formatMoney } from '../../format/format.ts'
import { t } from '../../messages/campaigns.ts'
import { t as lists } from '../../messages/lists.ts'
import { metricTexts } from '../../messages/metrics.ts'
import { Badge } from '../../ui/card.tsx'
import type { DataColumn } from '../../ui/data-table-model.ts'
import { Ranged } from './ranged.tsx'
import { leadOf, sayPace } from './say-pace.ts'

type Column = DataColumn<CampaignRow>

/** Where campaigns stand against what was planned: budget, pace, targets. */
export function standingColumns(currency: string): Column[] {
  return [
    {
      id: 'budget',
      label: lists('budget'),
      align: 'end',
      widthRem: 7.8,
      value: ({ budgetMinor }) => budgetMinor,
      cell: ({ budgetMinor, budgetCurrency }) =>
        budgetMinor === null ? lists('noValue') : formatMoney(budgetMinor, budgetCurrency ?? currency),
    },
    {
      id: 'spent',
      label: t('spentInAll'),
      meaning: t('spentInAllMeaning'),
      align: 'end',
      widthRem: 8,
      value: ({ spentMinor }) => spentMinor,
      cell: ({ spentMinor }) => formatMoney(spentMinor, currency),
    },
    {
      id: 'pace',
      label: t('pace'),
      meaning: t('paceMeaning'),
      widthRem: 10,
      value: ({ pace }) => leadOf(pace),
      cell: ({ pace }) => <Pace pace={pace} />,
    },
    {
      id: 'targets',
      label: t('targets'),
      meaning: t('targetsMeaning'),
      widthRem: 8,
      value: ({ targets }) => (targets.length === 0 ? null : targets.filter(({ met }) => met).length / targets.length),
      cell: ({ targets }) => <Targets targets={targets} />,
    },
  ]
}

function Pace({ pace }: Pick<CampaignRow, 'pace'>) {
  const said = sayPace(pace)
  if (said) {
    return (
      <span class="ranged">
        <Badge tone={said.tone}>{said.word}</Badge>
        <small>{said.short}</small>
      </span>
    )
  }
  return (
    <span class="ranged">
      {lists('noValue')}
      {pace.kind === 'unknown' && <small>{t(pace.reason)}</small>}
    </span>
  )
}

function Targets({ targets }: Pick<CampaignRow, 'targets'>) {
  const known = targets.filter(({ met }) => met !== null)
  if (targets.length === 0) return <>{lists('noValue')}</>
  if (known.length === 0) return <span class="quiet small">{t('targetsOpen')}</span>
  const met = known.filter((target) => target.met).length
  return (
    <Badge tone={met === known.length ? 'good' : 'bad'}>{t('targetsReached', { met, count: targets.length })}</Badge>
  )
}

const pointOf = (estimate: Estimate): number | null => (estimate.kind === 'unavailable' ? null : estimate.point)

/** The metric that each campaign is judged by. Sorted only where all are judged by one. */
export function resultColumn(rows: readonly CampaignRow[], currency: string): Column {
  const [first, ...others] = [...new Set(rows.map(({ metric }) => metric))]
  const shared = others.length === 0 ? first : undefined
  return {
    id: 'result',
    label: shared === undefined ? t('result') : metricTexts[shared].name,
    meaning: t('resultMeaning'),
    widthRem: 11.5,
    sortable: shared !== undefined,
    value: ({ metric, metrics }) => pointOf(metrics[metric]),
    cell: ({ metric, metrics }) => (
      <span class="ranged">
        {shared === undefined && <small>{metricTexts[metric].name}</small>}
        <Ranged metric={metric} estimate={metrics[metric]} currency={currency} />
      </span>
    ),
  }
}
