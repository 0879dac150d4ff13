import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDecimal } from '../../../functions/domain/reading/columns/exact-tally.ts'
import { readColumn } from './read-column.ts'

type Style = {
  decimal: '.' | ','
  group: '' | '.' | ',' | ' ' | '\u00a0' | '\u202f' | "'" | '’' | 'indian'
  places: 0 | 1 | 2 | 3 | 4 | 'any'
  sign: 'minus' | 'trailing' | 'unicode' | 'parentheses' | 'dr-cr'
  mark: '' | '$' | '€' | 'USD' | 'R$' | 'Rp' | 'kr'
  place: 'before' | 'before-space' | 'after' | 'after-space'
}

const style = fc
  .record<Style>({
    decimal: fc.constantFrom('.', ','),
    group: fc.constantFrom('', '.', ',', ' ', '\u00a0', '\u202f', "'", '’', 'indian'),
    places: fc.constantFrom<Style['places'][]>(0, 1, 2, 3, 4, 'any'),
    sign: fc.constantFrom('minus', 'trailing', 'unicode', 'parentheses', 'dr-cr'),
    mark: fc.constantFrom('', '$', '€', 'USD', 'R$', 'Rp', 'kr'),
    place: fc.constantFrom('before', 'before-space', 'after', 'after-space'),
  })
  .filter(({ decimal, group }) => group !== decimal && !(group === 'indian' && decimal === ','))
const amount = fc.record({
  units: fc.oneof(fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: -10_000_000_000, max: 10_000_000_000 })),
  places: fc.integer({ min: 0, max: 4 }),
})
type Amount = { units: number; places: number }

function write({ units, places }: Amount, style: Style): string {
  const digits = String(Math.abs(units)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const separator = style.group === 'indian' ? ',' : style.group
  const pattern = style.group === 'indian' ? /\B(?=(\d{2})*\d{3}$)/g : /\B(?=(\d{3})+$)/g
  const grouped = whole.replace(pattern, separator)
  const number = places > 0 ? `${grouped}${style.decimal}${digits.slice(-places)}` : grouped
  const marked = {
    before: `${style.mark}${number}`,
    'before-space': `${style.mark} ${number}`,
    after: `${number}${style.mark}`,
    'after-space': `${number} ${style.mark}`,
  }[style.place].trim()
  const negative = units < 0
  switch (style.sign) {
    case 'minus':
      return negative ? `-${marked}` : marked
    case 'unicode':
      return negative ? `\u2212${marked}` : marked
    case 'trailing':
      return negative ? `${marked}-` : marked
    case 'parentheses':
      return negative ? `(${marked})` : marked
    case 'dr-cr':
      return `${marked} ${negative ? 'CR' : 'DR'}`
  }
}

const seed = 20_260_314

test('amounts of any convention are read back, or asked about: never wrong silently', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 40 }), style, (amounts, style) => {
      const fixed = amounts.map(({ units, places }) => ({
        units,
        places: style.places === 'any' ? places : style.places,
      }))
      const cells = fixed.map((amount) => write(amount, style))
      const read = readColumn(cells, 'amount', {
        answer: ({ code, options }) => {
          if (code.startsWith('decimal')) return style.decimal
          if (code === 'credit-debit') return 'credit'
          if (code === 'mostly-negative') return 'keep'
          return options[0]?.value
        },
      })
      expect({ cells, texts: read.texts.map(tidy) }).toEqual({
        cells,
        texts: fixed.map(({ units, places }) => formatDecimal(BigInt(units), places)),
      })
    }),
    { seed, numRuns: 1500 },
  )
})

test('counts of any convention are read back, or asked about', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50_000_000 }), { minLength: 1, maxLength: 40 }),
      style,
      (counts, style) => {
        const cells = counts.map((units) => write({ units, places: 0 }, { ...style, sign: 'minus', mark: '' }))
        const read = readColumn(cells, 'impressions', { answer: () => style.decimal })
        expect({ cells, texts: read.texts.map(tidy) }).toEqual({ cells, texts: counts.map(String) })
      },
    ),
    { seed, numRuns: 500 },
  )
})

test('thousands and millions of any convention are read back, or asked about', () => {
  const rounded = fc.record({
    units: fc.integer({ min: 0, max: 9_999 }),
    places: fc.integer({ min: 0, max: 3 }),
    word: fc.constantFrom('K', 'k', 'M', ' Mio', ' Mio.', ' Mrd.', 'B', ' jt', ''),
  })
  const powers: Record<string, number> = { K: 3, k: 3, M: 6, Mio: 6, 'Mio.': 6, 'Mrd.': 9, B: 9, jt: 6, '': 0 }
  fc.assert(
    fc.property(
      fc.array(rounded, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('.' as const, ',' as const),
      (values, decimal) => {
        const plain = { decimal, group: '', places: 'any', sign: 'minus', mark: '', place: 'after' } as const
        const cells = values.map(({ word, ...amount }) => write(amount, plain) + word)
        const read = readColumn(cells, 'amount', { answer: () => decimal })
        expect({ cells, texts: read.texts.map(tidy) }).toEqual({
          cells,
          texts: values.map(({ units, places, word }) =>
            formatDecimal(BigInt(units) * 10n ** BigInt(powers[word.trim()] ?? 0), places),
          ),
        })
      },
    ),
    { seed, numRuns: 500 },
  )
})

test('shares of any convention are read back as fractions', () => {
  const share = fc.record({ units: fc.integer({ min: 0, max: 99_999 }), places: fc.integer({ min: 0, max: 3 }) })
  fc.assert(
    fc.property(
      fc.array(share, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('.' as const, ',' as const),
      fc.constantFrom('%', ' %', '\u00a0%'),
      (shares, decimal, percent) => {
        const plain = { decimal, group: '', places: 'any', sign: 'minus', mark: '', place: 'after' } as const
        const cells = shares.map((share) => write(share, plain) + percent)
        const read = readColumn(cells, 'margin', { kind: 'campaigns', answer: () => decimal })
        expect({ cells, texts: read.texts.map(tidy) }).toEqual({
          cells,
          texts: shares.map(({ units, places }) => formatDecimal(BigInt(units), places + 2)),
        })
      },
    ),
    { seed, numRuns: 300 },
  )
})

/** `1.50` is `1.5`, `-0` is `0`: the strict reader takes them as the same. */
function tidy(text: string): string {
  const match = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text)
  if (!match) return text
  const value = `${match[2]}${match[3] ? `.${match[3]}` : ''}`
  return value === '0' ? '0' : match[1] + value
}
