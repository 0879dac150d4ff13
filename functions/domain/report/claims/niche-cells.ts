import { type ArmOf, type ComparedCells, compareCells, type StratumField, strataLadder } from '../strata-ladder.ts'
import { strataOf } from '../view-strata.ts'
import type { ClaimData } from './claim-data.ts'

export type NicheCells = {
  compared: ComparedCells
  /** Those by which it was compared: `tier` stands in place of the niche. */
  strata: readonly StratumField[]
  /** Bits of the tiers that are in it. */
  tiers: number
  /** Campaigns here that have a target niche. */
  targeted: number
  /** Creators of such campaigns whose niche no file tells: they are on neither side. */
  unplaced: number
}

const unknownTier = 3

/**
 * Creators whose niche is their campaign's target niche, against others, within tiers: by the strata of the page without
 * the niche, or the next coarser ones that leave enough to compare. Source: statistics specification, 6.
 */
export function compareNiches(data: ClaimData): NicheCells {
  const { view, cells, shown } = data
  const { niches } = strataOf(view)
  const targets = view.campaigns.map(({ facts }) => facts?.targetNiche?.trim().toLowerCase() ?? '')
  const isIn = (of: typeof cells, cell: number): boolean => {
    const tier = of.tier[cell] as number
    return tier !== unknownTier && shown[tier] === true && targets[of.campaign[cell] as number] !== ''
  }
  const armOf: ArmOf = (of, cell) => {
    const niche = niches[of.niche[cell] as number] as string
    if (!isIn(of, cell) || niche === '') return undefined
    return niche === targets[of.campaign[cell] as number] ? 0 : 1
  }
  const [campaigns, unplaced] = [new Set<number>(), new Set<number>()]
  for (let cell = 0; cell < cells.count; cell++) {
    if (!isIn(cells, cell)) continue
    campaigns.add(cells.campaign[cell] as number)
    if (niches[cells.niche[cell] as number] === '') unplaced.add(cells.unit[cell] as number)
  }
  const compared = compareCells(view, cells, armOf, levelsFor(data))
  return {
    compared,
    strata: compared.strata.length > 0 ? ['tier', ...compared.strata] : [],
    tiers: shown.reduce((bits, is, tier) => (is && tier !== unknownTier ? bits | (1 << tier) : bits), 0),
    targeted: campaigns.size,
    unplaced: unplaced.size,
  }
}

function levelsFor({ tiers: { strata } }: ClaimData): StratumField[][] {
  const chosen = strataLadder.findIndex((level) => level.join() === strata.join())
  const levels = strataLadder.slice(Math.max(0, chosen))
  return levels.map((level): StratumField[] => ['tier', ...level.filter((name) => name !== 'niche')])
}
