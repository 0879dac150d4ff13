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

  test.each([
    ['Invoice', 'Credit note'],
    ['Rechnung', 'Gutschrift'],
    ['facture', 'AVOIR'],
    ['Factura', 'Nota de crédito'],
  ])('%s and %s are asked about, and turn the sign', async (invoice, note) => {
    const file = lines(
      'Date,Campaign,Document,Amount,Currency',
      `2026-03-01,A,${invoice},100.00,EUR`,
      `2026-03-02,B,${note},20.00,EUR`,
    )
    const asked = (await readFile(file)).reading?.questions
    expect(asked).toMatchObject([{ code: 'credit-debit', proposed: 'credit', options: [{}, { value: 'none' }] }])
    const answered = await readFile(file, 'spend', { answers: { 'side:2': 'credit' } })
    expect(answered.rows).toEqual(['2026-03-01 A 100.00 EUR', '2026-03-02 B -20.00 EUR'])
  })

  test('are no sides of revenue, but sales and returns are', async () => {
    const file = (words: string[]) =>
      lines(
        'Date,Creator,Note,Orders,Revenue (EUR)',
        ...words.map((word, at) => `2026-03-0${at + 1},anna,${word},1,${at + 10}.50`),
      )
    expect((await readFile(file(['D', 'C']), 'results')).asked).toEqual([])
    expect((await readFile(file(['sale', 'sale']), 'results')).asked).toEqual([])
    const read = await readFile(file(['sale', 'Return']), 'results', { answers: { 'side:2': 'credit' } })
    expect(read).toMatchObject({ asked: [], rows: ['2026-03-01 anna 10.50 EUR', '2026-03-02 anna -11.50 EUR'] })
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

describe('the days that a file says it covers', () => {
  const rows = ['Campaign,Day,Amount', 'A,03/04/2026,1.50', 'B,05/04/2026,2.50']

  test.each([
    ['in one cell', '1 March 2026 - 30 April 2026,,'],
    ['in two cells', 'Period,2026-04-01,2026-04-30'],
    ['in two cells with a word between', 'Zeitraum;01.04.2026;bis;30.04.2026'.replaceAll(';', ',')],
    ['behind the start of the year', 'Year,2026-01-01,2026-04-01,2026-04-30'],
  ])('%s, settle the order of its dates', async (_, title) => {
    const { asked, reading } = await readFile(lines(title, ...rows))
    expect(asked).toEqual(['currency'])
    expect(reading?.columns[1]?.how).toBe('day, month, year')
  })

  test('are not those that its columns are called', async () => {
    const read = await readFile(lines('Campaign,Amount (EUR),2026-03-01,2026-03-02', 'A,1.50,1,2', 'B,2.50,3,4'))
    expect(read.asked).toEqual(['date'])
    expect(read.reading?.constants).toEqual({ currency: 'EUR' })
  })
})

test('a reading tells what was said and holds, and why a value is proposed', async () => {
  const file = lines('1 March 2026 - 31 March 2026', 'Campaign,Posts,Cost', 'A,p,1.505', 'B,q,2.50')
  const asked = await readFile(file, 'performance')
  expect(asked.reading?.needs).toMatchObject([
    { field: 'currency', proposed: 'USD', reason: 'It is the currency of the reports.' },
    { field: 'date', proposed: '2026-03-31', reason: 'It is the last day of the file’s own period.' },
  ])
  expect(asked.reading?.said).toEqual({})
  const constants = { currency: 'EUR', date: '2026-03-31' }
  const said = { columns: { campaign: 0 }, constants, answers: { 'order:9': 'dmy' }, rounding: true }
  const { reading } = await readFile(file, 'performance', said)
  expect(reading?.said).toEqual({ columns: { campaign: 0 }, constants, rounding: true })
})

describe('a batch of bookings in the German way', () => {
  const header =
    'Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Konto;Gegenkonto (ohne BU-Schlüssel);Belegdatum;Belegfeld 1;Buchungstext'
  const rows = [
    '1234,50;"S";"EUR";;4600;70001;0203;"RE-1";"Anna Post"',
    '99,00;"S";"EUR";;4600;70002;1203;"RE-2";"Bob Reel"',
    '10,00;"H";"EUR";;4600;70002;2803;"GS-2";"Bob Gutschrift"',
  ]
  const about =
    '"EXTF";700;21;"Buchungsstapel";13;20260401093000000;;"RE";"";"";29098;55003;20260101;4;20260301;20260331;"März";"";1'
  const answers = { 'side:1': 'credit' }

  test('has its year in the line above, and asks only which side is money back', async () => {
    const file = Buffer.from(lines(about, header, ...rows), 'latin1')
    expect((await readFile(file)).asked).toEqual(['credit-debit'])
    const read = await readFile(file, 'spend', { answers })
    expect(read).toMatchObject({ problems: [], warnings: [] })
    expect(read.rows).toEqual(['2026-03-02 1234.50 EUR', '2026-03-12 99.00 EUR', '2026-03-28 -10.00 EUR'])
    expect(read.reading?.kinds[0]).toMatchObject({ kind: 'spend' })
    expect(read.reading?.columns[6]).toMatchObject({ field: 'date', how: 'day, month of 2026' })
  })

  test('asks for the year where that line is missing', async () => {
    const read = await readFile(lines(header, ...rows), 'spend', { answers })
    expect(read.asked).toEqual(['year-missing'])
    const answered = await readFile(lines(header, ...rows), 'spend', { answers: { ...answers, 'year:6': '2025' } })
    expect(answered.rows[0]).toBe('2025-03-02 1234.50 EUR')
  })

  test('proposes the year that a title names', async () => {
    const read = await readFile(
      lines('Buchungen 2023;;', 'Belegdatum;Kampagne;Betrag (EUR)', '2003;A;1,50', '3112;B;2,50'),
    )
    expect(read.reading?.questions).toMatchObject([{ code: 'year-missing', proposed: '2023' }])
  })

  test('its turnover is revenue where results are read', async () => {
    const { reading } = await readFile(
      lines('Datum;Kampagne;Umsatz', '01.03.2026;A;1,50', '13.03.2026;B;2,50'),
      'results',
    )
    expect(reading?.columns[2]).toMatchObject({ field: 'revenue' })
  })
})

describe('exports in the style of their systems', () => {
  const google = lines(
    'Kampagnenbericht',
    '1. März 2026 - 31. März 2026',
    'Kampagne,Tag,Währungscode,Kosten,Klicks,"Durchschn. CPC",CTR',
    'Frühling,2026-03-01,EUR,"1.234,50",10,"123,45","1,20 %"',
    'Sommer,2026-03-02,EUR,"100,50",5,"20,10","2,20 %"',
    'Gesamt: Kampagnen,,EUR,"1.335,00",15,"89,00","1,60 %"',
    'Gesamt: Konto,,EUR,"1.335,00",15,"89,00","1,60 %"',
  )

  test('Google Ads in German, with two totals', async () => {
    const read = await readFile(google)
    expect(read).toMatchObject({ asked: [], rows: ['2026-03-01 Frühling 1234.50 EUR', '2026-03-02 Sommer 100.50 EUR'] })
  })

  test('what stands below means and rates is no total that disagrees', async () => {
    const { reading } = await readFile(google)
    expect(reading?.totals.map(({ header, agrees }) => `${header} ${agrees}`)).toEqual([
      'Kosten true',
      'Klicks true',
      'Kosten true',
      'Klicks true',
    ])
  })

  test('TikTok, with a line that counts its results', async () => {
    const file = lines(
      'Campaign name,Cost,Impressions,CTR,Currency,By Day',
      'A,10.50,1000,2.00%,USD,2026-03-01',
      'B,20.25,2000,1.50%,USD,2026-03-02',
      'Total of 2 results,30.75,3000,1.67%,USD,-',
    )
    expect(await readFile(file)).toMatchObject({
      asked: [],
      rows: ['2026-03-01 A 10.50 USD', '2026-03-02 B 20.25 USD'],
    })
  })

  test('GA4, with comments above and its total first', async () => {
    const file = lines(
      '# ----------',
      '# Traffic acquisition',
      '# Start date: 20260301',
      '# ----------',
      'Session campaign,Date,Sessions,Purchases,Total revenue',
      ',,300,5,750.5',
      'spring,20260301,100,2,300.25',
      'summer,20260302,200,3,450.25',
    )
    expect((await readFile(file, 'results')).asked).toEqual(['currency'])
    const read = await readFile(file, 'results', { constants: { currency: 'EUR' } })
    expect(read.rows).toEqual(['2026-03-01 spring 300.25 EUR', '2026-03-02 summer 450.25 EUR'])
  })

  test('Amazon Associates, with a title', async () => {
    const file = lines(
      'Fee-Earnings reports from 03-01-2026 to 03-31-2026',
      'Category,Name,ASIN,Tracking ID,Date Shipped,Items Shipped,Returns,Revenue($),Ad Fees($)',
      'Beauty,Cream,B000000001,anna-20,03-02-2026,2,0,20.00,0.80',
      'Home,Lamp,B000000002,bob-20,03-15-2026,1,1,30.00,1.20',
    )
    const read = await readFile(file, 'results', { constants: { currency: 'USD' } })
    expect(read.rows).toEqual(['2026-03-02 anna-20 20.00 USD', '2026-03-15 bob-20 30.00 USD'])
  })

  test('Meta in French, with decimal commas and a total without a label', async () => {
    const file = lines(
      'Nom de la campagne;Jour;Montant dépensé (EUR);Impressions;Couverture',
      'Printemps;2026-03-01;1 234,56;10000;8000',
      'Été;2026-03-02;99,44;2000;1500',
      ';;1 334,00;12000;9500',
    )
    const read = await readFile(file)
    expect(read).toMatchObject({ asked: [], rows: ['2026-03-01 Printemps 1234.56 EUR', '2026-03-02 Été 99.44 EUR'] })
  })

  test('LibreOffice, with euros in its cells and a sum', async () => {
    const file = lines('Datum;Kampagne;Betrag', '01.03.2026;A;1.234,50 €', '02.03.2026;B;-20,00 €', 'Summe;;1.214,50 €')
    expect(await readFile(file)).toMatchObject({
      asked: [],
      rows: ['2026-03-01 A 1234.50 EUR', '2026-03-02 B -20.00 EUR'],
    })
  })

  test('Excel for Mac, with lone carriage returns', async () => {
    const file = 'Date,Campaign,Amount,Currency\r2026-03-01,A,1.50,EUR\r2026-03-02,B,2.50,EUR\r'
    expect((await readFile(file)).rows).toEqual(['2026-03-01 A 1.50 EUR', '2026-03-02 B 2.50 EUR'])
  })

  test('UTF-16 with the high byte first, tabs between', async () => {
    const text = '\ufeffDate\tCampaign\tAmount\tCurrency\n2026-03-01\tÄ\t1.50\tEUR\n'
    expect((await readFile(Buffer.from(text, 'utf16le').swap16())).rows).toEqual(['2026-03-01 Ä 1.50 EUR'])
  })

  test('a public ledger, with a title, pounds, brackets and a sum without a label', async () => {
    const file = lines(
      'Spend over £25k,,,',
      ',,,',
      'Department,Date of Payment,Supplier Name,Amount £',
      'X,01-Mar-26,A Ltd,"£26,234.56"',
      'X,15-Mar-26,B Ltd,"£30,000.00"',
      'X,16-Mar-26,B Ltd,"(£1,000.00)"',
      ',,,"£55,234.56"',
    )
    const read = await readFile(Buffer.from(file, 'latin1'))
    expect(read.rows).toEqual([
      '2026-03-01 A Ltd 26234.56 GBP',
      '2026-03-15 B Ltd 30000.00 GBP',
      '2026-03-16 B Ltd -1000.00 GBP',
    ])
    expect(read.reading?.totals).toMatchObject([{ agrees: true }])
  })

  test('payouts have their net amount, not the fee', async () => {
    const file = lines(
      'Payout ID,Creator,Payout date,Net amount,Fee,Gross amount,Currency',
      'po_1,@anna,03/15/2026,90.00,10.00,100.00,USD',
      'po_2,@bob,03/20/2026,45.00,5.00,50.00,USD',
    )
    expect((await readFile(file)).rows).toEqual(['2026-03-15 @anna 90.00 USD', '2026-03-20 @bob 45.00 USD'])
  })

  test('a shop, whose orders have a line for each item', async () => {
    const file = lines(
      'Name,Financial Status,Currency,Subtotal,Total,Discount Code,Created at,Lineitem name',
      '#1001,paid,EUR,50.00,60.00,ANNA10,2026-03-01 09:59:00 +0100,Hat',
      '#1001,,,,,,2026-03-01 09:59:00 +0100,Sock',
      '#1002,paid,EUR,20.00,25.00,BOB5,2026-03-02 09:59:00 +0100,Hat',
    )
    const read = await readFile(file, 'results')
    expect(read).toMatchObject({ problems: [], warnings: ['lines-continued'] })
    expect(read.rows).toEqual(['2026-03-01 ANNA10 50.00 EUR', '2026-03-02 BOB5 20.00 EUR'])
  })

  describe('a shop that pays back', () => {
    const header =
      'Name,Financial Status,Currency,Subtotal,Total,Discount Code,Created at,Lineitem name,Refunded Amount'
    const order = (at: number, money: string, back: string): string =>
      `#100${at},paid,EUR,${money},ANNA10,2026-03-0${at} 09:59:00 +0100,Hat,${back}`

    test('has a negative row beside each order that was paid back', async () => {
      const read = await readFile(
        lines(header, order(1, '50.00,50.00', '20.00'), order(2, '20.00,20.00', '0.00'), order(3, '30.00,30.00', '')),
        'results',
      )
      expect(read).toMatchObject({ asked: [], problems: [], warnings: [] })
      expect(read.rows).toEqual([
        '2026-03-01 ANNA10 50.00 EUR',
        '2026-03-01 ANNA10 -20.00 EUR',
        '2026-03-02 ANNA10 20.00 EUR',
        '2026-03-03 ANNA10 30.00 EUR',
      ])
      expect(read.reading?.notes.map(({ code }) => code)).toContain('refunds-taken-off')
    })

    test('takes no more off than was earned, where shipping and tax were paid back too', async () => {
      const read = await readFile(
        lines(header, order(1, '50.00,60.00', '60.00'), order(2, '50.00,60.00', '20.00')),
        'results',
      )
      expect(read.rows.filter((row) => / -\d/.test(row))).toEqual([
        '2026-03-01 ANNA10 -50.00 EUR',
        '2026-03-02 ANNA10 -16.67 EUR',
      ])
      expect(read.warnings).toEqual(['refunds-shared'])
    })

    test('takes all of it off where the revenue is all that was paid', async () => {
      const read = await readFile(
        lines(header, order(1, '50.00,60.00', '20.00'), order(2, '5.00,6.00', '')),
        'results',
        {
          columns: { revenue: 4 },
        },
      )
      expect(read.rows.slice(0, 2)).toEqual(['2026-03-01 ANNA10 60.00 EUR', '2026-03-01 ANNA10 -20.00 EUR'])
      expect(read.warnings).toEqual([])
    })

    test('shares in the decimals of the currency', async () => {
      const rows = [order(1, '500,700', '100'), order(2, '500,700', '0')]
      const read = await readFile(lines(header, ...rows).replaceAll('EUR', 'JPY'), 'results')
      // 71 yen: the list writes hundredths.
      expect(read.rows[1]).toBe('2026-03-01 ANNA10 -0.71 JPY')
    })

    test('of which a cell is no number names that cell', async () => {
      const rows = Array.from({ length: 20 }, () => order(1, '50.00,60.00', '5.00'))
      const read = await readFile(lines(header, ...rows, order(2, '50.00,60.00', 'soon')), 'results')
      expect(read.problems).toEqual(['22 amount-unreadable'])
    })

    test('and is not known is asked about', async () => {
      const file = lines(
        'Date,Creator,Sales,Refunds,Currency',
        '2026-03-01,A,10.50,-2.50,EUR',
        '2026-03-02,B,5.00,0,EUR',
      )
      expect((await readFile(file, 'results')).asked).toEqual(['refunds-unclear'])
      const off = await readFile(file, 'results', { answers: { 'refund:3': 'off' } })
      expect(off.rows).toEqual(['2026-03-01 A 10.50 EUR', '2026-03-01 A -2.50 EUR', '2026-03-02 B 5.00 EUR'])
      const none = await readFile(file, 'results', { answers: { 'refund:3': 'none' } })
      expect(none.rows).toEqual(['2026-03-01 A 10.50 EUR', '2026-03-02 B 5.00 EUR'])
    })
  })

  test('a budget is the budget of its campaigns', async () => {
    const file = lines(
      'Campaign,Start date,End date,Budget (EUR)',
      'A,2026-03-01,2026-05-31,10000.50',
      'Total,,,10000.50',
    )
    const { reading } = await readFile(file, 'campaigns')
    expect(reading?.columns[3]).toMatchObject({ field: 'budget' })
  })

  test('units below the header, and a header of more than 200 characters', async () => {
    const units = await readFile(lines('Date,Campaign,Amount', ',,(EUR)', '2026-03-01,A,1.00'))
    const long = 'Amount in EUR as agreed '.repeat(12)
    const named = await readFile(lines(`Date,Campaign,${long},Note`, '2026-03-01,A,1.00,n', '2026-03-02,B,2.00,m'))
    expect(units.rows).toEqual(['2026-03-01 A 1.00 EUR'])
    expect(named.rows).toEqual(['2026-03-01 A 1.00 EUR', '2026-03-02 B 2.00 EUR'])
  })

  test('a first column called ID is no SYLK', async () => {
    const read = await readFile(lines('ID,Date,Campaign,Amount,Currency', '1,2026-03-01,A,1.50,EUR'))
    expect(read.rows).toEqual(['2026-03-01 A 1.50 EUR'])
  })

  test.each([
    ['file-sylk', 'ID;PWXL;N;E\nP;PGeneral\nC;Y1;X1;K"Date"\nE\n'],
    ['file-html', '<html><body><table><tr><td>Date</td></tr></table></body></html>'],
    ['file-json', '[{"date":"2026-03-01","amount":1}]'],
    ['file-json', '{"date":"2026-03-01"}\n{"date":"2026-03-02"}\n'],
    ['file-pdf', '%PDF-1.7\n'],
  ])('%s is refused by its name', async (code, file) => {
    expect((await readFile(file)).refused).toBe(code)
  })
})
