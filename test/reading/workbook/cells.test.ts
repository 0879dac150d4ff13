import { describe, expect, test } from 'vitest'
import { makeWorkbook } from './make-workbook.ts'
import { readAll, readOne } from './read-all.ts'

describe('texts', () => {
  test.each([
    ['<c t="s"><v>0</v></c>', ['<t>0012</t>'], '0012'],
    ['<c t="s"><v>0</v></c>', ['<r><t>bold </t></r><r><rPr/><t>plain</t></r>'], 'bold plain'],
    ['<c t="s"><v>0</v></c>', ['<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>'], '東京'],
    ['<c t="s"><v>0</v></c>', ['<t xml:space="preserve"> a_x000D_b_x005F_x0041_ </t>'], ' a\rb_x0041_ '],
    ['<c t="inlineStr"><is><t>a &amp; b</t></is></c>', [], 'a & b'],
    ['<c t="inlineStr"><is><r><t>a</t></r><r><t><![CDATA[<b>]]></t></r></is></c>', [], 'a<b>'],
    ['<c t="str"><f>A1&amp;""</f><v>1.50</v></c>', [], '1.50'],
    ['<x:c xmlns:x="x" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c>', [], 'x'],
  ])('%s with %o', async (cell, texts, text) => {
    expect(await readOne(cell, { texts })).toMatchObject({ text, typed: { kind: 'text' } })
  })

  test('a formula that comes to an empty text has a value', async () => {
    expect(await readOne('<c t="str"><f>""</f><v></v></c>')).toMatchObject({ text: '', typed: { kind: 'text' } })
  })
})

describe('numbers', () => {
  test.each([
    ['4.8899999999999997', '4.89'],
    ['0.30000000000000004', '0.3'],
    ['60634.34999999999', '60634.35'],
    ['1E-3', '0.001'],
    ['-1.5E-7', '-0.00000015'],
    ['-0', '0'],
    ['1234567890123456', '1234567890123456'],
    ['55825949055', '55825949055'],
  ])('%s is %s', async (raw, text) => {
    expect(await readOne(`<c><v>${raw}</v></c>`)).toMatchObject({ text, typed: { kind: 'number', digitsLost: false } })
  })

  test.each([
    ['1.23456789012346E+17', '123456789012346000'],
    ['1.2E+21', '1200000000000000000000'],
    ['123456789012345678', '123456789012345678'],
  ])('%s, which is more than a double holds, is %s and flagged', async (raw, text) => {
    expect(await readOne(`<c><v>${raw}</v></c>`)).toMatchObject({ text, typed: { kind: 'number', digitsLost: true } })
  })

  test('a plain number hints at neither currency nor percentage', async () => {
    expect((await readOne('<c><v>0.5</v></c>')).typed).toEqual({
      kind: 'number',
      formula: false,
      percent: false,
      currencies: undefined,
      digitsLost: false,
    })
  })

  test.each(['0.00%', '0%', 10, '#,##0.0 %;[Red]-0%'])(
    '%s marks a percentage and keeps the fraction',
    async (format) => {
      expect(await readOne('<c s="1"><v>9.0300000000000005E-2</v></c>', { formats: [format] })).toMatchObject({
        text: '0.0903',
        typed: { percent: true },
      })
    },
  )

  test.each([
    ['"€"#,##0.00', ['EUR']],
    ['#,##0.00\\ [$€-407]', ['EUR']],
    ['[$USD] #,##0.00', ['USD']],
    ['_-* #,##0.00 "EUR"_-', ['EUR']],
    ['[$$-409]#,##0.00', ['USD']],
    ['[$$-1009]#,##0.00', ['CAD']],
    ['[$¥-804]#,##0', ['CNY']],
    ['[$kr-41D] #,##0', ['SEK']],
    ['[$R$-416] #,##0.00', ['BRL']],
    ['_-[$£-809]* #,##0.00_-;-[$£-809]* #,##0.00_-', ['GBP']],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', expect.arrayContaining(['USD', 'CAD'])],
    ['£#,##0', ['GBP']],
    ['#,##0.00 "pcs"', undefined],
    ['#,##0\\ _€', undefined],
    ['#,##0.00', undefined],
    [44, undefined],
  ])('%s shows %o', async (format, currencies) => {
    const { text, typed } = await readOne('<c s="1"><v>1296.5</v></c>', { formats: [format] })
    expect({ text, typed }).toMatchObject({ text: '1296.5', typed: { kind: 'number', currencies } })
  })

  test('a format of zeros makes an identifier of a number', async () => {
    expect(await readOne('<c s="1"><v>123</v></c>', { formats: ['00000'] })).toMatchObject({ text: '00123' })
  })
})

