import type { JudgedClaim } from '../../stats/claims/judge-claims.ts'
import { wordRange, wordRatio } from '../word-ratio.ts'
import { armTexts, saidLike, subjectOfMeasure } from './claim-words.ts'
import type { Measured } from './measured.ts'

/** What was found, without a verdict: `like for like, a post cost 40% less with micro creators than with macro creators`. */
export function wordFinding({ measure, arms: [a, b], ratio, supportsIf }: Measured): string {
  if (ratio.kind === 'unavailable') return `${armTexts[a]} and ${armTexts[b]} cannot be compared`
  const words = wordRatio(saidLike(measure), natural(ratio.point, supportsIf))
  const joint = /^the same|times as/.test(words) ? 'as' : 'than'
  const how = measure === 'engagementSwing' ? 'creator by creator' : 'like for like'
  return `${how}, ${subjectOfMeasure(measure)} ${words} with ${armTexts[a]} ${joint} with ${armTexts[b]}`
}

/** The range of the first side over the second, in words. */
export function wordFindingRange({ measure, ratio, supportsIf }: Measured): string {
  if (ratio.kind !== 'interval') return ''
  const [one, other] = [natural(ratio.low, supportsIf), natural(ratio.high, supportsIf)]
  return wordRange(saidLike(measure), Math.min(one, other), Math.max(one, other))
}

/** As the measure is: the first side over the second. */
const natural = (ratio: number, supportsIf: Measured['supportsIf']): number =>
  supportsIf === 'a_larger' ? ratio : 1 / ratio

/** The answer to one test. Of an association, never of an effect. */
export function wordAnswer(measured: Measured, judged: Pick<JudgedClaim, 'status' | 'test'>, tests: number): string {
  const { status, test } = judged
  const finding = wordFinding(measured)
  const range = wordFindingRange(measured)
  if (status === 'not_enough_data' || !test) return notEnough(measured)
  if (status === 'supported') return `Yes: ${finding} (range: ${range}).`
  if (status === 'contradicted')
    return test.high < 1
      ? `No: ${finding} (range: ${range}).`
      : `No: ${finding}, and more than 10% in favour of the claim would not fit these data (range: ${range}).`
  return test.low > 1 || test.high < 1
    ? `Cannot tell yet: ${finding} (range: ${range}), which would be clear by itself but not among ${tests} tests.`
    : `Cannot tell yet: ${finding}, but these data fit anything from ${range}.`
}

function notEnough({ arms: [a, b], missing }: Measured): string {
  const [first] = missing
  if (first) return `Cannot tell yet: ${lowerFirst(first.message.split('. ')[0] ?? '').replace(/\.$/, '')}.`
  return `Cannot tell yet: there is not enough to compare ${armTexts[a]} with ${armTexts[b]}.`
}

/** A test that is only looked at. */
export function wordLook(measured: Measured): string {
  if (measured.ratio.kind !== 'interval' || measured.missing.length > 0) return notEnough(measured)
  return `${upperFirst(wordFinding(measured))} (range: ${wordFindingRange(measured)}).`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
