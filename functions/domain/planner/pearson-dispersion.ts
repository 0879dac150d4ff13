import type { LevelGroup } from './fit-data.ts'

/** Variance over mean: Pearson's χ² / (n − levels − 1), at least that of a Poisson count. */
export function pearsonDispersion(groups: readonly LevelGroup[], slope: number): number {
  const cells = groups.reduce((count, { outcome }) => count + outcome.length, 0)
  const freedom = cells - groups.length - 1
  if (freedom <= 0) return 1
  const chi2 = groups.reduce((sum, group) => sum + chiSquare(group, slope), 0)
  return Math.max(1, chi2 / freedom)
}

/** Σ w (y − m)² / m, with m = level · spend^slope. */
function chiSquare({ lnSpend, outcome, weight }: LevelGroup, slope: number): number {
  const powers = lnSpend.map((ln) => Math.exp(slope * ln))
  let [total, power] = [0, 0]
  for (let i = 0; i < powers.length; i++) {
    total += (weight[i] as number) * (outcome[i] as number)
    power += (weight[i] as number) * (powers[i] as number)
  }
  const level = total / power
  if (level === 0) return 0
  let chi2 = 0
  for (let i = 0; i < powers.length; i++) {
    const mean = level * (powers[i] as number)
    chi2 += ((weight[i] as number) * ((outcome[i] as number) - mean) ** 2) / mean
  }
  return chi2
}
