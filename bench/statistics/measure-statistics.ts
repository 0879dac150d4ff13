import { formatTable } from '../format-table.ts'
import { measureSpeed, type Speed } from './measure-speed.ts'
import { scenarios } from './scenarios.ts'
import { type Size, simulate, type Tally } from './simulate.ts'

/** Fixed before anything was looked at. */
const seeds = [20260101, 20260202, 20260303]
const replicationsMin = 2000

/** By the smaller tier, with the coverage that the specification found for this method: mean, and worst scenario. */
const sizes: readonly { size: Size; mean: string; worst: string }[] = [
  { size: [60, 3], mean: '.97', worst: '.93' },
  { size: [60, 5], mean: '.97', worst: '.94' },
  { size: [60, 8], mean: '.97', worst: '.94' },
  { size: [60, 15], mean: '.96', worst: '.94' },
  { size: [60, 30], mean: '.96', worst: '.92' },
  { size: [300, 100], mean: '.95', worst: '.94' },
]

export type Statistics = {
  coverage: { scenario: string; size: string; bySeed: number[]; pooled: number }[]
  falseVerdicts: { size: string; rate: number; notEnough: number; power: number; reversed: number }[]
  /** False verdicts over all sizes whose gates pass. */
  pooledFalse: number
  mean: number
  worst: { scenario: string; size: string; coverage: number; goal: number }
  speed: Speed[]
}

/** What the goals ask of coverage and of false verdicts. Times are only reported. */
export function meetsGoals({ mean, worst, pooledFalse }: Statistics): boolean {
  return mean >= 0.93 && worst.coverage >= worst.goal && pooledFalse <= 0.05
}

/** Simulates markets whose truth is known, and times the comparison. */
export function measureStatistics(replications: number, say: (text: string) => void): Statistics {
  const each = Math.max(replicationsMin, replications)
  say(`${each} replications of each scenario, size and seed (${seeds.join(', ')}).`)
  const runs = sizes.flatMap(({ size }) =>
    scenarios.map((scenario) => ({
      scenario: scenario.name,
      size: size.join('/'),
      equal: seeds.map((seed) => simulate(scenario, size, 1, seed, each)),
      twice: simulate(scenario, size, 2, seeds[0] as number, each),
    })),
  )
  const coverage = runs.map(({ scenario, size, equal }) => ({
    scenario,
    size,
    bySeed: equal.map(coverageOf),
    pooled: coverageOf(addTallies(equal)),
  }))
  const worst = coverage.reduce((least, of) => (Math.min(...of.bySeed) < Math.min(...least.bySeed) ? of : least))
  const low = Math.min(...worst.bySeed)
  const all = addTallies(runs.flatMap(({ equal }) => equal))
  const statistics: Statistics = {
    coverage,
    falseVerdicts: sizes.map(({ size }) => verdictsOf(runs.filter((run) => run.size === size.join('/')))),
    pooledFalse: all.wrong / all.gated,
    mean: coverage.reduce((sum, { pooled }) => sum + pooled, 0) / coverage.length,
    worst: {
      scenario: worst.scenario,
      size: worst.size,
      coverage: low,
      goal: 0.92 - 2 * Math.sqrt((0.92 * 0.08) / each),
    },
    speed: [measureSpeed(5000, 5000, 12), measureSpeed(5000, 60_000, 288)],
  }
  print(statistics, say)
  return statistics
}

const coverageOf = ({ covered, defined }: Tally): number => (defined === 0 ? 1 : covered / defined)

function addTallies(tallies: readonly Tally[]): Tally {
  const sum: Tally = { defined: 0, covered: 0, gated: 0, decided: 0, wrong: 0, replications: 0 }
  for (const tally of tallies) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key]
  return sum
}

function verdictsOf(
  runs: readonly { size: string; equal: Tally[]; twice: Tally }[],
): Statistics['falseVerdicts'][number] {
  const equal = addTallies(runs.flatMap((run) => run.equal))
  const twice = addTallies(runs.map((run) => run.twice))
  return {
    size: runs[0]?.size ?? '',
    rate: equal.gated === 0 ? 0 : equal.wrong / equal.gated,
    notEnough: 1 - equal.gated / equal.replications,
    power: twice.gated === 0 ? 0 : (twice.decided - twice.wrong) / twice.gated,
    reversed: twice.gated === 0 ? 0 : twice.wrong / twice.gated,
  }
}

function print(
  { coverage, falseVerdicts, pooledFalse, mean, worst, speed }: Statistics,
  say: (text: string) => void,
): void {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
  const of = (size: Size) => coverage.filter((cell) => cell.size === size.join('/'))
  say('\nCoverage of the 95% interval of the ratio, micro / macro creators')
  say(
    formatTable(
      ['scenario', ...sizes.map(({ size }) => size.join('/'))],
      [
        ...scenarios.map(({ name }) => [
          name,
          ...sizes.map(({ size }) => percent(of(size).find(({ scenario }) => scenario === name)?.pooled ?? 0)),
        ]),
        [
          'mean',
          ...sizes.map(({ size }) => percent(of(size).reduce((sum, { pooled }) => sum + pooled, 0) / scenarios.length)),
        ],
        ['worst', ...sizes.map(({ size }) => percent(Math.min(...of(size).map(({ pooled }) => pooled))))],
        ['specified', ...sizes.map((size) => `${size.mean} (${size.worst})`)],
      ],
    ),
  )
  say(
    `Mean ${percent(mean)} (goal: 93%); worst cell of one seed ${worst.scenario} at ${worst.size}: ${percent(worst.coverage)} (goal: ${percent(worst.goal)}).`,
  )
  say('\nVerdicts')
  say(
    formatTable(
      ['size', 'false verdicts when equal', 'not enough data', 'found when twice as good', 'reversed'],
      [
        ...falseVerdicts.map(({ size, rate, notEnough, power, reversed }) => [
          size,
          ...[rate, notEnough, power, reversed].map(percent),
        ]),
      ],
    ),
  )
  say(`False verdicts, all pooled: ${percent(pooledFalse)} (goal: at most 5%).`)
  say('\nTen metrics, crude and like for like with mix and verdict, CPU')
  say(
    formatTable(
      ['creators', 'cells', 'strata', 'sorting cells ms', 'comparing ms', 'goal ms', 'calibration loop ms'],
      [
        ...speed.map(({ creators, cells, strata, buildMs, compareMs, calibrationMs }) => [
          ...[creators, cells, strata].map(String),
          buildMs.toFixed(1),
          compareMs.toFixed(1),
          cells > 5000 ? '40' : '10',
          calibrationMs.toFixed(1),
        ]),
      ],
    ),
  )
}
