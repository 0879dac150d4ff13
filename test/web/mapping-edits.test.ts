import { expect, test } from 'vitest'
import type { FileMapping } from '../../functions/contract/mapping.ts'
import { toFileMapping } from '../../functions/domain/reading/remembered/mapping-record.ts'
import {
  constantFields,
  draftOf,
  fillColumn,
  setAnswer,
  setConstant,
} from '../../web/src/pages/mappings/mapping-edits.ts'
import { aMapping } from '../support/a-mapping.ts'

const answer = {
  question: 'order:0',
  code: 'date-order-unclear',
  text: '?',
  value: 'dmy',
  proposed: 'dmy',
  options: [],
}
const mapping: FileMapping = toFileMapping(aMapping({ constants: { currency: 'EUR' }, answers: [answer] }))

test('a field leaves its former column, and is no value for all lines any more', () => {
  const draft = fillColumn(draftOf(mapping), 2, 'amount')
  expect(draft.columns).toEqual(['date', null, 'amount'])
  expect(fillColumn(draft, 1, 'currency').constants).toEqual({})
})

test('only what no column fills may have a value for all lines', () => {
  expect(constantFields(mapping, draftOf(mapping))).toEqual(['creator', 'platform', 'category', 'currency'])
})

test('an empty value is none, and an answer that is taken away is asked again', () => {
  expect(setConstant(draftOf(mapping), 'currency', '').constants).toEqual({})
  expect(setAnswer(draftOf(mapping), 'order:0', null).answers).toEqual({})
})
