import type { ClaimName, ClaimStatus, ClaimTest } from '../../../contract/claims.ts'
import type { MetricName } from '../../../contract/report.ts'
import { measureLabels } from './claim-words.ts'

export const claimTitles: Record<ClaimName, string> = {
  engagement: 'Micro creators have higher engagement rates',
  niche: 'Creators in the target niche do better',
  fees: 'Micro creators cost less for what they bring',
  trust: 'Micro creators are trusted more, and convert better',
  authenticity: 'Micro creators’ content is more authentic',
  consistency: 'Micro creators’ quality is less consistent',
}

/** What a claim is measured by, and what is not measured. */
export function measuredBy(name: ClaimName, primary: MetricName, cost: MetricName): string {
  switch (name) {
    case 'engagement':
      return 'Measured by engagements over followers at the time of each post. By impressions it stands beside, to see whether the answer depends on it.'
    case 'niche':
      return `Creators whose niche is their campaign’s target niche, against the others of the same tier. Measured by the metric of the objective: ${lowerFirst(measureLabels[primary])}.`
    case 'fees':
      return `Decided by ${lowerFirst(measureLabels[cost])}: a lower fee alone brings nothing cheaper.`
    case 'trust':
      return 'Measured by conversions over clicks. Trust itself is not measured: a higher conversion rate is consistent with it, and with other reasons.'
    case 'authenticity':
      return 'A proxy: comments, saves and shares among all engagements. Authenticity itself is not measured.'
    case 'consistency':
      return 'Measured by how far the engagement rates of one creator’s posts lie apart, less what small counts make of it. Quality itself is not rated.'
  }
}

type Answered = Pick<ClaimTest, 'measure' | 'status' | 'sentence'>

/** The deciding test's answer with what belongs beside it. */
export function wordClaim(name: ClaimName, status: ClaimStatus, tests: readonly Answered[]): string {
  const said = tests[0]?.sentence ?? ''
  const more = moreOf(name, status, tests)
  return more ? `${said} ${more}` : said
}

function moreOf(name: ClaimName, status: ClaimStatus, tests: readonly Answered[]): string | null {
  if (name === 'fees') {
    const fee = tests.find(({ measure }) => measure === 'costPerPost')
    return fee?.status === 'supported' && status !== 'supported' ? 'Lower fee, not proven cheaper per result.' : null
  }
  if (name === 'trust' && status === 'supported') return 'That is consistent with more trust, which is not measured.'
  if (name === 'trust' && status === 'contradicted') return 'That is not what more trust would look like.'
  if (name === 'authenticity' && status !== 'not_enough_data') return 'This is a proxy, not authenticity itself.'
  return null
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
