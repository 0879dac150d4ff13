import { expect, test } from 'vitest'
import { sayRefusal } from '../../functions/domain/planner/say-plan.ts'

const wording = { currency: 'USD', goal: 'conversions', campaignMonths: 1 } as const
const smallGain = (found: number) => sayRefusal({ code: 'small-gain', found, needed: 0.02 }, wording).message

test('a best split that brings less than the current one is not said to bring less than nothing more', () => {
  expect(smallGain(0.013)).toBe(
    'The best split that we found would bring 1.3% more conversions: less than the 2% from which on a change is worth it.',
  )
  expect(smallGain(-0.03)).toBe(
    'Within what was tried no split would bring as many conversions as the current one: the best is 3% below it.',
  )
})

test('what is too little for a curve never reads as enough', () => {
  const message = sayRefusal({ code: 'little-variation', tier: 'micro', found: 0.3496, needed: 0.35 }, wording).message
  expect(message).toContain('spread 0.34;')
})

test('a budget that is asked for as told lies within what was tried', () => {
  const refusal = { code: 'budget-outside', found: 500_000, low: 1_000_040, high: 2_000_060 } as const
  const { message, help } = sayRefusal(refusal, { ...wording, campaignMonths: 3 })
  expect(message).toBe('$5,000 a campaign-month lies outside of what was tried: $10,001 to $20,000.')
  expect(help).toContain('For 3 campaign-months ask for $30,002 to $60,001,')
})
