import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { parseDay } from '../../functions/domain/calendar.ts'
import { lines, readFile, spendLine } from './read-file.ts'

const header = 'date,campaign,creator,amount,currency'
const row = '2026-03-14,Spring,@anna,12.50,USD'
const accepted = { read: 1, valid: 1, excluded: 0 }

describe('what is read', () => {
  test.each([
    ['commas', lines(header, row)],
    ['semicolons', lines(header, row).replaceAll(',', ';')],
    ['tabs', lines(header, row).replaceAll(',', '\t')],
    ['a byte order mark', `\uFEFF${lines(header, row)}`],
    ['CR LF', lines(header, row).replaceAll('\n', '\r\n')],
    ['a lone CR', lines(header, row).replaceAll('\n', '\r')],
    ['no line end after the last line', `${header}\n${row}`],
    ['blank lines around', `\n\n${header}\n\n${row}\n\n`],
    ['a quoted header', lines('"date","campaign","creator","amount","currency"', row)],
    ['headers in other case, with spaces and underscores', lines('DATE, Campaign,creator_,Amount,CURRENCY', row)],
  ])('a file with %s', (_, file) => {
    const read = readFile({ file })
    expect(read.codes).toEqual([])
    expect(read.counts).toEqual(accepted)
    expect(read.spends).toMatchObject([
      { day: parseDay('2026-03-14'), campaign: 'Spring', creator: '@anna', amount: 1250, currency: 'USD' },
    ])
  })

  test('cut into pieces of any size, a file gives the same', () => {
    const file = lines(header, row, '2026-03-15,"Café, “Süd”",@böb,3,EUR', 'x,,,1,USD', '', '"a\nb",,,1,USD')
    const whole = readFile({ file })
    expect(whole.codes).toEqual(['4 date-unreadable', '6 date-unreadable'])
    for (const pieceBytes of [1, 2, 3, 5, 7, 11, 40]) expect(readFile({ file, pieceBytes })).toEqual(whole)
  })

  test('what stands before a quote that is never closed is read the same in pieces of any size', () => {
    const file = `${lines(header, `2026-03-14,${'x'.repeat(250)},@anna,1,USD`, 'x,,,1,USD')}2026-03-14,"c`
    const whole = readFile({ file })
    expect(whole.codes).toEqual(['3 date-unreadable', '4 quote-unclosed', '0 file-unreadable'])
    for (let pieceBytes = 1; pieceBytes < file.length; pieceBytes += 13)
      expect(readFile({ file, pieceBytes })).toEqual(whole)
  })

  test('how lines end is told by the first one, not by the text in quotes', () => {
    const file = `${header}\r2026-03-14,"two\nlines",@anna,1,USD\r${row}\r`
    expect(readFile({ file, pieceBytes: 1 })).toEqual(readFile({ file }))
    expect(readFile({ file }).counts).toEqual({ read: 2, valid: 2, excluded: 0 })
  })

  test('a header may have a line end in quotes', () => {
    const file = `date,campaign,creator,"amount",currency,"note\nof mine"\n${row},x\n`
    expect(readFile({ file, pieceBytes: 1 }).spends).toMatchObject([{ line: 3, amount: 1250 }])
  })

  test('empty lines, lines of commas and lines of blanks are no rows', () => {
    const read = readFile({ file: lines(header, '', ',,,,', ' , ,,,', '   ', row) })
    expect(read.codes).toEqual([])
    expect(read.spends).toMatchObject([{ line: 6 }])
    expect(read.counts).toEqual(accepted)
  })

  test('empty cells beyond the header are what spreadsheets leave behind', () => {
    expect(readFile({ file: lines(header, `${row},,`) }).counts).toEqual(accepted)
  })

  test.each([
    ['too many', `${row},x`, '6 cells'],
    ['too few', '2026-03-14,Spring,@anna,12.50', '4 cells'],
  ])('a line with %s cells is a problem that counts them', (_, line, found) => {
    const { problems } = readFile({ file: lines(header, line) })
    expect(problems).toMatchObject([
      { line: 2, code: 'row-ragged', found, message: expect.stringContaining('header has 5') },
    ])
  })

  test('columns that nobody asked for are named in a warning', () => {
    const read = readFile({ file: lines(`${header},Mood,Colour`, `${row},fine,red`) })
    expect(read.warnings).toEqual([{ code: 'columns-ignored', message: 'Not read: Mood, Colour.', rows: 0 }])
    expect(read.counts).toEqual(accepted)
  })

  test('amounts with the noise of a program are rounded, counted and said', () => {
    const read = readFile({ file: lines(header, '2026-03-14,Spring,@anna,60634.34999999999,USD', row) })
    expect(read.spends[0]?.amount).toBe(6_063_435)
    expect(read.warnings).toMatchObject([{ code: 'amounts-rounded', rows: 1 }])
  })

  test('which column was read as which field is kept', () => {
    const read = readFile({ file: lines('Day,Project,Influencer,Total Cost,CCY', row) })
    expect(read.columns).toEqual({
      date: 'Day',
      campaign: 'Project',
      creator: 'Influencer',
      amount: 'Total Cost',
      currency: 'CCY',
    })
  })
})

