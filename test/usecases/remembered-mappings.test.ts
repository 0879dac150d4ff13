import { expect, test } from 'vitest'
import type { ReadingChoice } from '../../functions/contract/reading.ts'
import type { CheckOptions, Upload } from '../../functions/contract/upload.ts'
import { editMapping } from '../../functions/usecases/edit-mapping.ts'
import { forgetMapping } from '../../functions/usecases/forget-mapping.ts'
import { listMappings } from '../../functions/usecases/list-mappings.ts'
import { requestCommit } from '../../functions/usecases/request-commit.ts'
import { runTask } from '../../functions/usecases/run-task.ts'
import { saveMapping } from '../../functions/usecases/save-mapping.ts'
import { showReading } from '../../functions/usecases/show-reading.ts'
import { failAfter, InjectedCrash } from '../store/faulty-books.ts'
import { type Driver, driveBooks as open } from './drive-books.ts'

const driveBooks = () => open({ reportingCurrency: 'EUR' })
const headers = 'Datum;Kampagne;Influencer;Betrag\n'
const unclear = `${headers}03/04/2026;Spring;@anna;12,50\n05/04/2026;Spring;@ben;7,25\n`
const later = `Konto 4711\n\n${headers}06/05/2026;Summer;@anna;1,00\n07/05/2026;Summer;@ben;2,00\n`
const said: ReadingChoice = { answers: { 'order:0': 'dmy' }, constants: { currency: 'EUR' } }

const remember = (books: Driver, options: CheckOptions = {}, file = unclear) =>
  books.load({ file, options: { reading: said, ...options } })
const reading = ({ books }: Driver, { id }: Upload) => showReading({ books }, id)
const mappings = ({ books }: Driver) => listMappings({ books })
const now = () => '2026-06-02T00:00:00.000Z'

test('what was said of a file is remembered when it is committed, and not before', async () => {
  const books = await driveBooks()
  const ready = await books.upload({ file: unclear, options: { reading: said } })
  expect([ready.state, await mappings(books)]).toEqual(['ready', []])
  const committed = await books.commit(ready)
  expect(await mappings(books)).toMatchObject([
    {
      name: 'spend',
      kind: 'spend',
      headers: ['Datum', 'Kampagne', 'Influencer', 'Betrag'],
      columns: ['date', 'campaign', 'creator', 'amount'],
      constants: { currency: 'EUR' },
      answers: [{ question: 'order:0', value: 'dmy' }],
      version: 1,
      lastUsedBy: ready.id,
    },
  ])
  expect(committed.mapping).toMatchObject({ name: 'spend', version: 1 })
})

test('the next file of the shape needs no answer, wherever its table begins, and says by what it was read', async () => {
  const books = await driveBooks()
  await remember(books)
  const next = await books.upload({ file: later })
  expect(next).toMatchObject({ state: 'ready', months: ['2026-05'], mappingVersion: 1, mapping: { name: 'spend' } })
  expect(next.totals).toMatchObject([{ currency: 'EUR', amountMinor: 300 }])
  expect((await reading(books, next))?.mapping).toMatchObject({
    name: 'spend',
    version: 1,
    updatedBy: 'finance@example.com',
    answers: ['order:0'],
    constants: ['currency'],
  })
  await books.commit(next)
  expect(await mappings(books)).toMatchObject([{ version: 1, lastUsedBy: next.id }])
})

test('a file can be read without what is remembered', async () => {
  const books = await driveBooks()
  await remember(books)
  const without = await books.upload({ file: later, options: { remembered: 'none' } })
  expect(without).toMatchObject({ state: 'rejected', mapping: null, mappingVersion: 0 })
  expect((await books.problems(without)).map(({ code }) => code)).toEqual(['date-order-unclear', 'value-needed'])
})

test('nothing is remembered where the user does not want it, or has said nothing', async () => {
  const books = await driveBooks()
  await remember(books, { remember: false })
  const clear = `${headers.replace('\n', ';W\u00e4hrung\n')}31.03.2026;Spring;@anna;12,50;EUR\n`
  await books.load({ file: clear })
  expect(await mappings(books)).toEqual([])
})

test('what is remembered stays as it is, unless the user wants it replaced', async () => {
  const books = await driveBooks()
  await remember(books)
  const otherwise: ReadingChoice = { answers: { 'order:0': 'mdy' }, constants: { currency: 'EUR' } }
  await books.load({ file: later, options: { reading: otherwise } })
  expect(await mappings(books)).toMatchObject([{ version: 1, answers: [{ value: 'dmy' }] }])
  const again = later.replaceAll('2026', '2025')
  await books.load({ file: again, options: { reading: otherwise, remember: true } })
  expect(await mappings(books)).toMatchObject([{ version: 2, answers: [{ value: 'mdy' }] }])
})

