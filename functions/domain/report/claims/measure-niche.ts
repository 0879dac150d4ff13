import type { ClaimMissing } from '../../../contract/claims.ts'
import type { MetricName } from '../../../contract/report.ts'
import { writeNumber } from '../../../contract/write-number.ts'
import type { ClaimData } from './claim-data.ts'
import { claimRates } from './claim-rates.ts'
import { armTexts } from './claim-words.ts'
import { factsOf, findMissing } from './find-missing.ts'
import { measureRate } from './measure-rate.ts'
import type { Measured, Pair } from './measured.ts'
import { compareNiches, type NicheCells } from './niche-cells.ts'

const arms = ['on_target', 'off_target'] as const

/** Creators in their campaign's target niche against others, by the metric of the objective. */
export function measureNiche(data: ClaimData, primary: MetricName): Measured {
  const niches = compareNiches(data)
  const { compared } = niches
  const { outcome, exposure, lowerIsBetter } = claimRates[primary]
  const given = data.given.reduce((bits, of, tier) => ((niches.tiers & (1 << tier)) !== 0 ? bits | of : bits), 0)
  const absent = absentSides(niches)
  const missing =
    absent.length > 0
      ? absent
      : findMissing([outcome, exposure], factsOf(compared.flat, arms, [given, given] as Pair<number>))
  return measureRate({
    measure: primary,
    arms,
    compared,
    strata: niches.strata,
    supportsIf: lowerIsBetter ? 'b_larger' : 'a_larger',
    missing,
    hints: unplacedHints(niches),
  })
}

function absentSides({ compared: { flat }, targeted }: NicheCells): ClaimMissing[] {
  if (targeted === 0) {
    return [
      {
        message:
          'No campaign in this range and these filters has a target niche. Add the column target_niche to a campaigns file and upload it.',
        kind: 'campaigns',
        columns: ['target_niche'],
      },
    ]
  }
  const absent = arms.filter((_, arm) => !flat.arm.some((of) => of === arm))
  if (absent.length === 0) return []
  const message = `In campaigns with a target niche there are no ${absent.map((arm) => armTexts[arm]).join(' and no ')}.`
  return [{ message, kind: null, columns: [] }]
}

function unplacedHints({ unplaced }: NicheCells): ClaimMissing[] {
  if (unplaced === 0) return []
  const who =
    unplaced === 1
      ? 'One creator of campaigns with a target niche has no niche and is'
      : `${writeNumber(unplaced)} creators of campaigns with a target niche have no niche and are`
  const message = `${who} left out. Add the column niche to a creators file and upload it.`
  return [{ message, kind: 'creators', columns: ['niche'] }]
}
