import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { Upload, UploadList } from '../../functions/contract/upload.ts'
import { readEnvironment } from '../../functions/local/environment.ts'
import { startLocal } from '../../functions/local/start-local.ts'
import { setCommandLine } from './set-command-line.ts'

const cli = setCommandLine(() => ({ DYNAMODB_ENDPOINT: inject('tableEndpoint') }))
const run = (
  argv: string[],
  { terminal = false, variables = {} }: { terminal?: boolean; variables?: Record<string, string> } = {},
) => cli.run(argv, { isTerminal: terminal, variables })

async function file(name: string, text: string): Promise<string> {
  const path = join(cli.dir, name)
  await writeFile(path, text)
  return path
}

const header = 'date,campaign,creator,platform,category,line_id,status,amount,currency'

test('a token is all that stands on stdout, and the service knows it', async () => {
  const { code, out } = await run(['token', '--role', 'executive'])
  expect(code).toBe(0)
  const headers = { Authorization: `Bearer ${out}` }
  expect((await fetch(`${cli.service.address}/api/w/main/snapshots`, { headers })).status).toBe(200)
  expect((await fetch(`${cli.service.address}/api/w/main/uploads`, { headers })).status).toBe(403)
})

test('a file goes in, is committed, reported and taken back', async () => {
  const path = await file('march.csv', `${header}\n2026-03-14,Spring,@anna,instagram,fee,L-1,paid,1250.00,USD\n`)
  const sent = await run(['upload', path, '--kind', 'spend', '--commit'])
  expect(sent.error).toBe('')
  const upload = Upload.parse(JSON.parse(sent.out))
  expect(upload).toMatchObject({ state: 'committed', filename: 'march.csv', rows: { read: 1, new: 1 } })

  const report = await run(['report', '--from', '2026-03-01', '--to', '2026-03-31'])
  expect(JSON.parse(report.out)).toMatchObject({ reconciliation: { ledgerMinor: 125_000 } })
  const shown = await run(['report'], { terminal: true })
  expect(shown.out).toContain('1,250.00 USD')

  const diff = await run(['diff', '0', String(upload.snapshot)], { terminal: true })
  expect(diff.out).toContain('march.csv')
  expect((await run(['verify-books'], { terminal: true })).out).toContain('The books hold.')

  const reverted = await run(['revert', upload.id])
  expect(Upload.parse(JSON.parse(reverted.out)).state).toBe('reverted')
  expect(UploadList.parse(JSON.parse((await run(['uploads'])).out)).uploads).toHaveLength(1)
  expect((await run(['snapshots'], { terminal: true })).out).toMatch(/2 .*reverted/)
})

test('a rejected file ends with its first problems, by line and column', async () => {
  const path = await file('bad.csv', `${header}\n2026-03-14,Spring,@anna,instagram,fee,L-2,paid,12.3456,USD\n`)
  const { code, error } = await run(['upload', path, '--kind', 'spend', '--commit'])
  expect(code).toBe(1)
  expect(error).toMatch(/bad\.csv was rejected: 1 problem\./)
  expect(error).toMatch(/line 2, amount: “12\.3456”.*decimals/)
})

test.each([
  ['an unknown command', ['uplaod'], 2, 'There is no command "uplaod"'],
  ['an inherited name', ['constructor'], 2, 'There is no command "constructor"'],
  ['an unknown option', ['uploads', '--al'], 2, 'Usage: uploads'],
  ['a missing word', ['revert'], 2, 'Usage: revert ID'],
  ['an unknown kind', ['upload', 'x.csv', '--kind', 'spent'], 2, '--kind: "spent" is not one of spend'],
  ['a file that is not there', ['upload', '/nowhere/x.csv', '--kind', 'spend'], 1, 'cannot be read'],
  ['an unknown role', ['token', '--role', 'owner'], 2, 'executive, finance, admin'],
  ['a wrong date', ['report', '--from', 'march'], 1, 'query.from'],
  ['an upload that is not there', ['revert', '01ARYZ6S41ZZZZZZZZZZZZZZZZ'], 1, 'There is no upload'],
  ['an unknown workspace', ['uploads', '--workspace', 'elsewhere'], 1, 'There is no workspace'],
])('%s ends with a sentence and a code', async (_, argv, code, sentence) => {
  const outcome = await run(argv)
  expect(outcome.code).toBe(code)
  expect(outcome.error).toContain(sentence)
  expect(outcome.out).toBe('')
})

test('no answer ends with where it was looked for', async () => {
  const { code, error } = await run(['uploads'], { variables: { TIERWISE_URL: 'http://127.0.0.1:9' } })
  expect(code).toBe(1)
  expect(error).toContain('http://127.0.0.1:9')
})

test('a taken port is named together with the variable that changes it', async () => {
  const port = new URL(cli.service.address).port
  await expect(
    startLocal(
      readEnvironment({ DATA_DIR: cli.dir, SAMPLE: 'off', DYNAMODB_ENDPOINT: inject('tableEndpoint'), PORT: port }),
      () => {},
    ),
  ).rejects.toThrow(`Port ${port} is taken. Set PORT`)
})

test.each([
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ SAMPLE: 'maybe' }, 'SAMPLE'],
  [{ REPORTING_CURRENCY: 'XYZ' }, 'REPORTING_CURRENCY'],
])('an environment of %o is refused by name', (given, name) => {
  expect(() => readEnvironment(given)).toThrow(name)
})
