import type { ClaimMeasure, ClaimSide, ClaimTest } from '../../../../functions/contract/claims.ts'
import type { Estimate } from '../../../../functions/contract/report.ts'
import { writeClaimValue } from '../../../../functions/contract/write-claim-value.ts'
import { fixedDigits, writeNumber } from '../../../../functions/contract/write-number.ts'
import { currencyExponent } from '../../format/currency-exponents.ts'
import { formatCount, formatShare } from '../../format/format.ts'
import { armTexts, stratumTexts, t } from '../../messages/claims.ts'
import { chooseByCount } from '../../messages/define-messages.ts'

/** A value, and its range where it has one. */
export type Said = { point: string; range: string }

export function saySide(measure: ClaimMeasure, { value }: ClaimSide, currency: string): Said {
  return say(value, (point) => writeClaimValue(measure, point, currency, currencyExponent(currency)))
}

export const sayRatio = (ratio: Estimate): Said =>
  say(ratio, (value) =>
    t('times', { ratio: writeNumber(value, value < 0.1 ? { maximumSignificantDigits: 1 } : fixedDigits(2)) }),
  )

function say(estimate: Estimate, write: (point: number) => string): Said {
  if (estimate.kind === 'unavailable') return { point: t('none'), range: '' }
  return { point: write(estimate.point), range: rangeOf(estimate, write) }
}

/** Beyond this factor a range is digits that nobody reads. */
const widest = 1_000_000

function rangeOf(estimate: Estimate, write: (point: number) => string): string {
  if (estimate.kind !== 'interval') return ''
  const { low, high } = estimate
  return high / low > widest ? t('tooWide') : t('range', { low: write(low), high: write(high) })
}

/** Value and range in one text. */
export const sayWhole = ({ point, range }: Said): string => (range === '' ? point : t('ranged', { point, range }))

export const sayCreators = ({ creators }: ClaimSide): string =>
  chooseByCount(creators, { one: t('creatorsOne'), other: t('creatorsMany', { count: formatCount(creators) }) })

export function sayAdjusted({ role, holmP }: Pick<ClaimTest, 'role' | 'holmP'>): string {
  if (role === 'beside') return t('pBeside')
  if (holmP === null) return ''
  return holmP < 0.0001 ? t('pSmall') : t('pAdjusted', { value: writeNumber(holmP, fixedDigits(4)) })
}

/** How much of each side is held against the other; null where creators are not held place by place. */
export function sayCoverage({ strata, sides }: ClaimTest): string | null {
  const [first, second] = sides
  if (strata.length === 0 || first.comparableShare === null || second.comparableShare === null) return null
  return t('covers', {
    places: strata.map((name) => stratumTexts[name]).join(', '),
    first: formatShare(first.comparableShare),
    firstArm: armTexts[first.arm].toLowerCase(),
    second: formatShare(second.comparableShare),
    secondArm: armTexts[second.arm].toLowerCase(),
  })
}
