import { mergeStrata, sortCells } from '../../functions/domain/stats/cells.ts'
import { compareArms } from '../../functions/domain/stats/compare/compare-arms.ts'
import { compareMix } from '../../functions/domain/stats/compare/compare-mix.ts'
import { decideVerdict } from '../../functions/domain/stats/compare/decide-verdict.ts'
import { metricRates } from '../../functions/domain/stats/metric-rates.ts'
import { median } from '../measure-task.ts'
import { drawLooseCells } from './draw-market.ts'

export type Speed = {
  creators: number
  cells: number
  strata: number
  buildMs: number
  compareMs: number
  /** A loop of ten million additions and square roots in the same process: what the machine can do just now. */
  calibrationMs: number
}

const metrics = (
  ['cpm', 'cpe', 'cpc', 'cpa', 'ctr', 'cvr', 'erImpressions', 'roas', 'costPerPost', 'aov'] as const
).map((name) => metricRates[name])
const runs = 31

/** CPU, warm, median: both comparisons with all their intervals, the mix and the verdict, of ten metrics. */
export function measureSpeed(creators: number, cells: number, strata: number): Speed {
  const loose = drawLooseCells(creators, cells, strata)
  const sorted = sortCells(loose, creators, strata)
  const flat = mergeStrata(sorted, new Int32Array(strata), 1)
  const compare = (): void => {
    for (const rate of metrics) {
      const [crude, adjusted] = [compareArms(flat, rate), compareArms(sorted, rate)]
      compareMix(crude, adjusted)
      decideVerdict(adjusted)
    }
  }
  return {
    creators,
    cells,
    strata,
    buildMs: timeCpu(() => mergeStrata(sortCells(loose, creators, strata), new Int32Array(strata), 1)),
    compareMs: timeCpu(compare),
    calibrationMs: timeCpu(calibrate),
  }
}

function calibrate(): void {
  let sum = 0
  for (let i = 0; i < 10_000_000; i++) sum += Math.sqrt(i)
  if (sum < 0) throw new Error('never')
}

function timeCpu(run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return median(times.slice(10))
}
