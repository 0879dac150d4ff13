import { type MetricName, MetricName as MetricNames, type SecondaryMetric, type Tiers } from '../../contract/report.ts'
import { compareArms } from '../stats/compare/compare-arms.ts'
import { failedGates } from '../stats/compare/gates.ts'
import { pValueOf } from '../stats/compare/p-value.ts'
import { metricRates } from '../stats/metric-rates.ts'
import { adjustBh } from '../stats/multiplicity/adjust-bh.ts'
import { ratioEstimate } from './side-estimates.ts'
import type { ComparedCells } from './strata-ladder.ts'

const falseDiscoveryRate = 0.05

/** The metrics beside the one in question, like for like: a side is only named after adjusting for how many there are. */
export function compareSecondary({ cells }: ComparedCells, tiers: Tiers, primary: MetricName): SecondaryMetric[] {
  const others = MetricNames.options.filter((metric) => metric !== primary && metric !== 'roi')
  const compared = others.flatMap((metric) => {
    if ([tiers.micro, tiers.macro].some(({ metrics }) => metrics[metric].kind === 'unavailable')) return []
    const contrast = compareArms(cells, metricRates[metric])
    const { left } = contrast
    const pValue = left && failedGates(contrast).length === 0 ? pValueOf(left.ratio) : null
    return [{ metric, ratio: ratioEstimate(metric, contrast), pValue, theta: left?.theta ?? 0 }]
  })
  const tested = compared.flatMap(({ pValue }) => pValue ?? [])
  const adjusted = adjustBh(tested)
  let next = 0
  return compared.map(({ metric, ratio, pValue, theta }) => {
    const qValue = pValue === null ? null : (adjusted[next++] as number)
    const microBetter = theta < 0 === metricRates[metric].lowerIsBetter
    const better = qValue !== null && qValue < falseDiscoveryRate ? (microBetter ? 'micro' : 'macro') : null
    return { metric, ratio, pValue, qValue, better }
  })
}
