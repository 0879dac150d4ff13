import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { CodedError } from '../../functions/contract/problem.ts'
import { ReportQuery } from '../../functions/contract/report.ts'
import type { CheckOptions, Upload, UploadKind } from '../../functions/contract/upload.ts'
import { cancelUpload } from '../../functions/usecases/cancel-upload.ts'
import { createUpload } from '../../functions/usecases/create-upload.ts'
import { listCampaigns } from '../../functions/usecases/list-campaigns.ts'
import { listCreators } from '../../functions/usecases/list-creators.ts'
import { receivePart } from '../../functions/usecases/receive-part.ts'
import { requestCommit } from '../../functions/usecases/request-commit.ts'
import { anInstant, uploadId } from '../support/builders.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...of: string[]): string => `${of.join('\n')}\n`
const header = 'date,campaign,creator,amount,currency,line_id'
const good = (id: string, cells: Partial<Record<'date' | 'creator' | 'amount' | 'currency', string>> = {}): string => {
  const { date = '2026-03-14', creator = '@anna', amount = '12.50', currency = 'USD' } = cells
  return `${date},Spring,${creator},${amount},${currency},${id}`
}

let driver: Driver
let before: unknown
let committed: Upload
beforeAll(async () => {
  driver = await driveBooks()
  await driver.load({ kind: 'creators', file: lines('creator,platform,followers', '@anna,instagram,5000') })
  committed = await driver.load({ file: lines(header, good('K1'), good('K2', { amount: '7.25' })) })
  before = await driver.report()
})

/** The books say, to the byte, what they said before. */
async function expectBooksAsBefore(): Promise<void> {
  expect(await driver.report()).toEqual(before)
}

async function failure(work: Promise<unknown>): Promise<CodedError> {
  try {
    await work
  } catch (error) {
    if (error instanceof CodedError) return error
    throw error
  }
  throw new Error('it was accepted')
}

describe('a file that cannot be loaded is rejected with the reason, and the books stay as they were', () => {
  const spend = lines(header, good('N1'))
  const cases: [what: string, code: string, says: string, file: string | Uint8Array, kind?: UploadKind][] = [
    ['a file of another kind', 'column-missing', 'needs a column amount', lines('date,clicks', '2026-03-14,5')],
    ['spend sent as fx', 'column-missing', 'needs a column rate', spend, 'fx'],
    ['an archive', 'file-zip', 'a zip archive', Buffer.from('PK\u0003\u0004rest')],
    ['random bytes', 'encoding-unknown', 'an encoding', createHash('sha512').update('x').digest().fill(0, 10, 12)],
    ['a PDF', 'file-pdf', 'a PDF', Buffer.from('%PDF-1.7 rest')],
    ['nothing', 'file-empty', 'an empty file', ''],
    ['a header only', 'no-rows', 'no rows below', `${header}\n`],
    [
      'three decimals in USD',
      'too-many-decimals',
      'decimals',
      lines(header, good('N1', { amount: '12.505' }), good('N2', { amount: '12.5051' })),
    ],
    ['a date in 1899', 'date-out-of-range', 'Check the year', lines(header, good('N1', { date: '1899-12-31' }))],
    ['a date in 2399', 'date-out-of-range', 'Check the year', lines(header, good('N1', { date: '2399-01-01' }))],
    [
      'an amount in euros without a rate',
      'no-rate',
      'no exchange rate from EUR to USD',
      lines(header, good('N1', { currency: 'EUR' })),
    ],
    [
      'an amount that two conventions read in two ways',
      'decimal-unclear',
      'thousands or with decimals',
      lines(header, good('N1', { amount: '12.500' })),
    ],
    [
      'one bad row beside a good one',
      'amount-unreadable',
      'is not a number',
      lines(header, good('N1'), good('N2', { amount: 'much' })),
    ],
    [
      'a line id that would leave its month',
      'line-would-move',
      'moves "move"',
      lines(header, good('K1', { date: '2026-04-02' })),
    ],
    [
      'a row that stands with a line id already',
      'twin-with-and-without-id',
      'same cost twice',
      lines(header, good('')),
    ],
    [
      'a quote that is never closed',
      'quote-unclosed',
      'never closed',
      lines(header, good('N1', { creator: '"@anna' })),
    ],
  ]
  test.each(cases)('%s is %s', async (_, code, says, file, kind = 'spend') => {
    const upload = await driver.upload({ kind, file })
    expect(upload).toMatchObject({ state: 'rejected', preview: null, snapshot: null })
    const problems = await driver.problems(upload)
    expect(problems.map((problem) => problem.code)).toContain(code)
    expect(problems.map(({ message }) => message).join(' ')).toContain(says)
    expect(upload.rows.problems).toBeGreaterThan(0)
    const refused = await failure(driver.commit({ id: upload.id, preview: 'any' }))
    expect(refused.code).toBe('upload-has-problems')
    await expectBooksAsBefore()
  })
})

