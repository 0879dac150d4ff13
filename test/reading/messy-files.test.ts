import { describe, expect, test } from 'vitest'
import { readFile } from './read-file.ts'

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`

describe('the mark of an amount is its currency', () => {
  test.each([
    ['€', 'EUR', ['€1.50', '€2.00']],
    ['a code before', 'EUR', ['EUR 1.50', 'EUR 2.00']],
    ['a code behind', 'SEK', ['1.50 SEK', '2.00 SEK']],
    ['£', 'GBP', ['£1.50', '£2.00']],
    ['US$', 'USD', ['US$1.50', 'US$2.00']],
  ])('%s is %s', async (_, currency, [one = '', two = '']) => {
    const read = await readFile(lines('Date,Campaign,Amount', `2026-03-01,Spring,${one}`, `2026-03-02,Spring,${two}`))
    expect(read.asked).toEqual([])
    expect(read.rows).toEqual([`2026-03-01 Spring 1.50 ${currency}`, `2026-03-02 Spring 2.00 ${currency}`])
  })

  test('a mark of several currencies is asked about, the likeliest proposed', async () => {
    const file = lines('Date,Campaign,Amount', '2026-03-01,Spring,$1.50', '2026-03-02,Spring,"$2,000.00"')
    const read = await readFile(file)
    expect(read.asked).toEqual(['currency-mark'])
    const [question] = read.reading?.questions ?? []
    expect(question).toMatchObject({ proposed: 'USD' })
    expect(question?.options.map(({ value }) => value).slice(0, 3)).toEqual(['USD', 'CAD', 'AUD'])
    const answered = await readFile(file, 'spend', { answers: { [question?.id ?? '']: 'CAD' } })
    expect(answered.rows).toEqual(['2026-03-01 Spring 1.50 CAD', '2026-03-02 Spring 2000.00 CAD'])
  })

  test('amounts without any are asked about once', async () => {
    const read = await readFile(lines('Date,Campaign,Amount', '2026-03-01,Spring,1.50'))
    expect(read.asked).toEqual(['currency'])
  })
})

describe('dates', () => {
  test('with points have the day first, without a question', async () => {
    const read = await readFile(
      lines('Datum;Kampagne;Betrag;Währung', '02.03.2026;A;1,50;EUR', '03.03.2026;B;2,50;EUR'),
    )
    expect(read.asked).toEqual([])
    expect(read.rows).toEqual(['2026-03-02 A 1.50 EUR', '2026-03-03 B 2.50 EUR'])
    expect(read.reading?.columns[0]?.how).toBe('day, month, year')
  })

  test('with points that only fit the month first are read so', async () => {
    const read = await readFile(lines('Date,Campaign,Amount (USD)', '02.03.2026,A,1.50', '02.28.2026,B,2.50'))
    expect(read.rows).toEqual(['2026-02-03 A 1.50 USD', '2026-02-28 B 2.50 USD'])
  })

  test('in ISO are described as they are written', async () => {
    const read = await readFile(lines('Date,Campaign,Amount (USD)', '2026-03-02,A,1.50'))
    expect(read.reading?.columns[0]?.how).toBe('year, month, day')
  })
})

describe('columns without a name', () => {
  test('are ignored where they hold nothing', async () => {
    const read = await readFile(
      lines('date,campaign,amount,currency,,', '2026-03-01,A,1.50,EUR,,', '2026-03-02,B,2,EUR,,'),
    )
    expect(read).toMatchObject({ asked: [], rows: ['2026-03-01 A 1.50 EUR', '2026-03-02 B 2.00 EUR'] })
    expect(read.reading?.notes).toEqual([])
  })

  test.each([
    ['under blank cells of the header', 'date,campaign,amount,currency,,', ',,ok'],
    ['beyond the header', 'date,campaign,amount,currency', ',fine'],
  ])('%s are noted where they hold something', async (_, header, more) => {
    const rows = ['2026-03-01,A,1.50,EUR', '2026-03-02,B,2,EUR', '2026-03-03,C,3,EUR'].map((row) => row + more)
    const read = await readFile(lines(header, ...rows))
    expect(read.problems).toEqual([])
    expect(read.rows).toHaveLength(3)
    expect(read.reading?.notes.map(({ code }) => code)).toEqual(['column-unnamed'])
  })

  test('are none where an amount was cut in two at its comma', async () => {
    const read = await readFile(lines('date,currency,amount', '2026-03-01,EUR,1,234.56', '2026-03-02,EUR,2,345.67'))
    expect(read.rows).toEqual([])
    expect(read.problems).toEqual(['2 row-ragged', '3 row-ragged'])
  })
})

describe('a file without a header', () => {
  const file = lines(
    '01/03/2026,Meta Platforms Ltd,"£1,200.00"',
    '14/03/2026,Google Ireland,£300.50',
    '15/03/2026,TikTok,£20.10',
  )

  test('has columns by their number, proposed from their cells, and asks', async () => {
    const read = await readFile(file)
    expect(read.asked).toEqual(['header-missing'])
    expect(read.reading?.columns.map(({ header, field, samples }) => [header, field, samples[0]])).toEqual([
      ['Column 1', 'date', '01/03/2026'],
      ['Column 2', null, 'Meta Platforms Ltd'],
      ['Column 3', 'amount', '£1,200.00'],
    ])
  })

  test('is read as its user says', async () => {
    const read = await readFile(file, 'spend', { columns: { date: 0, creator: 1, amount: 2 } })
    expect(read.rows[0]).toBe('2026-03-01 Meta Platforms Ltd 1200.00 GBP')
    expect(read.rows).toHaveLength(3)
  })

  test('has its amounts in the column with decimals', async () => {
    const read = await readFile(lines('2026-03-01,A,1.50,EUR', '2026-03-02,B,2.50,EUR'), 'spend', {
      answers: { names: 'shown' },
    })
    expect(read.rows).toEqual(['2026-03-01 1.50 EUR', '2026-03-02 2.50 EUR'])
  })
})

describe('debit and credit', () => {
  test.each([
    [
      'English',
      'Date,Campaign,Debit,Credit,Balance,Currency',
      ['100.00,,900.00', ',20.00,920.00', '50.00,0.00,870.00'],
    ],
    [
      'of a bank',
      'Date,Campaign,Paid out,Paid in,Balance,Currency',
      ['100.00,,900.00', ',20.00,920.00', '50.00,,870.00'],
    ],
    ['French', 'Date,Campagne,Débit,Crédit,Solde,Devise', ['-100.00,,900.00', ',20.00,920.00', '-50.00,,870.00']],
    ['Spanish', 'Fecha,Campaña,Debe,Haber,Saldo,Moneda', ['100.00,,900.00', ',-20.00,920.00', '50.00,,870.00']],
  ])('in two columns are one amount: %s', async (_, header, amounts) => {
    const rows = amounts.map((cells, at) => `2026-03-0${at + 1},A,${cells},EUR`)
    const read = await readFile(lines(header, ...rows))
    expect(read).toMatchObject({ asked: [], problems: [] })
    expect(read.rows).toEqual(['2026-03-01 A 100.00 EUR', '2026-03-02 A -20.00 EUR', '2026-03-03 A 50.00 EUR'])
    expect(read.reading?.notes.map(({ code }) => code)).toContain('debit-less-credit')
  })

  test('on one line are a problem', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `2026-03-01,${at + 1}.00,,EUR`)
    const read = await readFile(lines('Date,Debit,Credit,Currency', ...rows, '2026-03-01,3.00,4.00,EUR'))
    expect(read.problems).toEqual(['32 debit-and-credit'])
    expect(read.rows).toHaveLength(30)
  })

  test('an amount beside them is the amount', async () => {
    const read = await readFile(
      lines('Date,Amount,Debit,Credit,Currency', '2026-03-01,-5.50,,5.50,EUR', '2026-03-01,6.50,6.50,,EUR'),
    )
    expect(read.rows).toEqual(['2026-03-01 -5.50 EUR', '2026-03-01 6.50 EUR'])
  })

  test('in words of a column are asked about, and turn the signs', async () => {
    const file = lines('Datum;Kampagne;Betrag;S/H;Währung', '01.03.2026;A;100,00;S;EUR', '02.03.2026;B;20,00;H;EUR')
    const read = await readFile(file)
    expect(read.asked).toEqual(['credit-debit'])
    const answered = await readFile(file, 'spend', { answers: { 'side:3': 'credit' } })
    expect(answered.rows).toEqual(['2026-03-01 A 100.00 EUR', '2026-03-02 B -20.00 EUR'])
  })

  test('in words beside signed amounts change nothing', async () => {
    const file = lines('Date,Campaign,Amount,D/C,Currency', '2026-03-01,A,10.00,D,EUR', '2026-03-02,B,-2.00,C,EUR')
    expect(await readFile(file)).toMatchObject({
      asked: [],
      rows: ['2026-03-01 A 10.00 EUR', '2026-03-02 B -2.00 EUR'],
    })
  })

  test('are not what campaigns and creators called S, H, C and D say', async () => {
    const file = lines('Date,Campaign,Creator,Amount (EUR)', '2026-03-01,S,H,1.50', '2026-03-02,C,D,2.50')
    expect(await readFile(file)).toMatchObject({
      asked: [],
      rows: ['2026-03-01 S H 1.50 EUR', '2026-03-02 C D 2.50 EUR'],
    })
  })
})
