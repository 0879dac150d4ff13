import { expect, test } from 'vitest'
import { countAsked as countByService } from '../../functions/domain/reading/count-asked.ts'
import { shorten } from '../../web/src/pages/uploads/reading/name-column.ts'
import { otherKind } from '../../web/src/pages/uploads/reading/other-kind.ts'
import { chooseField, noEdits } from '../../web/src/pages/uploads/reading/reading-edits.ts'
import { countAsked, stillAsked, toAsked, withProposals } from '../../web/src/pages/uploads/reading/to-asked.ts'
import { addableConstants, shownConstants } from '../../web/src/pages/uploads/reading/to-constants.ts'
import { groupDecimal, showTotal, toSkipped, toTotals } from '../../web/src/pages/uploads/reading/to-findings.ts'
import { valueFault } from '../../web/src/pages/uploads/reading/value-fault.ts'
import { someQuestion, someReading } from './some-reading.ts'

const need = { field: 'currency', input: 'currency' as const, text: 'Which?', proposed: 'USD' }
const sheets = ['A', 'B'].map((name) => ({ name, state: 'visible' as const, rows: 3 }))
const asking = someReading({
  sheets,
  sheet: 'A',
  constants: {},
  questions: [
    someQuestion('order:0'),
    someQuestion('sheet', { proposed: 'A' }),
    someQuestion('sign:2', { answer: 'a' }),
  ],
  needs: [need],
})

test('open questions are asked, the sheet first, and answered ones are not', () => {
  const asked = toAsked(asking, [])
  expect(asked?.questions.map(({ id }) => id)).toEqual(['sheet', 'order:0'])
  expect(asked && countAsked(asked)).toBe(3)
})

test.each([
  ['a file that was read strictly', null],
  ['a file that was understood', someReading()],
  ['a file without a table', someReading({ tables: [], needs: [need] })],
  ['a file without headers', someReading({ columns: [], needs: [need] })],
])('nothing is asked of %s', (_, reading) => expect(toAsked(reading, [])).toBeNull())

test('a column that was not found is asked for, its currency only once it is there', () => {
  const bare = someReading({ constants: {} })
  expect(toAsked(bare, ['amount', 'currency'])).toMatchObject({ missing: ['amount'], needs: [] })
  expect(toAsked(bare, ['currency'])).toMatchObject({ missing: [], needs: [{ field: 'currency' }] })
})

test('of another sheet nothing is asked yet', () => {
  const asked = toAsked(asking, ['amount'])
  const left = asked && stillAsked(asking, asked, { ...noEdits, answers: { sheet: 'B' } })
  expect(left && [left.questions.map(({ id }) => id), left.needs, left.missing]).toEqual([['sheet'], [], []])
})

test('a value is not asked for once a column says it', () => {
  const asked = toAsked(asking, [])
  expect(asked && stillAsked(asking, asked, chooseField(asking, noEdits, 3, 'currency')).needs).toEqual([])
})

test('what was not touched is answered as proposed', () => {
  const asked = toAsked(asking, [])
  expect(asked && withProposals(asked, { ...noEdits, answers: { 'order:0': 'b' } })).toMatchObject({
    answers: { sheet: 'A', 'order:0': 'b' },
    constants: { currency: 'USD' },
  })
})

test('a value for all lines is offered for what no column fills and is not asked for', () => {
  const reading = someReading()
  expect(shownConstants(reading, noEdits, [])).toEqual([['currency', 'USD']])
  expect(addableConstants(reading, noEdits, [])).toEqual(['creator'])
  expect(shownConstants(reading, { ...noEdits, constants: { creator: '' } }, ['currency'])).toEqual([['creator', '']])
  expect(addableConstants(reading, { ...noEdits, constants: { currency: null } }, [])).toEqual(['creator', 'currency'])
})