test('of 10,000 bad rows the first 1,000 are listed and all are counted', async () => {
  const upload = await driver.upload({
    file: lines(header, ...Array.from({ length: 10_000 }, (_, i) => good(`B${i}`, { date: 'soon' }))),
  })
  expect(upload).toMatchObject({ state: 'rejected', rows: { read: 10_000, valid: 0, problems: 10_000 } })
  const problems = await driver.problems(upload)
  expect(problems).toHaveLength(limits.problemsListedMax)
  expect(problems.at(-1)).toMatchObject({ line: 1001, code: 'date-unreadable' })
  await expectBooksAsBefore()
})

test.each([
  ['text in UTF-16', Buffer.from(`\uFEFF${lines(header, good('N1', { creator: 'Zoë' }))}`, 'utf16le')],
  ['text in Latin-1', Buffer.from(lines(header, good('N1', { creator: 'Zoë' })), 'latin1')],
])('%s is read', async (_, file) => {
  const upload = await driver.upload({ file })
  expect(upload).toMatchObject({ state: 'ready', rows: { valid: 1, problems: 0 } })
})

test('a file whose end cannot be read is rejected also where only valid rows are wanted', async () => {
  const many = Array.from({ length: 9000 }, (_, i) => good(`B${i}`))
  const text = Buffer.from(lines(header, good('N1'), ...many, '2026-03-14,"Spring'))
  expect(text.length).toBeGreaterThan(limits.partBytesMax)
  const upload = await driver.upload({ file: text, options: { rowPolicy: 'valid' } })
  expect(upload.state).toBe('rejected')
  expect((await driver.problems(upload)).map(({ code }) => code)).toContain('quote-unclosed')
})

test('where only valid rows are wanted, the others are left out, listed and counted', async () => {
  const upload = await driver.upload({
    file: lines(header, good('V1'), good('V2', { amount: 'much' }), good('V3', { currency: 'EUR' }), good('V4')),
    options: { rowPolicy: 'valid' },
  })
  expect(upload).toMatchObject({ state: 'ready', rows: { read: 4, valid: 2, new: 2, problems: 2 } })
  expect((await driver.problems(upload)).map(({ line, code }) => `${line} ${code}`)).toEqual([
    '3 amount-unreadable',
    '4 no-rate',
  ])
  await expectBooksAsBefore()
})

test('unknown creators and campaigns are named in a warning, and listed once they count', async () => {
  const own = await driveBooks()
  const upload = await own.load({ file: lines(header, good('S1', { creator: '@new' })) })
  expect(upload.warnings).toEqual([
    { code: 'creators-unknown', message: expect.stringContaining('One creator is not'), rows: 1 },
    { code: 'campaigns-unknown', message: expect.stringContaining('Spring'), rows: 1 },
  ])
  const query = ReportQuery.parse({})
  const { creators } = await listCreators({ books: own.books }, query, { limit: 10 })
  expect(creators).toMatchObject([{ name: '@new', known: false, spendMinor: 1250 }])
  const { campaigns } = await listCampaigns({ books: own.books }, query, { limit: 10 })
  expect(campaigns).toMatchObject([{ name: 'Spring', known: false, spendMinor: 1250 }])
})

