import type { FitCell, LevelGroups } from './group-levels.ts'

/** Variance over mean: Pearson's χ² / (n − levels − 1), at least that of a Poisson count. */
export function pearsonDispersion(groups: LevelGroups, slope: number): number {
  const cells = groups.reduce((count, group) => count + group.length, 0)
  const freedom = cells - groups.length - 1
  if (freedom <= 0) return 1
  const chi2 = groups.reduce((sum, group) => sum + chiSquare(group, slope), 0)
  return Math.max(1, chi2 / freedom)
}

function chiSquare(cells: readonly FitCell[], slope: number): number {
  const power = ({ lnSpend }: FitCell): number => Math.exp(slope * lnSpend)
  const total = cells.reduce((sum, cell) => sum + cell.weight * cell.outcome, 0)
  const level = total / cells.reduce((sum, cell) => sum + cell.weight * power(cell), 0)
  if (level === 0) return 0
  return cells.reduce((sum, cell) => {
    const mean = level * power(cell)
    return sum + (cell.weight * (cell.outcome - mean) ** 2) / mean
  }, 0)
}