describe('mapping', () => {
  const file = lines('Buchung,Kampagne,Empfänger,Betrag,Währung', row)
  const mapping = { date: 'Buchung', campaign: 'Kampagne', creator: 'Empfänger', amount: 'Betrag', currency: 'Währung' }

  test('field to column', () => {
    expect(readFile({ file, options: { mapping } }).spends).toMatchObject([{ creator: '@anna', amount: 1250 }])
  })

  test('column to field', () => {
    const turned = Object.fromEntries(Object.entries(mapping).map(([field, column]) => [column, field]))
    expect(readFile({ file, options: { mapping: turned } }).spends).toMatchObject([{ creator: '@anna', amount: 1250 }])
  })

  test('a mapped column goes before one that is found by its name', () => {
    const two = lines('date,amount,Netto,currency', '2026-03-14,1,2,USD')
    const read = readFile({ file: two, options: { mapping: { amount: 'Netto' } } })
    expect(read.spends[0]?.amount).toBe(200)
    expect(read.warnings).toMatchObject([{ code: 'columns-ignored', message: 'Not read: amount.' }])
  })

  test('a mapping of what does not exist is a problem that lists what does', () => {
    const { problems } = readFile({ file: lines(header, row), options: { mapping: { amount: 'Netto' } } })
    expect(problems).toMatchObject([{ line: 0, code: 'mapping-unknown', found: 'amount: Netto' }])
    expect(problems[0]?.message).toContain('columns on line 1: date, campaign, creator, amount, currency')
  })

  test('two columns for one field are a problem that names both', () => {
    const { problems } = readFile({ file: lines('date,amount,cost,currency', '2026-03-14,1,2,USD') })
    expect(problems).toMatchObject([
      { line: 0, code: 'column-repeated', found: 'amount and cost', expected: 'one column for amount' },
    ])
  })

  test('a mapping settles which of two columns it is', () => {
    const file = lines('influencer_id,name,follower_count', '1,Antonio,36225')
    expect(readFile({ kind: 'creators', file }).codes).toEqual(['0 column-repeated'])
    const read = readFile({ kind: 'creators', file, options: { mapping: { creator: 'influencer_id' } } })
    expect(read.names).toEqual(['1'])
  })
})

describe('columns that must be there', () => {
  test.each([
    ['spend', 'campaign,creator', ['amount', 'currency', 'date']],
    ['results', 'date,creator', ['impressions']],
    ['results', 'creator,clicks', ['date']],
    ['performance', 'clicks', ['amount', 'currency', 'date']],
    ['creators', 'platform', ['creator']],
    ['campaigns', 'brand', ['campaign']],
    ['aliases', 'kind', ['alias', 'name']],
    ['fx', 'date', ['from', 'to', 'rate']],
  ] as const)('a %s file with only %s lacks them', (kind, of, missing) => {
    const { problems, fatal } = readFile({ kind, file: lines(of, 'x') })
    expect(problems.map(({ code, column }) => `${code} ${column}`)).toEqual(
      missing.map((column) => `column-missing ${column}`),
    )
    expect(fatal).toBe(true)
  })

  test('lifetime figures need the post and its publication, and no date', () => {
    const options = { figures: 'lifetime' } as const
    expect(readFile({ kind: 'results', file: lines('clicks', '1'), options }).problems.map((p) => p.column)).toEqual([
      'post',
      'published',
    ])
    const read = readFile({
      kind: 'results',
      file: lines('post,published,clicks', 'p1,2026-03-12,5'),
      options,
    })
    expect(read.results).toMatchObject([{ day: parseDay('2026-03-12'), clicks: 5 }])
  })

  test('a period of two days may stand for the date', () => {
    const file = lines('period_start,period_end,amount,currency', '2026-03-01,2026-03-31,31,USD')
    expect(readFile({ file }).spends).toMatchObject([{ day: parseDay('2026-03-01'), periodDays: 31 }])
  })
})

describe('lines that are left out', () => {
  const file = lines(header, row, 'x,,,1,USD', row)

  test('excluded lines are read by nobody and counted', () => {
    const read = readFile({ file, options: { exclude: [3] } })
    expect(read.codes).toEqual([])
    expect(read.counts).toEqual({ read: 3, valid: 2, excluded: 1 })
  })

  test('lines that were found wanting before are passed over without a word', () => {
    const read = readFile({ file, skip: [3] })
    expect(read.codes).toEqual([])
    expect(read.counts).toEqual({ read: 3, valid: 2, excluded: 0 })
  })
})