describe('parts', () => {
  const file = Buffer.from(lines(header, good('N1')))
  const [one, two] = [file.subarray(0, 30), file.subarray(30)]
  const announce = async (bytes = file.length): Promise<Upload> =>
    createUpload(
      { books: driver.books, now: () => anInstant, newId: () => uploadId(9000 + announced++) },
      { kind: 'spend', filename: 'a.csv', bytes, by: 'finance@example.com' },
    )
  let announced = 0
  const put = (upload: Upload, part: number, bytes: Uint8Array, sha256?: string) =>
    receivePart(
      { books: driver.books },
      { id: upload.id, part, stored: gzipSync(bytes), ...(sha256 === undefined ? {} : { digest: { sha256 } }) },
    )

  test('a missing one is named', async () => {
    const upload = await announce()
    await put(upload, 2, two)
    const refused = await failure(driver.check(upload.id))
    expect(refused).toMatchObject({ code: 'part-missing', message: expect.stringContaining('part 1 of 2') })
    await expectBooksAsBefore()
  })

  test('they may arrive in any order, and more than once', async () => {
    const upload = await announce()
    for (const [part, bytes] of [
      [2, two],
      [1, one],
      [2, two],
      [1, one],
    ] as const)
      await put(upload, part, bytes)
    expect(await driver.check(upload.id)).toMatchObject({ state: 'ready', rows: { read: 1, valid: 1, new: 1 } })
    await expectBooksAsBefore()
  })

  test('one with another hash than announced is not kept', async () => {
    const upload = await announce()
    await put(upload, 1, one)
    const refused = await failure(put(upload, 2, two, '0'.repeat(64)))
    expect(refused).toMatchObject({ code: 'part-digest-mismatch', message: expect.stringContaining('Send it again') })
    expect((await failure(driver.check(upload.id))).code).toBe('bytes-mismatch')
    await expectBooksAsBefore()
  })

  test('a bomb is refused while it is unpacked', async () => {
    const upload = await announce()
    const bomb = gzipSync(Buffer.alloc(64_000_000))
    expect(bomb.length).toBeLessThan(limits.partStoredBytesMax)
    const refused = await failure(receivePart({ books: driver.books }, { id: upload.id, part: 1, stored: bomb }))
    expect(refused).toMatchObject({
      code: 'part-too-large',
      message: expect.stringContaining(`more than ${limits.partBytesMax} bytes`),
    })
    expect((await failure(driver.check(upload.id))).code).toBe('part-missing')
    await expectBooksAsBefore()
  })

  test('a file that is larger than announced is not checked', async () => {
    const upload = await announce(file.length - 1)
    await put(upload, 1, file)
    expect((await failure(driver.check(upload.id))).code).toBe('bytes-mismatch')
  })
})

describe('steps out of order', () => {
  const file = (id: string): string => lines(header, good(id))

  test('a commit needs a check', async () => {
    const id = await driver.send({ file: file('N1') })
    const refused = await failure(driver.commit({ id, preview: 'any' }))
    expect(refused).toMatchObject({ code: 'upload-state', message: expect.stringContaining('check it first') })
    await expectBooksAsBefore()
  })

  test('a commit of an older preview is outdated', async () => {
    const first = await driver.upload({ file: file('N1') })
    const again = await driver.check(first.id, {})
    expect(again.preview).not.toBe(first.preview)
    expect((await failure(driver.commit(first))).code).toBe('preview-outdated')
    await expectBooksAsBefore()
  })

  test('a revert of what never counted is refused', async () => {
    const ready = await driver.upload({ file: file('N1') })
    const refused = await failure(driver.revert(ready))
    expect(refused).toMatchObject({ code: 'upload-state', message: expect.stringContaining('only a committed upload') })
    await expectBooksAsBefore()
  })

  test('a committed upload is not cancelled', async () => {
    const refused = await failure(cancelUpload({ books: driver.books }, committed.id))
    expect(refused).toMatchObject({ code: 'upload-state', message: expect.stringContaining('Revert it instead') })
    await expectBooksAsBefore()
  })

  test('a second commit answers what the first did', async () => {
    const own = await driveBooks()
    const ready = await own.upload({ file: file('N1') })
    const first = await own.commit(ready)
    const report = await own.report()
    const second = await own.commit(ready)
    expect(second).toEqual(first)
    expect(await own.report()).toEqual(report)
  })

  test('a second revert answers what the first did', async () => {
    const own = await driveBooks()
    const empty = await own.report()
    const loaded = await own.load({ file: file('N1') })
    const first = await own.revert(loaded)
    expect(first).toMatchObject({ state: 'reverted', snapshot: 2 })
    expect(await own.revert(loaded)).toEqual(first)
    const { snapshot: _, ...after } = await own.report()
    const { snapshot: __, ...then } = empty
    expect(after).toEqual(then)
  })
})

