import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay, parseDay } from '../../../functions/domain/calendar.ts'
import { readColumn, readTable } from './read-column.ts'

const seed = 20_260_315
const day = (text: string): number => parseDay(text) as number
const languages = ['en', 'de', 'fr', 'es', 'pt', 'id', 'vi'] as const

type Style =
  | { form: 'numbers'; order: 'dmy' | 'mdy' | 'ymd'; separator: string; padded: boolean; short: boolean; time: string }
  | { form: 'names'; language: (typeof languages)[number]; length: 'long' | 'short' | 'medium' | 'weekday' | 'dashes' }
  | { form: 'compact' }
  | { form: 'serials' }

const style: fc.Arbitrary<Style> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({
        form: fc.constant('numbers' as const),
        order: fc.constantFrom('dmy' as const, 'mdy' as const, 'ymd' as const),
        separator: fc.constantFrom('/', '.', '-', ' '),
        padded: fc.boolean(),
        short: fc.boolean(),
        time: fc.constantFrom('', ' 14:05', ' 09:30:00', ', 2:05 PM', ' 00:00:00 +0100'),
      })
      // Nobody writes the month first with points.
      .filter(({ order, separator }) => order !== 'mdy' || separator !== '.'),
  },
  fc.record({
    form: fc.constant('names' as const),
    language: fc.constantFrom(...languages),
    length: fc.constantFrom(
      'long' as const,
      'short' as const,
      'medium' as const,
      'weekday' as const,
      'dashes' as const,
    ),
  }),
  fc.constant({ form: 'compact' as const }),
  fc.constant({ form: 'serials' as const }),
)

function write(at: number, style: Style): string {
  const [year = '', month = '', date = ''] = formatDay(at).split('-')
  const utc = new Date(at * 86_400_000)
  switch (style.form) {
    case 'compact':
      return year + month + date
    case 'serials':
      return String(at + 25_569)
    case 'numbers': {
      const [d, m] = style.padded ? [date, month] : [String(Number(date)), String(Number(month))]
      const y = style.short ? year.slice(2) : year
      const parts = { dmy: [d, m, y], mdy: [m, d, y], ymd: [y, m, d] }[style.order]
      return parts.join(style.separator) + style.time
    }
    case 'names': {
      const month = style.length === 'long' || style.length === 'weekday' ? 'long' : 'short'
      const options = { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' } as const
      if (style.length === 'dashes') {
        const short = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(utc)
        return `${date}-${short}-${year.slice(2)}`
      }
      return new Intl.DateTimeFormat(
        style.language,
        style.length === 'weekday' ? { ...options, weekday: 'long' } : options,
      ).format(utc)
    }
  }
}

const days = fc.oneof(
  fc.array(fc.integer({ min: day('1990-01-01'), max: day('2058-12-31') }), { minLength: 1, maxLength: 30 }),
  // A file of one year, as most are.
  fc
    .tuple(
      fc.integer({ min: day('2015-01-01'), max: day('2027-01-01') }),
      fc.array(fc.integer({ min: 0, max: 365 }), { minLength: 1, maxLength: 40 }),
    )
    .map(([first, steps]) => steps.map((step) => first + step)),
)

test('days of any convention are read back, or asked about: never wrong silently', () => {
  fc.assert(
    fc.property(days, style, (days, style) => {
      const cells = days.map((day) => write(day, style))
      const read = readColumn(cells, 'published', {
        answer: () => (style.form === 'numbers' ? style.order : undefined),
      })
      expect({ cells, texts: read.texts }).toEqual({ cells, texts: days.map(formatDay) })
    }),
    { seed, numRuns: 2500 },
  )
})

test('a period that holds all days in one order only settles that order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 11 }),
      fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 30 }),
      fc.constantFrom('dmy' as const, 'mdy' as const),
      (month, dates, order) => {
        const first = parseDay(`2026-${String(month + 1).padStart(2, '0')}-01`) as number
        const days = dates.map((date) => first + date - 1)
        const cells = days.map((day) =>
          write(day, { form: 'numbers', order, separator: '/', padded: true, short: false, time: '' }),
        )
        const read = readColumn(cells, 'published', { period: { first, last: first + 30 } })
        expect(read).toMatchObject({ texts: days.map(formatDay), asked: [] })
      },
    ),
    { seed, numRuns: 300 },
  )
})

test('the difference with another column of dates, which a third column counts, settles the order', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc
          .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 40 }))
          .filter(([month, date]) => month + 1 !== date),
        { minLength: 8, maxLength: 40 },
      ),
      fc.constantFrom('dmy' as const, 'mdy' as const),
      (rows, order) => {
        const starts = rows.map(([month, date]) => Date.UTC(2025, month, date) / 86_400_000)
        const cells = starts.map((start, at) => {
          const length = rows[at]?.[2] ?? 0
          const style = { form: 'numbers', order, separator: '/', padded: true, short: false, time: '' } as const
          return [
            write(start, style),
            write(start + length, { form: 'names', language: 'en', length: 'dashes' }),
            String(length),
          ]
        })
        const read = readTable(['start', 'end', 'days'], cells, {
          kind: 'campaigns',
          mapping: { start: 0, end: 1 },
        })
        expect(read.questions).toEqual([])
        expect(read.columns[0]).toEqual(starts.map(formatDay))
      },
    ),
    { seed, numRuns: 200 },
  )
})
