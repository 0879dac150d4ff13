import { estimateLog, type LogEstimate } from './log-estimate.ts'
import type { Shares } from './shares.ts'

/**
 * The 95% interval of one tier's metric: each creator left out in turn, neither centred nor scaled, with as many
 * degrees of freedom as there are effective creators, less one. With outcome `Y` and exposure `E`:
 *
 *     d_i = ±[log1p(-Y_i/Y) - log1p(-E_i/E)],  V = Σ d_i²,  df = max(1, min(n_E, n_Y) - 1)
 *     exp(log value ± t(.975, df) √V)
 *
 * Undefined where a total is not positive, or would not be without one creator. Source: statistics specification, 1.2,
 * after Hansen, "Jackknife standard errors for clustered regression", doi:10.1093/restud/rdag050.
 *
 * @param value what the metric says: positive, in any unit
 */
export function armInterval(value: number, outcome: Shares, exposure: Shares): LogEstimate | undefined {
  if (!outcome.robust || !exposure.robust) return undefined
  let variance = 0
  for (let i = 0; i < outcome.without.length; i++) {
    const change = (outcome.without[i] as number) - (exposure.without[i] as number)
    variance += change * change
  }
  const effective = Math.min(outcome.effective, exposure.effective)
  return estimateLog(value, variance, Math.max(1, effective - 1))
}