describe('two at once', () => {
  const ready = async (own: Driver, id: string, options: CheckOptions = {}) =>
    own.upload({ file: lines(header, good(id)), options })

  test('two commits of one preview make one snapshot', async () => {
    const own = await driveBooks()
    const upload = await ready(own, 'N1')
    const outcomes = await Promise.all([own.commit(upload), own.commit(upload)])
    for (const outcome of outcomes) expect(['committing', 'committed']).toContain(outcome.state)
    expect(await own.show(upload.id)).toMatchObject({ state: 'committed', snapshot: 1 })
    expect(await own.totals()).toEqual({ spend: 1250, revenue: 0 })
  })

  test('of two uploads neither is lost: who came second commits, or agrees to a new preview first', async () => {
    const own = await driveBooks()
    const uploads = [await ready(own, 'N1'), await ready(own, 'N2')]
    await Promise.all(uploads.map((upload) => own.commit(upload)))
    for (const { id } of uploads) {
      const upload = await own.show(id)
      if (upload.state === 'committed') continue
      expect(upload).toMatchObject({ state: 'ready', rows: { new: 1 } })
      expect(upload.warnings.map(({ code }) => code)).toContain('preview-changed')
      await own.commit(upload)
    }
    expect(await own.totals()).toEqual({ spend: 2500, revenue: 0 })
    expect(await own.findings()).toEqual([])
  })

  test('of two uploads of one row one counts, and the other is shown again before it does', async () => {
    const own = await driveBooks()
    const uploads = [await ready(own, 'N1'), await ready(own, 'N1')]
    await Promise.all(uploads.map((upload) => own.commit(upload)))
    const states = await Promise.all(uploads.map(({ id }) => own.show(id)))
    expect(states.map(({ state }) => state).sort()).toEqual(['committed', 'ready'])
    const shown = states.find(({ state }) => state === 'ready') as Upload
    expect(shown.rows).toMatchObject({ new: 0, recorded: 1 })
    expect(shown.warnings.map(({ code }) => code)).toContain('preview-changed')
    expect(await own.totals()).toEqual({ spend: 1250, revenue: 0 })
    expect(await own.commit(shown)).toMatchObject({ state: 'committed' })
    expect(await own.totals()).toEqual({ spend: 1250, revenue: 0 })
  })

  test('a revert and a commit at once are done one after the other', async () => {
    const own = await driveBooks()
    const old = await own.load({ file: lines(header, good('O1')) })
    const fresh = await ready(own, 'N1')
    await Promise.all([own.revert(old), own.commit(fresh)])
    expect((await own.show(old.id)).state).toBe('reverted')
    const upload = await own.show(fresh.id)
    if (upload.state !== 'committed') await own.commit(upload)
    expect(await own.totals()).toEqual({ spend: 1250, revenue: 0 })
  })
})

test('a commit that agrees to a preview does not agree to another one', async () => {
  const own = await driveBooks()
  const [first, second] = [
    await own.upload({ file: lines(header, good('N1')) }),
    await own.upload({ file: lines(header, good('N2')) }),
  ]
  const refused = await failure(
    requestCommit(own.deps, { id: first.id, preview: second.preview ?? '', by: 'finance@example.com', isAdmin: false }),
  )
  expect(refused.code).toBe('preview-outdated')
  expect(await own.totals()).toEqual({ spend: 0, revenue: 0 })
})

describe('a file that is large where none is expected', () => {
  test.each<[string, string, UploadKind]>([
    ['a line of 250,000 characters for a header', `${'x'.repeat(250_000)}\n1\n`, 'fx'],
    [
      'a header of 299 long names',
      lines(Array.from({ length: 299 }, (_, i) => `${i} ${'x'.repeat(800)}`).join(','), '1'),
      'fx',
    ],
    [
      'cells of 20,000 characters',
      lines(header, ...Array.from({ length: 30 }, (_, i) => good(`N${i}`, { date: 'x'.repeat(20_000) }))),
      'spend',
    ],
    ['a cell of 200,000 characters', lines(header, good('N1', { creator: 'x'.repeat(200_000) })), 'spend'],
  ])('%s is rejected in few words', async (_, file, kind) => {
    const upload = await driver.upload({ kind, file })
    expect(upload).toMatchObject({ state: 'rejected' })
    const problems = await driver.problems(upload)
    expect(problems.length).toBeGreaterThan(0)
    for (const { message } of problems) expect(message.length).toBeLessThanOrEqual(1000)
    await expectBooksAsBefore()
  })

  test('299 columns that nobody asked for are loaded without, and said in few words', async () => {
    const extra = Array.from({ length: 290 }, (_, i) => `column ${i} ${'x'.repeat(250)}`)
    const upload = await driver.upload({
      file: lines(`${header},${extra.join(',')}`, `${good('N1')}${','.repeat(290)}`),
    })
    expect(upload.state).toBe('ready')
    expect(upload.warnings.find(({ code }) => code === 'columns-ignored')?.message.length).toBeLessThan(1000)
  })
})
