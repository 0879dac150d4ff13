import { expect, test } from 'vitest'
import { exact, unavailable } from '../../functions/domain/report/metrics.ts'
import { comparisonSentence, formatMoney, tierSentence } from '../../functions/domain/report/sentences.ts'

const none = unavailable('no-data')
const side = (micro = none, macro = none) => ({ micro, macro, ratio: none, difference: none })

test.each([
  [123_456, 'USD', '$1,234.56'],
  [1240.33, 'USD', '$12.40'],
  [1250, 'JPY', '¥1,250'],
  [12_345, 'KWD', 'KWD\u00a012.345'],
  [-50, 'EUR', '-€0.50'],
])('%d minor units of %s are written %s', (minor, currency, text) => {
  expect(formatMoney(minor, currency)).toBe(text)
})

test.each([
  ['cpa', 1240.33, 2250, 'A conversion cost $12.40 with micro creators and $22.50 with macro.'],
  ['ctr', 0.0312, 0.01, 'The click rate was 3.12% with micro creators and 1% with macro.'],
  ['roas', 4.5, 2, 'Revenue per unit of spend was 4.5 with micro creators and 2 with macro.'],
  ['roi', -0.2, 0.5, 'The return on investment was -20% with micro creators and 50% with macro.'],
] as const)('a comparison of %s says both sides', (metric, micro, macro, sentence) => {
  expect(comparisonSentence(metric, side(exact(micro), exact(macro)), 'USD')).toBe(sentence)
})

test('a side that is missing is named', () => {
  expect(comparisonSentence('cpc', side(exact(50)), 'USD')).toContain('macro cannot be compared yet')
  expect(comparisonSentence('cpc', side(none, exact(50)), 'USD')).toContain('micro cannot be compared yet')
})

test('with neither side there is nothing to compare', () => {
  expect(comparisonSentence('cpc', side(), 'USD')).toBe('There is nothing to compare yet.')
})

test('the rule of the tiers names its bands', () => {
  expect(tierSentence({ microFrom: 1000, microTo: 100_000 })).toContain('micro 1,000 to 100,000')
})
