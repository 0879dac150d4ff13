import { expect, test } from 'vitest'
import { ProblemCode } from '../../functions/contract/problem.ts'
import { chooseByCount, defineMessages } from '../../web/src/messages/define-messages.ts'
import { failureText, failureTexts, loadFailureText } from '../../web/src/messages/states.ts'

const t = defineMessages({ plain: 'Uploads', filled: '{count} of {total} rows', twice: '{a} and {a}' })

test('a text is read by its key', () => expect(t('plain')).toBe('Uploads'))

test('its slots are filled', () => {
  expect(t('filled', { count: 3, total: '1,000' })).toBe('3 of 1,000 rows')
  expect(t('twice', { a: 'x' })).toBe('x and x')
})

test('what fills a slot is not read as a text again', () => {
  expect(t('filled', { count: '{total}', total: 1 })).toBe('{total} of 1 rows')
})

test('keys and slots are checked by the compiler', () => {
  // @ts-expect-error no such key
  t('none')
  // @ts-expect-error a slot is left open
  t('filled', { count: 1 })
  // @ts-expect-error there is nothing to fill
  t('plain', { count: 1 })
})

test('the form for a count is the language’s', () => {
  const rows = (count: number) => chooseByCount(count, { one: 'row', other: 'rows' })
  expect([0, 1, 2].map(rows)).toEqual(['rows', 'row', 'rows'])
})

test('a failure that this page does not know yet is said as one of ours', () => {
  expect(failureText('made-up-later' as ProblemCode)).toBe(failureTexts.internal)
})

test('every failure says what to do, once its texts are there', async () => {
  for (const code of ProblemCode.options) {
    await loadFailureText(code)
    if (code !== 'internal') expect(failureText(code), code).not.toBe(failureTexts.internal)
    expect(failureText(code).advice).not.toBe('')
  }
})