describe('dates', () => {
  const formats = [
    14,
    15,
    17,
    22,
    27,
    36,
    50,
    58,
    'dd-mmm-yy',
    '[$-409]d/m/yyyy',
    '[$-F800]dddd, mmmm dd, yyyy',
    'yyyy"年"m"月"',
    'mmm-yy;@',
    '\\a\\t d.m.',
    '[Red]yyyy-mm-dd',
    'h:mm',
  ]
  test.each(formats)('46095 in the format %s is 14 March 2026', async (format) => {
    expect(await readOne('<c s="1"><v>46095</v></c>', { formats: [format] })).toEqual({
      text: '2026-03-14',
      typed: { kind: 'date', formula: false, time: undefined },
    })
  })

  test.each(['General', '#,##0 "days"', '0.00E+00', '@', 'Standard', '"d"0', '0.0\\h', '# ?/?', 37, 49])(
    '46095 in the format %s is a number',
    async (format) => {
      expect(await readOne('<c s="1"><v>46095</v></c>', { formats: [format] })).toMatchObject({
        text: '46095',
        typed: { kind: 'number' },
      })
    },
  )

  test.each([
    [1900, '1', '1900-01-01'],
    [1900, '59', '1900-02-28'],
    [1900, '61', '1900-03-01'],
    [1900, '2958465', '9999-12-31'],
    [1904, '0', '1904-01-01'],
    [1904, '44633', '2026-03-14'],
    [1904, '60', '1904-03-01'],
  ])('counting from %i, day %s is %s', async (system, serial, text) => {
    const made = { formats: [14], dates1904: system === 1904 }
    expect(await readOne(`<c s="1"><v>${serial}</v></c>`, made)).toMatchObject({ text, typed: { kind: 'date' } })
  })

  test.each([
    ['0', '1900-01-00'],
    ['60', '1900-02-29'],
    ['-1', '-1'],
    ['20260314', '20260314'],
  ])('there is no day %s: a fault that shows %s', async (serial, text) => {
    expect(await readOne(`<c s="1"><v>${serial}</v></c>`, { formats: [14] })).toMatchObject({
      text,
      typed: { kind: 'fault', fault: 'no-such-date' },
    })
  })

  test.each([
    ['46095.4375', '2026-03-14', '10:30:00'],
    ['46095.524259259262', '2026-03-14', '12:34:56'],
    ['46095.99999999999', '2026-03-15', undefined],
    ['46095.000005787', '2026-03-14', '00:00:00.500'],
  ])('the time of %s stands apart', async (serial, text, time) => {
    expect(await readOne(`<c s="1"><v>${serial}</v></c>`, { formats: [22] })).toMatchObject({
      text,
      typed: { kind: 'date', time },
    })
  })

  test.each([
    ['0.4375', 'h:mm', '10:30:00'],
    ['0.4375', 22, '10:30:00'],
    ['0', 21, '00:00:00'],
    ['1.5', '[h]:mm:ss', '36:00:00'],
    ['1.5', 46, '36:00:00'],
    ['0.5', 'h:mm AM/PM', '12:00:00'],
  ])('%s in the format %s is the time %s', async (serial, format, text) => {
    expect(await readOne(`<c s="1"><v>${serial}</v></c>`, { formats: [format] })).toMatchObject({
      text,
      typed: { kind: 'time' },
    })
  })

  test.each([
    ['2026-03-14', '2026-03-14', undefined],
    ['2026-03-14T00:00:00', '2026-03-14', undefined],
    ['2026-03-14T10:30:00Z', '2026-03-14', '10:30:00'],
  ])('a date written as %s', async (raw, text, time) => {
    expect(await readOne(`<c t="d"><v>${raw}</v></c>`)).toMatchObject({ text, typed: { kind: 'date', time } })
  })

  test('a date written wrong is a fault', async () => {
    expect(await readOne('<c t="d"><v>2026-02-30</v></c>')).toMatchObject({ typed: { fault: 'no-such-date' } })
  })
})

describe('other cells', () => {
  test.each([
    ['<c t="b"><v>1</v></c>', 'TRUE', 'boolean'],
    ['<c t="b"><v>0</v></c>', 'FALSE', 'boolean'],
    ['<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!', 'error'],
    ['<c><f>SUM(B1:B2)</f><v>3</v></c>', '3', 'number'],
  ])('%s', async (cell, text, kind) => {
    expect(await readOne(cell)).toMatchObject({ text, typed: { kind } })
  })

  test.each([
    ['<c><f>SUM(B1:B2)</f></c>', 'formula-without-value'],
    ['<c><f>SUM(B1:B2)</f><v/></c>', 'formula-without-value'],
    ['<c><v>0x10</v></c>', 'not-a-number'],
    ['<c><v>1e999</v></c>', 'not-a-number'],
    ['<c t="s"><v>5</v></c>', 'no-such-text'],
  ])('%s is the fault %s and never 0', async (cell, fault) => {
    const { text, typed } = await readOne(cell)
    expect({ text, typed }).toMatchObject({ typed: { kind: 'fault', fault } })
    expect(text).not.toBe('0')
  })

  test('what is wrong is counted, with its places', async () => {
    const rows = '<row r="3"><c r="B3"><f>X</f></c><c r="AA3" t="e"><v>#N/A</v></c><c r="AB3"><v>1e17</v></c></row>'
    const { facts } = await readAll(makeWorkbook({ sheets: [{ rows }] }))
    expect(facts).toMatchObject({
      cells: 3,
      columns: 28,
      formulas: 1,
      errors: { count: 1, first: ['AA3'] },
      digitsLost: { count: 1, first: ['AB3'] },
      faults: { 'formula-without-value': { count: 1, first: ['B3'] } },
    })
  })
})