const known = new Set(['USD'])
test.each([
  { input: 'currency' as const, value: ' usd ', fault: null },
  { input: 'currency' as const, value: 'US', fault: 'currencyFault' },
  { input: 'date' as const, value: '2026-02-28', fault: null },
  { input: 'date' as const, value: '', fault: 'dateFault' },
  { input: 'text' as const, value: ' ', fault: 'textFault' },
  { input: 'text' as const, value: 'Spring', fault: null },
])('$input “$value”: $fault', ({ input, value, fault }) => expect(valueFault(input, value, known)).toBe(fault))

test.each([
  ['39457031.96', '39,457,031.96'],
  ['-1234567', '−1,234,567'],
  ['123', '123'],
  ['12345678901234567890.123456789', '12,345,678,901,234,567,890.123456789'],
  ['about 5', 'about 5'],
])('%s is written %s', (plain, text) => expect(groupDecimal(plain)).toBe(text))

test.each([
  { stated: '650.00', sum: '600', difference: '50', shown: { sum: '600.00', difference: '50.00' } },
  { stated: '1.650,5 €', sum: '1600.25', difference: '50.25', shown: { sum: '1,600.25', difference: '50.25' } },
  { stated: '1.000', sum: '1010', difference: '-10', shown: { sum: '1,010', difference: '10' } },
])('a total of $stated has as many decimals everywhere', ({ shown, ...total }) =>
  expect(showTotal({ line: 9, label: '', header: '', agrees: false, ...total })).toEqual(shown),
)

test('totals of loaded columns are shown, the others counted', () => {
  const total = (header: string, agrees: boolean) => ({
    line: 9,
    label: '',
    header,
    stated: '',
    sum: '1',
    difference: '0',
    agrees,
  })
  const totals = [
    total('Notiz', true),
    total('Betrag', false),
    ...Array.from({ length: 8 }, () => total('Betrag', true)),
  ]
  const { differ, agree, more } = toTotals(someReading({ totals }))
  expect([differ.length, agree.length, more]).toEqual([1, 6, 3])
})

test('lines that are no data are counted by sort, the first named', () => {
  const skipped = Array.from({ length: 20 }, (_, at) => ({ line: at + 1, why: 'blank' }))
  const [blank, ...others] = toSkipped({ skipped, skippedCounts: { title: 0, blank: 500 } })
  expect(others).toEqual([])
  expect(blank).toMatchObject({ why: 'blank', count: 500 })
  expect(blank?.lines).toHaveLength(12)
})

const kinds = (...list: [string, number][]) => ({
  kinds: list.map(([kind, confidence]) => ({ kind, confidence, reason: kind })),
})
test('another kind is named only where the file looks more like it', () => {
  expect(otherKind(kinds(['performance', 0.9], ['spend', 0.5]), 'spend')?.kind).toBe('performance')
  expect(otherKind(kinds(['performance', 0.9], ['spend', 0.9]), 'spend')).toBeNull()
  expect(otherKind(kinds(['spend', 0.9]), 'spend')).toBeNull()
  expect(otherKind(kinds(), 'spend')).toBeNull()
})

test('a long name is cut between characters as readers see them', () => {
  expect(shorten('  a \n b ')).toBe('a b')
  const family = '👩‍👩‍👧‍👦'
  const cut = shorten(family.repeat(20))
  expect(cut.replace('…', '').replaceAll(family, '')).toBe('')
})

test.each([
  ['open questions and a value', asking, []],
  ['nothing', someReading(), []],
  ['no table', someReading({ tables: [], needs: [need] }), ['amount']],
  ['no headers', someReading({ columns: [], needs: [need] }), ['amount']],
  ['a column and its currency', someReading({ constants: {} }), ['amount', 'currency']],
  ['a currency alone', someReading({ constants: {} }), ['currency']],
  ['a currency that is asked for anyway', someReading({ constants: {}, needs: [need] }), ['currency']],
])('the service counts what the page asks: %s', (_, reading, missing) => {
  const asked = toAsked(reading, missing)
  expect(countByService(reading, missing)).toBe(asked ? countAsked(asked) : 0)
})
