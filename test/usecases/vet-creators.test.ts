import { beforeAll, expect, test } from 'vitest'
import type { NameId } from '../../functions/contract/ids.ts'
import { limits } from '../../functions/contract/limits.ts'
import { ReportQuery } from '../../functions/contract/report.ts'
import { addNote } from '../../functions/usecases/add-note.ts'
import { exportShortlist } from '../../functions/usecases/export-shortlist.ts'
import { listCreators } from '../../functions/usecases/list-creators.ts'
import { listVettings, showVetting } from '../../functions/usecases/list-vettings.ts'
import { makeUploadId } from '../../functions/usecases/make-upload-id.ts'
import { removeNote } from '../../functions/usecases/remove-note.ts'
import { setShortlisted } from '../../functions/usecases/set-shortlisted.ts'
import { type Driver, driveBooks } from './drive-books.ts'

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`
const by = 'finance@example.com'
let ticks = 0
const newId = () => makeUploadId(1_700_000_000_000 + ticks++, new Uint8Array(16))
const now = () => new Date(1_800_000_000_000 + ticks++ * 1000).toISOString()

let driver: Driver
let deps: { books: Driver['books']; now: () => string; newId: () => string }
beforeAll(async () => {
  driver = await driveBooks({ objective: 'conversions' })
  deps = { books: driver.books, now, newId }
  await driver.load({
    file: lines(
      'date,campaign,creator,platform,amount,currency',
      '2026-03-01,A,@anna,tiktok,100.00,USD',
      '2026-03-01,A,Anna Smith Ltd,tiktok,1.00,USD',
      '2026-03-01,A,"=cmd|x",tiktok,100.00,USD',
      '2026-01-01,A,@gone,tiktok,7.00,USD',
    ),
  })
  await driver.load({
    kind: 'results',
    file: lines(
      'date,campaign,creator,platform,post,published,clicks,conversions,revenue,currency',
      '2026-03-02,A,@anna,tiktok,a,2026-03-02,90,20,90,USD',
      '2026-03-02,A,"=cmd|x",tiktok,b,2026-03-02,90,10,90,USD',
    ),
  })
})

async function idOf(name: string): Promise<NameId> {
  const { creators } = await listCreators({ books: driver.books }, ReportQuery.parse({}), { limit: 50 })
  const found = creators.find((creator) => creator.name === name)
  if (!found) throw new Error(`${name} is not listed`)
  return found.id
}

test('notes are kept newest first, with who and when, and taken away', async () => {
  const id = await idOf('@anna')
  const first = await addNote(deps, id, { text: 'Late twice' }, by)
  const second = await addNote(deps, id, { text: 'Great video' }, 'admin@example.com')
  expect(second.notes.map(({ text, by: who }) => [text, who])).toEqual([
    ['Great video', 'admin@example.com'],
    ['Late twice', by],
  ])
  expect(await showVetting(deps, id)).toEqual(second)
  const left = await removeNote(deps, id, first.notes[0]?.id ?? ('' as never))
  expect(left.notes.map(({ text }) => text)).toEqual(['Great video'])
  await expect(removeNote(deps, id, first.notes[0]?.id ?? ('' as never))).rejects.toMatchObject({ code: 'not-found' })
})

test('a creator that the books do not know has no notes', async () => {
  const nobody = '000000000000' as NameId
  await expect(addNote(deps, nobody, { text: 'x' }, by)).rejects.toMatchObject({ code: 'not-found' })
  await expect(setShortlisted(deps, nobody, { shortlisted: true }, by)).rejects.toMatchObject({ code: 'not-found' })
})

test('a creator is put on the shortlist once, and taken off', async () => {
  const id = await idOf('@anna')
  const { shortlisted } = await setShortlisted(deps, id, { shortlisted: true }, by)
  expect(shortlisted?.by).toBe(by)
  expect((await setShortlisted(deps, id, { shortlisted: true }, 'admin@example.com')).shortlisted).toEqual(shortlisted)
  expect((await listVettings(deps)).map(({ creator }) => creator)).toContain(id)
  expect((await setShortlisted(deps, id, { shortlisted: false }, by)).shortlisted).toBeNull()
})

test('of notes written at once none is lost', async () => {
  const id = await idOf('@gone')
  const texts = ['a', 'b', 'c', 'd']
  await Promise.all(texts.map((text) => addNote(deps, id, { text }, by)))
  const { notes } = await showVetting(deps, id)
  expect(notes.map(({ text }) => text).sort()).toEqual(texts)
})

test('a creator has as many notes as the limit says', async () => {
  const id = await idOf('=cmd|x')
  for (let n = 0; n < limits.notesMax; n++) await addNote(deps, id, { text: `=note ${n}` }, by)
  await expect(addNote(deps, id, { text: 'one more' }, by)).rejects.toMatchObject({ code: 'too-many-notes' })
  for (const { id: note } of (await showVetting(deps, id)).notes.slice(1)) await removeNote(deps, id, note)
})

test('all that is said fits into one answer', async () => {
  const id = await idOf('@gone')
  const text = 'x'.repeat(limits.noteCharsMax)
  const notes = Array.from({ length: 4000 }, () => ({ id: newId() as never, text, by, at: now() }))
  const full = { format: 1, creator: id, version: 1, shortlisted: null, notes } as const
  const vettings = { ...driver.books.vettings, list: async () => [full] }
  const crowded = { ...deps, books: { ...driver.books, vettings } }
  await expect(addNote(crowded, id, { text: 'one more' }, by)).rejects.toMatchObject({ code: 'too-many-notes' })
})

test('the shortlist as a file: by rank, no formulas, and those without rows in the range too', async () => {
  await setShortlisted(deps, await idOf('@anna'), { shortlisted: true }, by)
  await setShortlisted(deps, await idOf('=cmd|x'), { shortlisted: true }, by)
  await setShortlisted(deps, await idOf('@gone'), { shortlisted: true }, by)
  const query = ReportQuery.parse({ from: '2026-03-01', to: '2026-03-31' })
  const csv = await exportShortlist({ books: driver.books }, query)
  const [header = '', anna = '', formula = '', gone = ''] = csv.split('\r\n')
  expect(header.split(',').slice(0, 3)).toEqual(['creator', 'tiers', 'followers'])
  expect(anna.startsWith("'@anna,")).toBe(true)
  expect(anna).toContain(',cpa,')
  expect(anna).toContain(',1,')
  expect(formula.startsWith("'=cmd|x,")).toBe(true)
  expect(gone.startsWith("'@gone,,,,,cpa,,,,,,,,,,,,,,USD,")).toBe(true)
})

test('what was said under one name is said of the creator that the name is read as', async () => {
  const other = await idOf('Anna Smith Ltd')
  await addNote(deps, other, { text: 'Sends invoices late' }, by)
  await setShortlisted(deps, other, { shortlisted: true }, by)
  const anna = await idOf('@anna')
  await driver.load({ kind: 'aliases', file: lines('alias,name', 'Anna Smith Ltd,@anna') })
  const joined = await showVetting(deps, anna)
  expect(joined.creator).toBe(anna)
  expect(joined.notes.map(({ text }) => text)).toEqual(['Sends invoices late', 'Great video'])
  expect(await showVetting(deps, other)).toEqual(joined)
  expect((await listVettings(deps)).filter(({ creator }) => creator === anna)).toEqual([joined])
  expect((await setShortlisted(deps, anna, { shortlisted: false }, by)).shortlisted).toBeNull()
  const [note] = joined.notes
  expect((await removeNote(deps, anna, note?.id ?? ('' as never))).notes).toHaveLength(1)
})
