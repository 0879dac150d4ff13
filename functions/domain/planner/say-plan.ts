import type { Plan, PlanReason } from '../../contract/plan.ts'
import { fixedDigits, writeNumber } from '../../contract/write-number.ts'
import { currencyExponent } from '../money/currency.ts'
import type { Refusal } from './refusal.ts'

/** How money of a plan is written, and how many campaign-months it is for. */
export type PlanWording = Readonly<{ currency: string; goal: 'conversions' | 'revenue'; campaignMonths: number }>

export function sayRefusal(refusal: Refusal, wording: PlanWording): PlanReason {
  const tier = 'tier' in refusal ? refusal.tier : null
  const { message, help } = wordsOf(refusal, wording)
  const needed = refusal.code === 'budget-outside' ? nearest(refusal) : 'needed' in refusal ? refusal.needed : 0
  return { code: refusal.code, tier, found: refusal.found, needed, message, help }
}

const nearest = ({ found, low, high }: { found: number; low: number; high: number }): number =>
  found < low ? low : high

function wordsOf(refusal: Refusal, { currency, goal, campaignMonths }: PlanWording): { message: string; help: string } {
  const money = (minor: number): string => writeMoney(minor, currency)
  switch (refusal.code) {
    case 'few-campaigns':
      return {
        message: `${named(refusal.tier)} creators were paid in ${counted(refusal.found, 'campaign')}; a curve needs ${refusal.needed}.`,
        help: 'Take a longer range or fewer filters, or come back after more campaigns.',
      }
    case 'few-cells':
      return {
        message: `There are ${counted(refusal.found, 'campaign-month')} with spend on ${refusal.tier} creators; a curve needs ${refusal.needed}.`,
        help: 'Take a longer range or fewer filters, or come back after more months.',
      }
    case 'little-variation':
      return {
        message: `Campaign-months spent about the same on ${refusal.tier} creators (spread ${writeNumber(Math.floor(refusal.found * 100) / 100, fixedDigits(2))}; a curve needs ${refusal.needed}), so nobody can tell what more or less would have brought.`,
        help: `Spend clearly more on ${refusal.tier} creators in some campaigns and clearly less in others, on purpose; then ask again.`,
      }
    case 'few-conversions':
      return {
        message: `${named(refusal.tier)} creators brought ${counted(refusal.found, 'conversion')}; a curve needs ${refusal.needed}.`,
        help: 'Take a longer range or fewer filters, and check that conversions of this tier are tracked.',
      }
    case 'no-revenue':
      return {
        message: `No revenue is recorded for ${refusal.tier} creators.`,
        help: 'Upload results with revenue, or plan for conversions.',
      }
    case 'budget-outside': {
      const span = (months: number): string => writeSpan(refusal.low * months, refusal.high * months, currency)
      return {
        message: `${money(refusal.found)} a campaign-month lies outside of what was tried: ${span(1)}.`,
        help: `For ${counted(campaignMonths, 'campaign-month')} ask for ${span(campaignMonths)}, or spread the money over more or fewer campaigns and months.`,
      }
    }
    case 'uncertain-gain':
      return {
        message: `The best split that we found might bring no more ${goal} than the current one: in one of ten simulations the change is ${writeShare(refusal.low)} or worse.`,
        help: 'Keep the current split. More campaigns with differing spend make the curves surer.',
      }
    case 'small-gain':
      return {
        message:
          refusal.found < 0
            ? `Within what was tried no split would bring as ${goal === 'revenue' ? 'much' : 'many'} ${goal} as the current one: the best is ${writePercent(-refusal.found)} below it.`
            : `The best split that we found would bring ${writePercent(refusal.found)} more ${goal}: less than the ${writePercent(refusal.needed)} from which on a change is worth it.`,
        help: 'Keep the current split.',
      }
  }
}

/** The answer in a sentence. */
export function saySplit(plan: Pick<Plan, 'verdict' | 'current' | 'proposed' | 'gain' | 'query'>): string {
  const { verdict, current, proposed, gain, query } = plan
  if (verdict === 'not_enough_data') return 'The data do not carry a recommendation yet.'
  if (verdict === 'outside') return 'This budget lies outside of what was tried, so no split can be recommended.'
  if (verdict === 'keep' || !current || !proposed || !gain) return 'Your current split is as good as we can tell.'
  const more = proposed.micro.spendMinor >= current.micro.spendMinor ? 'micro' : 'macro'
  const less = more === 'micro' ? 'macro' : 'micro'
  const moved = Math.abs(proposed.micro.share - current.micro.share)
  const { point, low, high } = gain.share
  return `Moving ${writePercent(moved)} of the budget from ${less} to ${more} creators would bring about ${writePercent(point)} more ${query.goal} (${writePercent(low)} to ${writePercent(high)}).`
}

export const writeMoney = (minor: number, currency: string): string => {
  const exponent = currencyExponent(currency) ?? 2
  return writeNumber(minor / 10 ** exponent, { style: 'currency', currency, maximumFractionDigits: 0 })
}

/** In whole units inside of the span, so that asking for what is told is not refused again. */
function writeSpan(low: number, high: number, currency: string): string {
  const unit = 10 ** (currencyExponent(currency) ?? 2)
  const [least, most] = [Math.ceil(low / unit) * unit, Math.floor(high / unit) * unit]
  return `${writeMoney(least, currency)} to ${writeMoney(most, currency)}`
}

const writePercent = (share: number): string => writeNumber(share, { style: 'percent', maximumFractionDigits: 1 })
const writeShare = (share: number): string =>
  writeNumber(share, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' })
const named = (tier: string): string => tier.charAt(0).toUpperCase() + tier.slice(1)
const counted = (count: number, noun: string): string => `${writeNumber(count)} ${noun}${count === 1 ? '' : 's'}`