test('a day for all lines is of one file: it is asked for again, and the last one is only told', async () => {
  const books = await driveBooks()
  const undated = 'Kampagne;Influencer;Betrag\nSpring;@anna;12,50\n'
  const choice = { constants: { currency: 'EUR', date: '2026-03-31' } }
  await books.load({ file: undated, options: { reading: choice } })
  const next = await books.upload({ file: undated.replace('12,50', '13,50') })
  expect(next.state).toBe('rejected')
  const needs = (await reading(books, next))?.needs
  expect(needs).toMatchObject([{ field: 'date', proposed: '', text: expect.stringContaining('2026-03-31') }])
})

test('a year is of one file: it is asked for again, what was said beside it is not', async () => {
  const books = await driveBooks()
  const yearless = (day: string) => `${headers}${day};Spring;@anna;12,50\n`
  const answers = { 'order:0': 'dmy', 'year:0': '2025' }
  await books.load({ file: yearless('0203'), options: { reading: { ...said, answers } } })
  const next = await books.upload({ file: yearless('0304') })
  expect(next.state).toBe('rejected')
  expect((await books.problems(next)).map(({ code }) => code)).toEqual(['year-missing'])
  expect((await reading(books, next))?.questions).toMatchObject([
    { id: 'order:0', answer: 'dmy' },
    { id: 'year:0', answer: null, proposed: '2026' },
  ])
})

test('a file in the form of the template is read as its shape was, not by the names of its columns', async () => {
  const books = await driveBooks()
  const file = (amount: string) =>
    `date,campaign,creator,amount,net,currency\n2026-03-14,Spring,@anna,${amount},10.00,EUR\n`
  await books.load({ file: file('12.00'), options: { reading: { columns: { amount: 4 } } } })
  const next = await books.upload({ file: file('13.00') })
  expect(next.totals).toMatchObject([{ amountMinor: 1000 }])
})

test('turned signs are asked about again where the next file shows none to turn', async () => {
  const books = await driveBooks()
  const file = (sign: string) =>
    `Datum;Kampagne;Influencer;Betrag;W\u00e4hrung\n14.03.2026;Spring;@anna;${sign}12,50;EUR\n15.03.2026;Spring;@ben;${sign}7,25;EUR\n`
  const flipped = await books.load({ file: file('-'), options: { reading: { answers: { 'sign:3': 'flip' } } } })
  expect(flipped.totals).toMatchObject([{ amountMinor: 1975 }])
  expect(await books.upload({ file: file('-').replace('7,25', '8,25') })).toMatchObject({ state: 'ready' })
  const plain = await books.upload({ file: file('') })
  expect(plain.state).toBe('rejected')
  expect((await reading(books, plain))?.questions).toMatchObject([{ id: 'sign:3', proposed: 'keep', answer: null }])
})

test('a mapping for other files that is named is a problem, not passed over', async () => {
  const books = await driveBooks()
  await remember(books)
  const [mapping] = await mappings(books)
  if (!mapping) throw new Error('nothing was remembered')
  const other = 'Tag;Kampagne;Influencer;Betrag;Waehrung\n14.03.2026;Spring;@anna;12,50;EUR\n'
  const rejected = await books.upload({ file: other, options: { remembered: mapping.id } })
  expect(await books.problems(rejected)).toMatchObject([{ code: 'mapping-does-not-fit' }])
  const fits = await books.upload({ file: later, options: { remembered: mapping.id } })
  expect(fits.state).toBe('ready')
})

test('an edit holds for the next file, and a second edit of the same version is refused', async () => {
  const books = await driveBooks()
  await remember(books)
  const [mapping] = await mappings(books)
  if (!mapping) throw new Error('nothing was remembered')
  const edit = { id: mapping.id, version: 1, name: 'Ledger', answers: { 'order:0': 'mdy' } }
  expect(await editMapping({ books: books.books, now }, edit, 'ben')).toMatchObject({ version: 2, updatedBy: 'ben' })
  await expect(editMapping({ books: books.books, now }, edit, 'ben')).rejects.toMatchObject({ code: 'conflict' })
  const next = await books.upload({ file: later })
  expect(next).toMatchObject({ mapping: { name: 'Ledger', version: 2 }, months: ['2026-06', '2026-07'] })
})

