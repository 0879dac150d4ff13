import type { ClaimMissing } from '../../../contract/claims.ts'
import { writeNumber } from '../../../contract/write-number.ts'
import { type Measure, measureIndex } from '../../ledger/measures.ts'
import { compareCells, strataLadder } from '../strata-ladder.ts'
import type { ClaimData } from './claim-data.ts'
import { armTexts } from './claim-words.ts'
import { measureRate } from './measure-rate.ts'
import type { Measured, Pair } from './measured.ts'

const deep: readonly Measure[] = ['comments', 'saves', 'shares']
const all = deep.reduce((bits, name) => bits | (1 << measureIndex[name]), 0)
const arms = ['micro', 'macro'] as const

/**
 * Comments, saves and shares among engagements: only of rows that give all three, since what an export leaves out is not
 * nought. Strata stay those of the page.
 */
export function measureDepth(data: ClaimData, missing: readonly ClaimMissing[]): Measured {
  const { view, cells, tiers, armOf } = data
  const level = tiers.strata.length > 0 ? tiers.strata : (strataLadder.at(-1) ?? [])
  const compared = compareCells(
    view,
    cells,
    (of, cell) => (((of.given[cell] as number) & all) === all ? armOf(of, cell) : undefined),
    [level],
  )
  return measureRate({
    measure: 'deepEngagementShare',
    arms,
    compared,
    strata: tiers.strata,
    supportsIf: 'a_larger',
    missing,
    hints: missing.length > 0 ? [] : leftOut(data),
  })
}

/** Says where a part of the engagements stands in rows without one of the three. */
function leftOut({ cells, armOf }: ClaimData): ClaimMissing[] {
  const sums: Pair<{ whole: number; without: number }> = [
    { whole: 0, without: 0 },
    { whole: 0, without: 0 },
  ]
  for (let cell = 0; cell < cells.count; cell++) {
    const arm = armOf(cells, cell)
    if (arm === undefined) continue
    const engagements = cells.sums.engagements[cell] as number
    sums[arm].whole += engagements
    if (((cells.given[cell] as number) & all) !== all) sums[arm].without += engagements
  }
  return arms.flatMap((tier, arm) => {
    const { whole, without } = sums[arm as 0 | 1]
    if (without <= 0) return []
    const share = writeNumber(without / whole, { style: 'percent', maximumFractionDigits: 1 })
    return [
      {
        message: `${share} of the engagements of ${armTexts[tier]} stand in rows that lack comments, saves or shares, and are left out. Add the columns comments, saves and shares to a results file and upload it.`,
        kind: 'results' as const,
        columns: [...deep],
      },
    ]
  })
}
