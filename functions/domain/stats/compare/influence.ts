import type { LeaveOneOut } from './leave-one-out.ts'

export type Influence = {
  /** The unit without which the ratio changes most. */
  unit: number
  ratioWithout: number
  /** Without one unit or another the other arm would be ahead. */
  dependsOnOne: boolean
}

/** Smaller changes are rounding noise. */
const changeMin = 1e-12

/** Ties go to the unit that comes first. Source: statistics specification, 1.3. */
export function influenceOf({ theta, changes }: LeaveOneOut): Influence {
  let unit = 0
  let dependsOnOne = false
  for (let u = 0; u < changes.length; u++) {
    const change = changes[u] as number
    if (Math.abs(change) < changeMin) continue
    if (Math.abs(change) > Math.max(changeMin, Math.abs(changes[unit] as number))) unit = u
    if (Math.sign(theta + change) !== Math.sign(theta)) dependsOnOne = true
  }
  return { unit, ratioWithout: Math.exp(theta + (changes[unit] as number)), dependsOnOne }
}
