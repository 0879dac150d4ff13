import type { ClaimMissing } from '../../../contract/claims.ts'
import { tierNames } from '../books-view.ts'
import type { ClaimData } from './claim-data.ts'
import { armTexts } from './claim-words.ts'

/** Says which of the two tiers nobody is in, and why. */
export function absentTiers({ cells, shown, tiers }: ClaimData): ClaimMissing[] {
  return (['micro', 'macro'] as const).flatMap((tier, arm): ClaimMissing[] => {
    if (tiers.flat.arm.some((of) => of === arm)) return []
    if (shown[tierNames.indexOf(tier)] !== true)
      return [{ message: `The filter by tier leaves out ${armTexts[tier]}.`, kind: null, columns: [] }]
    const message = `There are no ${armTexts[tier]} in this range and these filters.`
    const unknown = cells.tier.subarray(0, cells.count).some((of) => tierNames[of] === 'unknown')
    if (!unknown) return [{ message, kind: null, columns: [] }]
    return [
      {
        message: `${message} Some creators are in no tier, as no file gives their followers: add the column followers to a creators file and upload it.`,
        kind: 'creators',
        columns: ['followers'],
      },
    ]
  })
}
