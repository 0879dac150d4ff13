import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ProblemList } from '../../functions/contract/problem.ts'
import { Upload, UploadList } from '../../functions/contract/upload.ts'
import { setCommandLine } from './set-command-line.ts'

const cli = setCommandLine()
const run = (argv: string[], isTerminal = true, variables: Record<string, string> = {}) =>
  cli.run(argv, { isTerminal, variables })

async function file(name: string, rows: string[], header = 'date,campaign,creator,amount,currency'): Promise<string> {
  const path = join(cli.dir, name)
  await writeFile(path, `${[header, ...rows].join('\n')}\n`)
  return path
}

async function uploadsOf(name: string): Promise<Upload[]> {
  const { out } = await run(['uploads'], false)
  return UploadList.parse(JSON.parse(out)).uploads.filter(({ filename }) => filename === name)
}

const row = (day: number, amount = '400.00') => `2026-03-${String(day).padStart(2, '0')},Spring,@anna,${amount},USD`

test('an upload that is not committed names what goes on, and that works', async () => {
  const sent = await run(['upload', await file('a.csv', [row(2)]), '--kind', 'spend'])
  const id = /-- commit (\S+)$/m.exec(sent.out)?.[1] ?? ''
  expect(sent.out).toContain(`npm run -s tierwise -- cancel ${id}`)
  expect((await run(['show', id])).out).toContain(`npm run -s tierwise -- commit ${id}`)
  const committed = await run(['commit', id])
  expect(committed).toMatchObject({ code: 0, error: '' })
  expect(committed.out).toContain('committed')
  expect((await run(['commit', id])).out).toContain('It was committed already, as snapshot')

  const preview = await run(['preview', id, '--action', 'revert'])
  expect(preview.error).toBe('')
  expect(preview.out).toMatch(/spend, all +400\.00 USD +0\.00 USD +-400\.00 USD/)
  const shown = Upload.parse(JSON.parse((await run(['show', id], false)).out))
  expect(shown).toMatchObject({ state: 'committed', previewAction: 'revert' })
  expect((await run(['revert', id, '--preview', shown.preview ?? ''])).out).toContain('reverted')
  expect(await run(['revert', id])).toMatchObject({
    code: 0,
    out: expect.stringContaining('It was reverted already: nothing changed.'),
  })

  expect((await run(['commit', id])).error).toContain(`preview ${id} --action commit`)
  expect((await run(['preview', id, '--action', 'commit'])).out).toMatch(/spend, all +0\.00 USD +400\.00 USD/)
  expect((await run(['commit', id])).code).toBe(0)
  expect((await run(['revert', id])).code).toBe(0)
})

test('an upload can be given up', async () => {
  await run(['upload', await file('given-up.csv', [row(3)]), '--kind', 'spend'])
  const [upload] = await uploadsOf('given-up.csv')
  expect((await run(['cancel', upload?.id ?? ''])).out).toContain('It was given up: nothing of it counts.')
  expect((await run(['commit', upload?.id ?? ''])).error).toBe('The upload is cancelled: it has no preview to commit.')
})

test('a rejection says how to mend each cell and what else can be done; all problems can be listed', async () => {
  const rows = [row(4), ...Array.from({ length: 12 }, () => '2026-03-05,Spring,@anna,a lot,USD')]
  const path = await file('bad.csv', rows)
  const sent = await run(['upload', path, '--kind', 'spend'])
  expect(sent.code).toBe(1)
  expect(sent.error).toContain('bad.csv was rejected: 12 problems.')
  expect(sent.error).toContain('  line 3, amount: “a lot” is not a number. Write it like 1234.56')
  expect(sent.error).toContain(' (and 11 more like it)')
  expect(sent.error).toContain('--row-policy valid')
  expect(sent.error).toContain('--exclude 3,4,5,6,7')
  const id = /-- problems (\S+)/.exec(sent.error)?.[1] ?? ''
  expect((await run(['problems', id])).out.split('\n')).toHaveLength(13)
  const listed = ProblemList.omit({ next: true }).parse(JSON.parse((await run(['problems', id, '--json'])).out))
  expect(listed).toMatchObject({ total: 12, problems: Array.from({ length: 12 }, () => ({ column: 'amount' })) })

  const loaded = await run(['upload', path, '--kind', 'spend', '--row-policy', 'valid', '--commit'])
  expect(loaded.error).toBe('')
  expect(loaded.out).toMatch(/Left out, for 12 problems:\n {2}line 3, amount: “a lot”/)
})

test('lines are left out and columns named on request', async () => {
  const path = await file('own.csv', [row(6), row(7), row(8, 'x')], 'date,campaign,creator,Betrag eigen,currency')
  const options = ['--mapping', 'amount=Betrag eigen', '--exclude', '3,4', '--commit']
  const sent = await run(['upload', path, '--kind', 'spend', ...options])
  expect(sent).toMatchObject({ code: 0, error: '' })
  expect((await uploadsOf('own.csv'))[0]).toMatchObject({ rows: { new: 1, excluded: 2 }, state: 'committed' })
})

test.each([
  ['no kind', ['upload', 'x.csv'], '--kind is missing.'],
  ['a wrong id', ['commit', 'x'], 'ID: "x" is not the id of an upload.'],
  ['a wrong id to replace', ['upload', 'x', '--kind', 'spend', '--replaces', 'y'], '--replaces: "y" is not the id'],
  ['a wrong snapshot', ['diff', '1', 'two'], 'A snapshot: "two" is not a whole number'],
  ['a wrong snapshot of a report', ['report', '--snapshot', '-1x'], "'--snapshot' argument is ambiguous"],
  ['a wrong limit', ['uploads', '--limit', '0'], '--limit: "0" is not a whole number from 1.'],
  [
    'a warning that names no lines',
    ['upload', 'x', '--kind', 'spend', '--exclude-flagged', 'odd'],
    '--exclude-flagged: "odd" is not one of date-after-period',
  ],
  ['a wrong line', ['upload', 'x', '--kind', 'spend', '--exclude', '3,b'], '--exclude: "b" is not a whole number'],
  ['a wrong mapping', ['upload', 'x', '--kind', 'spend', '--mapping', 'amount'], '"amount" is not field=column'],
  ['no action', ['preview', '01ARYZ6S41ZZZZZZZZZZZZZZZZ'], '--action is missing.'],
])('%s is refused in words', async (_, argv, sentence) => {
  const outcome = await run(argv)
  expect(outcome.code).toBe(2)
  expect(outcome.error).toContain(sentence)
})

test('a folder is refused before anything is announced', async () => {
  const before = (await run(['uploads'], false)).out
  expect((await run(['upload', cli.dir, '--kind', 'spend'])).error).toContain('is not a file')
  expect((await run(['uploads'], false)).out).toBe(before)
})

test('a token from another folder is told how to be the right one', async () => {
  const other = await mkdtemp(join(tmpdir(), 'tierwise-'))
  const { code, error } = await run(['uploads'], true, { DATA_DIR: other })
  await rm(other, { recursive: true })
  expect(code).toBe(1)
  expect(error).toContain('set DATA_DIR (and PORT) as for npm start')
})

test('every command explains itself', async () => {
  const { out } = await run(['commit', '--help'])
  expect(out).toContain('commit ID [--preview P]')
  for (const name of ['PORT', 'DATA_DIR', 'TIERWISE_URL', 'TIERWISE_TOKEN']) expect(out).toContain(name)
  expect((await run(['--help'])).out).toContain('problems ID')
})
