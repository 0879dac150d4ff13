import { describe, expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { noDay, parseDay } from '../../functions/domain/calendar.ts'
import { spendStatuses } from '../../functions/domain/ledger/measures.ts'
import { lines, oneLine, type ReadFile, readFile, resultLine, spendLine } from './read-file.ts'

const spend = (cells: Record<string, string> = {}): ReadFile => readFile({ file: spendLine(cells) })
const result = (cells: Record<string, string> = {}): ReadFile => readFile({ kind: 'results', file: resultLine(cells) })
const lifetime = (cells: Record<string, string> = {}): ReadFile =>
  readFile({ kind: 'results', file: resultLine(cells), options: { figures: 'lifetime' } })
const tooLong = 'x'.repeat(limits.textCharsMax + 1)

describe('every cell of a spend row that cannot be read is a problem of that cell', () => {
  test.each([
    ['date', '14.03.2026', 'date-unreadable'],
    ['date', '2026-02-30', 'date-unreadable'],
    ['date', '', 'cell-missing'],
    ['date', '1899-12-31', 'date-out-of-range'],
    ['date', '2399-01-01', 'date-out-of-range'],
    ['date', '0095-03-14', 'date-out-of-range'],
    ['amount', '', 'cell-missing'],
    ['amount', '12.500', 'too-many-decimals'],
    ['amount', '12.345', 'too-many-decimals'],
    ['amount', '$12', 'amount-unreadable'],
    ['amount', '9999999999999.00', 'amount-too-large'],
    ['currency', '', 'cell-missing'],
    ['currency', 'Dollar', 'currency-unknown'],
    ['currency', 'USX', 'currency-unknown'],
    ['status', 'maybe', 'status-unknown'],
    ['creator', tooLong, 'out-of-range'],
    ['campaign', tooLong, 'out-of-range'],
    ['line_id', tooLong, 'out-of-range'],
    ['reference', tooLong, 'out-of-range'],
    ['category', tooLong, 'out-of-range'],
  ])('%s “%s” is %s', (column, cell, code) => {
    const { problems, counts } = spend({ [column]: cell })
    expect(problems).toMatchObject([
      { line: 2, column, code, found: cell.length > 80 ? expect.stringContaining('…') : cell },
    ])
    expect(problems[0]?.message).not.toBe('')
    expect(problems[0]?.expected).not.toBe('')
    expect(counts.valid).toBe(0)
  })
})

describe('spend rows', () => {
  test('the column of a problem is named as the file names it', () => {
    const { problems } = readFile({ file: oneLine({ Day: 'x', 'Total Cost': '1', CCY: 'USD' }) })
    expect(problems[0]?.column).toBe('Day')
  })

  test.each([
    ['JPY', '1250', 1250],
    ['KWD', '12.500', 12_500],
    ['usd', '12.50', 1250],
    [' EUR ', '12.50', 1250],
  ])('an amount in %s of %s has %i minor units', (currency, amount, minor) => {
    expect(spend({ currency, amount }).spends[0]?.amount).toBe(minor)
  })

  test('a refund is negative', () => {
    expect(spend({ amount: '-12.50' }).spends[0]?.amount).toBe(-1250)
  })

  test('a yen has no decimals', () => {
    expect(spend({ currency: 'JPY', amount: '12.5' }).codes).toEqual(['2 too-many-decimals'])
  })

  test.each(['committed', 'invoiced', 'paid', ''])('status “%s” is known, in any case', (status) => {
    expect(spendStatuses[spend({ status: status.toUpperCase() }).spends[0]?.status ?? -1]).toBe(status)
  })

  test('blanks around a cell are nothing', () => {
    const read = spend({ date: ' 2026-03-14 ', amount: ' 12.50 ', creator: '  @anna ' })
    expect(read.spends).toMatchObject([{ day: parseDay('2026-03-14'), amount: 1250, creator: '@anna' }])
  })

  test('a row without a creator is accepted: overhead', () => {
    expect(spend({ creator: '' }).spends).toMatchObject([{ creator: '' }])
  })

  test('a platform is known in any case', () => {
    expect(spend({ platform: 'InstaGram' }).spends[0]?.platform).toBe('instagram')
  })

  test('a line id stands once in a file; the later line is the problem and names the first', () => {
    const read = readFile({
      file: lines('date,amount,currency,line_id', '2026-03-14,1,USD,A1', '2026-03-15,2,USD,A2', '2026-03-16,3,USD,A1'),
    })
    expect(read.problems).toMatchObject([
      { line: 4, column: 'line_id', code: 'line-id-repeated', message: expect.stringContaining('line 2') },
    ])
    expect(read.counts.valid).toBe(2)
  })

  test('a line that is refused does not use up its line id', () => {
    const read = readFile({
      file: lines('date,amount,currency,line_id', 'never,1,USD,A1', '2026-03-15,2,USD,A1'),
    })
    expect(read.codes).toEqual(['2 date-unreadable'])
  })

  test('rows are known by line id where they have one, else by content', () => {
    const read = readFile({ file: lines('date,amount,currency,line_id', '2026-03-14,1,USD,A1', '2026-03-14,1,USD,') })
    expect(read.spends.map(({ identity }) => identity)).toEqual(['line', 'content'])
  })
})

describe('periods', () => {
  const period = (start: string, end: string, date = '2026-03-14'): ReadFile =>
    spend({ date, period_start: start, period_end: end })

  test('both days belong to the period', () => {
    expect(period('2026-03-01', '2026-03-31').spends).toMatchObject([
      { day: parseDay('2026-03-14'), periodStart: parseDay('2026-03-01'), periodDays: 31 },
    ])
  })

  test('a period of one day is one', () => {
    expect(period('2026-03-01', '2026-03-01').spends[0]?.periodDays).toBe(1)
  })

  test('without a period there is none', () => {
    expect(period('', '').spends).toMatchObject([{ periodStart: noDay, periodDays: 0 }])
  })

  test('a blank date is the first day of the period', () => {
    expect(period('2026-03-01', '2026-03-31', '').spends[0]?.day).toBe(parseDay('2026-03-01'))
  })

  test.each([
    ['2026-03-01', '', 'period-incomplete'],
    ['', '2026-03-31', 'period-incomplete'],
    ['2026-03-31', '2026-03-01', 'period-incomplete'],
    ['2026-03-01', '2030-03-01', 'out-of-range'],
    ['2399-03-01', '2399-03-02', 'date-out-of-range'],
  ])('from “%s” to “%s” is %s', (start, end, code) => {
    expect(period(start, end).codes).toEqual([`2 ${code}`])
  })
})

describe('result rows', () => {
  test.each([
    ['impressions', '1 000', 'not-a-whole-number'],
    ['impressions', '1.5', 'not-a-whole-number'],
    // A thousand to half of Europe.
    ['impressions', '1.000', 'not-a-whole-number'],
    ['impressions', '-1', 'out-of-range'],
    ['followers', '9999999999999', 'out-of-range'],
    ['content_score', '101', 'out-of-range'],
    ['brand_fit', 'good', 'score-unreadable'],
    ['published', 'soon', 'date-unreadable'],
    ['published', '1899-12-31', 'date-out-of-range'],
    ['revenue', '12.50', 'currency-missing'],
    ['gross_profit', '12.50', 'currency-missing'],
    ['post', tooLong, 'out-of-range'],
    ['platform', tooLong, 'out-of-range'],
  ])('%s “%s” is %s', (column, cell, code) => {
    expect(result({ [column]: cell }).problems).toMatchObject([{ line: 2, column, code }])
  })

  test.each([
    ['100', 100],
    ['100.0', 100],
    [' 100 ', 100],
    ['0', 0],
    ['', null],
    [' ', null],
  ])('impressions “%s” are %s', (cell, impressions) => {
    expect(result({ impressions: cell }).results).toMatchObject([{ impressions }])
  })

  test('conversions may be negative: orders come back', () => {
    expect(result({ conversions: '-2' }).results[0]?.conversions).toBe(-2)
  })

  test('scores keep two decimals', () => {
    expect(result({ content_score: '82.25', brand_fit: '7' }).results).toMatchObject([
      { contentScore: 8225, brandFit: 700 },
    ])
  })

  test('a blank publication day says nothing', () => {
    expect(result({ published: ' ' }).results).toMatchObject([{ published: null }])
  })

  test('money without money columns needs no currency', () => {
    expect(result().results).toMatchObject([{ currency: '', revenue: null }])
  })

  test('a row without a post and without figures has nothing to record', () => {
    expect(result({ post: '', published: '', impressions: '' }).codes).toEqual(['2 no-figures'])
  })

  test('a post without figures was published: that is something', () => {
    expect(result({ impressions: '' }).counts.valid).toBe(1)
  })

  test('every issue of a line is told', () => {
    expect(result({ impressions: '-1', brand_fit: '101' }).codes).toEqual(['2 out-of-range', '2 out-of-range'])
  })
})

describe('lifetime figures', () => {
  test('stand on the day of publication, whatever the date says', () => {
    expect(lifetime().results).toMatchObject([{ day: parseDay('2026-03-12'), impressions: 100 }])
  })

  test.each([
    ['post', { post: '' }],
    ['published', { published: '' }],
  ])('need their %s', (column, cells) => {
    expect(lifetime(cells).problems).toMatchObject([{ line: 2, column, code: 'lifetime-needs-post' }])
  })
})

describe('performance rows', () => {
  const aPerformance = {
    date: '2026-03-14',
    creator: '@anna',
    platform: 'tiktok',
    clicks: '5',
    amount: '12.50',
    currency: 'USD',
  }
  const performance = (cells: Record<string, string> = {}): ReadFile =>
    readFile({ kind: 'performance', file: oneLine({ ...aPerformance, ...cells }) })

  test('are a result row and a spend row of one line', () => {
    const read = performance()
    expect(read.results).toMatchObject([{ line: 2, creator: '@anna', clicks: 5 }])
    expect(read.spends).toMatchObject([{ line: 2, creator: '@anna', amount: 1250, identity: 'group' }])
    expect(read.counts).toEqual({ read: 1, valid: 1, excluded: 0 })
  })

  test('with a line id their cost is known by it', () => {
    expect(performance({ line_id: 'A1' }).spends).toMatchObject([{ identity: 'line' }])
  })

  test.each([
    ['amount', ''],
    ['clicks', 'many'],
  ])('are accepted whole or not at all (%s “%s”)', (column, cell) => {
    const read = performance({ [column]: cell })
    expect([read.results, read.spends]).toEqual([[], []])
    expect(read.problems).toMatchObject([{ column }])
  })
})