describe('what is no CSV file', () => {
  const text = Buffer.from(lines(header, '2026-03-14,Café,@anna,12.50,USD'))
  test.each([
    ['a zip archive or an Excel workbook', 'not-csv', Buffer.from('PK\u0003\u0004rest')],
    ['an old Excel workbook', 'not-csv', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['a PDF', 'not-csv', Buffer.from('%PDF-1.7')],
    ['a gzip archive', 'not-csv', gzipSync(text)],
    ['a picture', 'not-csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d])],
    ['text in UTF-16', 'not-csv', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['not text', 'not-csv', Buffer.from('a\u0000b')],
    ['not text', 'not-csv', Buffer.from(lines(header, row, '2026-03-14,a\u0000b,@anna,1,USD'))],
    ['not text in UTF-8', 'not-utf8', Buffer.from(text.toString(), 'latin1')],
  ])('%s is refused by what it is', (what, code, file) => {
    const { problems, fatal } = readFile({ file })
    expect(problems).toMatchObject([{ line: 0, code }])
    expect(`${problems[0]?.message} ${problems[0]?.found}`).toContain(what)
    expect(fatal).toBe(true)
  })

  test('UTF-16 without a mark is bytes that are not text', () => {
    expect(readFile({ file: Buffer.from(text.toString(), 'utf16le') }).codes).toEqual(['0 not-csv'])
  })

  test.each([
    ['nothing', '', 'file-empty'],
    ['blanks', ' \n\n \n', 'file-empty'],
    ['a mark alone', '\uFEFF', 'file-empty'],
    ['a header', header, 'no-rows'],
    ['a header and blank lines', `${header}\n\n,,,,\n`, 'no-rows'],
  ])('a file of %s is refused', (_, file, code) => {
    const read = readFile({ file })
    expect(read.codes).toEqual([`0 ${code}`])
    expect(read.fatal).toBe(true)
  })

  test('a first line that never ends is no header', () => {
    const read = readFile({ file: 'x'.repeat(300_000) })
    expect(read.codes).toEqual(['0 not-csv'])
  })

  test('more columns than any file has are refused', () => {
    const file = lines(Array.from({ length: limits.columnsMax + 1 }, (_, i) => `c${i}`).join(','), 'x')
    expect(readFile({ file }).codes).toEqual(['0 too-many-columns'])
  })
})

describe('quotes', () => {
  test('a quote that is never closed ends the reading, and says where it opened', () => {
    const read = readFile({ file: lines(header, row, '2026-03-14,"Spring,@anna,12.50,USD', row) })
    expect(read.codes).toEqual(['3 quote-unclosed', '0 file-unreadable'])
    expect(read.fatal).toBe(true)
  })

  test('a quote in the middle of a cell is a problem that says which lines it joins', () => {
    const file = lines(header, '2026-03-14,"Spr"ing,@anna,12.50,USD', row, '2026-03-14,"Fall",@anna,1,USD', row)
    const read = readFile({ file })
    expect(read.problems).toMatchObject([
      { line: 2, code: 'quote-misplaced', message: expect.stringContaining('one of lines 2 to 4') },
    ])
    expect(read.spends).toMatchObject([{ line: 5 }])
  })
})

describe('many problems', () => {
  const bad = (count: number): string[] => new Array<string>(count).fill('never,Spring,@anna,1,USD')

  test('of 10,000 bad rows the first 1,000 are listed and all are counted', () => {
    const read = readFile({ file: lines(header, ...bad(10_000)) })
    expect(read.problems).toHaveLength(limits.problemsListedMax)
    expect(read.total).toBe(10_000)
    expect(read.problems.at(-1)?.line).toBe(1001)
    expect(read.counts).toEqual({ read: 10_000, valid: 0, excluded: 0 })
  })

  test('what ends the reading is listed and told even behind a full list', () => {
    const text = Buffer.from(lines(header, ...bad(1200)))
    const read = readFile({ file: Buffer.concat([text, Buffer.from([0xe9, 0x0a])]), pieceBytes: 4096 })
    expect(read.problems).toHaveLength(limits.problemsListedMax)
    expect(read.fatal).toBe(true)
    expect(read.codes.at(-1)).toBe('0 not-utf8')
  })

  test('what was found is cut to what fits a screen', () => {
    const { problems } = readFile({ file: spendLine({ date: 'x'.repeat(500) }) })
    expect(problems[0]?.found).toBe(`${'x'.repeat(80)}…`)
  })
})

test('no bytes make the parser throw', () => {
  const piece = fc.oneof(fc.constantFrom(header, row, '\n', '\r', '"', ',', ';', '\t', '\uFEFF', 'PK'), fc.string())
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (pieces, pieceBytes) => {
      const read = readFile({ file: pieces.join(''), pieceBytes })
      expect(read.total > 0 || read.counts.valid > 0).toBe(true)
    }),
    { seed: 1, numRuns: 500 },
  )
})
