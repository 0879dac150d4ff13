import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headerKey, nameForm, tidyText } from '../../functions/domain/ingest/normalise.ts'

test.each([
  ['  Anna   Smith ', 'Anna Smith'],
  ['Anna\u00a0Smith', 'Anna Smith'],
  ['Anna\n\tSmith', 'Anna Smith'],
  ['Ａｎｎａ', 'Anna'],
  ['Jose\u0301', 'José'],
  ['Anna Smith', 'Anna Smith'],
  ['', ''],
])('“%s” reads “%s”', (text, tidy) => {
  expect(tidyText(text)).toBe(tidy)
})

test('tidy text is left alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(tidyText(tidyText(text))).toBe(tidyText(text))
    }),
    { seed: 1, numRuns: 500 },
  )
})

test.each([
  ['@Anna', '@anna'],
  ['anna', '@anna'],
  ['ANNA', '@anna'],
  [' @anna ', '@anna'],
  ['42', '42.0'],
  ['42', '42.000'],
  ['Ａｎｎａ', 'anna'],
])('“%s” and “%s” are one creator', (a, b) => {
  expect(nameForm('creator', a)).toBe(nameForm('creator', b))
})

test.each([
  ['42', '42.5'],
  ['v1.0', 'v1'],
  ['4 2', '42'],
  ['anna', 'anne'],
])('“%s” and “%s” are two creators', (a, b) => {
  expect(nameForm('creator', a)).not.toBe(nameForm('creator', b))
})

test('an @ is part of the name of a campaign', () => {
  expect(nameForm('campaign', '@work')).not.toBe(nameForm('campaign', 'work'))
})

test('an @ alone is a name, not none', () => {
  expect(nameForm('creator', '@')).toBe('@')
})

test.each(['Line ID', 'line_id', 'LINE-ID', 'line.id', 'lineid', ' Line\u00a0Id '])(
  'the header “%s” is line_id',
  (header) => {
    expect(headerKey(header)).toBe(headerKey('line_id'))
  },
)