test.each([
  [{ columns: ['date', 'campaign', 'creator'] }, '3 fields for 4 headers'],
  [{ columns: ['date', 'date', null, 'amount'] }, 'both fill date'],
  [{ columns: ['date', 'clicks', null, 'amount'] }, 'no field “clicks”'],
  [{ constants: { currency: 'XYZ' } }, '“XYZ” is no currency'],
  [{ constants: { amount: '1' } }, 'a column fills amount already'],
  [{ answers: { 'order:0': 'up' } }, 'not one of'],
  [{ answers: { 'order:7': 'dmy' } }, 'nothing is remembered'],
])('an edit that would read nothing is refused: %j', async (wrong, message) => {
  const books = await driveBooks()
  await remember(books)
  const [mapping] = await mappings(books)
  if (!mapping) throw new Error('nothing was remembered')
  const edited = editMapping({ books: books.books, now }, { id: mapping.id, version: 1, ...wrong }, 'ben')
  await expect(edited).rejects.toMatchObject({ code: 'invalid-request', message: expect.stringContaining(message) })
})

test('a currency for all lines is not taken where the file names its own, and that is said', async () => {
  const books = await driveBooks()
  await remember(books)
  const marked = `${headers}06/05/2026;Summer;@anna;1,00 £\n`
  const next = await books.upload({ file: marked })
  const read = await reading(books, next)
  expect(read?.mapping?.constants).toEqual([])
  expect(read?.notes).toContainEqual(expect.objectContaining({ code: 'remembered-left' }))
})

test('where the file leans otherwise than the earlier one did, the answer is asked again, and that is said', async () => {
  const books = await driveBooks()
  await remember(books)
  const leaning = `${headers}03/04/2026;Summer;@anna;1,00\n03/05/2026;Summer;@ben;2,00\n03/06/2026;Summer;@ben;2,50\n`
  const earlier = (await mappings(books))[0]?.answers[0]?.proposed
  const next = await books.upload({ file: leaning })
  const read = await reading(books, next)
  expect(read?.questions).toMatchObject([{ id: 'order:0', answer: null, proposed: earlier === 'dmy' ? 'mdy' : 'dmy' }])
  expect(read?.notes).toContainEqual(expect.objectContaining({ code: 'remembered-asked-again' }))
})

test('a campaign for all lines is asked for again, with the last one proposed', async () => {
  const books = await driveBooks()
  const bare = 'Datum;Influencer;Betrag\n31.03.2026;@anna;12,50\n'
  await books.load({ file: bare, options: { reading: { constants: { currency: 'EUR', campaign: 'Spring' } } } })
  const file = bare.replace('12,50', '13,50')
  const next = await books.upload({ file })
  expect(next.state).toBe('rejected')
  expect((await reading(books, next))?.needs).toMatchObject([{ field: 'campaign', proposed: 'Spring' }])
  const answered = await books.check(next.id, { reading: { constants: { campaign: 'Summer' } } })
  expect(answered).toMatchObject({ state: 'ready', totals: [{ currency: 'EUR' }] })
})

test.each(['before', 'after'] as const)(
  'a crash %s any write of a commit, then a retry, makes one mapping',
  async (mode) => {
    const books = await driveBooks()
    const ready = await books.upload({ file: unclear, options: { reading: said } })
    const asked = { id: ready.id, preview: ready.preview ?? '', by: 'finance@example.com', isAdmin: false }
    await requestCommit({ ...books.deps, queue: { send: async () => undefined } }, asked)
    for (let n = 1; (await books.show(ready.id)).state === 'committing'; n++) {
      const worker = { books: failAfter(books.books, n, mode), now, log: () => undefined }
      await runTask(worker, books.deps.workspace, ready.id).catch((error: unknown) => {
        if (!(error instanceof InjectedCrash)) throw error
      })
    }
    expect(await books.show(ready.id)).toMatchObject({ state: 'committed', mapping: { version: 1 } })
    expect(await mappings(books)).toMatchObject([{ version: 1, lastUsedBy: ready.id }])
  },
)

test('what is forgotten is asked again, and can be saved from the upload once more', async () => {
  const books = await driveBooks()
  const { id } = await remember(books)
  const [mapping] = await mappings(books)
  if (!mapping) throw new Error('nothing was remembered')
  const again = () => saveMapping({ books: books.books, now }, { upload: id, name: 'Again' }, 'ben')
  await expect(again()).rejects.toMatchObject({ code: 'conflict' })
  await forgetMapping({ books: books.books }, mapping.id)
  expect(await books.upload({ file: later })).toMatchObject({ state: 'rejected', mapping: null })
  expect(await again()).toMatchObject({ name: 'Again', createdBy: 'ben', answers: [{ value: 'dmy' }] })
  expect(await books.upload({ file: later })).toMatchObject({ state: 'ready', mapping: { name: 'Again' } })
})
