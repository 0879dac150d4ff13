import { expect, test } from 'vitest'
import { exact, unavailable } from '../../functions/domain/report/metrics.ts'
import { comparisonSentence, tierSentence } from '../../functions/domain/report/sentences.ts'

const none = unavailable('no-data')
const side = (micro = none, macro = none) => ({ micro, macro, ratio: none, difference: none })

test.each([
  ['cpa', 123_456, 'USD', '$1,234.56'],
  ['cpa', 1240.33, 'USD', '$12.40'],
  ['cpa', 1250, 'JPY', '¥1,250'],
  ['cpa', 12_345, 'KWD', 'KWD\u00a012.345'],
  ['aov', -50, 'EUR', '−€0.50'],
  ['cpe', 0.0185, 'JPY', '¥0.019'],
  ['cpe', 0.42, 'USD', '$0.0042'],
  ['roas', 0.004, 'USD', '0.004'],
  ['ctr', 0.000_012_3, 'USD', '0.0012%'],
  ['roi', -0.0001, 'USD', '0.0%'],
] as const)('a %s of %d (%s) is written %s', (metric, point, currency, text) => {
  expect(comparisonSentence(metric, side(exact(point)), currency)).toContain(` ${text} with micro`)
})

test.each([
  ['cpa', 1240.33, 2250, 'A conversion cost $12.40 with micro creators and $22.50 with macro.'],
  ['ctr', 0.0312, 0.01, 'The click rate was 3.12% with micro creators and 1.00% with macro.'],
  ['roas', 4.5, 2, 'Revenue per unit of spend was 4.50 with micro creators and 2.00 with macro.'],
  ['roi', -0.2, 0.5, 'The return on investment was −20.0% with micro creators and +50.0% with macro.'],
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
