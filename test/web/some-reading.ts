import type { Reading, ReadingColumn, ReadingQuestion } from '../../functions/contract/reading.ts'

export const someColumn = (at: number, header: string, field: string | null, more: Partial<ReadingColumn> = {}) => ({
  at,
  header,
  field,
  confidence: field === null ? 0 : 0.95,
  reason: '',
  how: '',
  samples: ['x'],
  ...more,
})

export const someQuestion = (id: string, more: Partial<ReadingQuestion> = {}): ReadingQuestion => ({
  id,
  column: 0,
  code: 'order',
  text: `${id}?`,
  options: [
    { value: 'a', label: 'A', effect: '' },
    { value: 'b', label: 'B', effect: '' },
  ],
  proposed: 'a',
  reason: '',
  answer: null,
  ...more,
})

const fields = ['date', 'campaign', 'creator', 'amount', 'currency']

/** A spend file of four columns, one of them not loaded, in dollars. */
export const someReading = (more: Partial<Reading> = {}): Reading => ({
  source: 'UTF-8, separated by commas',
  sheets: [],
  sheet: null,
  tables: [{ headerLine: 1, headers: ['Tag', 'Aktion', 'Betrag', 'Notiz'], firstLine: 2, lastLine: 9, rows: 8 }],
  table: 0,
  columns: [
    someColumn(0, 'Tag', 'date'),
    someColumn(1, 'Aktion', 'campaign'),
    someColumn(2, 'Betrag', 'amount'),
    someColumn(3, 'Notiz', null),
  ],
  constants: { currency: 'USD' },
  fields: fields.map((field) => ({ field, meaning: field, required: field === 'amount' || field === 'currency' })),
  totals: [],
  skipped: [],
  skippedCounts: {},
  questions: [],
  needs: [],
  notes: [],
  kinds: [],
  preset: null,
  mapping: null,
  said: {},
  ...more,
})
