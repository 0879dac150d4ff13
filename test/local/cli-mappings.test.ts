import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MappingList } from '../../functions/contract/mapping.ts'
import { Upload } from '../../functions/contract/upload.ts'
import { runCli } from '../../functions/local/cli/run-cli.ts'
import { readEnvironment } from '../../functions/local/environment.ts'
import { type LocalService, startLocal } from '../../functions/local/start-local.ts'

let dir: string
let service: LocalService
let variables: Record<string, string>
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tierwise-'))
  variables = { DATA_DIR: dir, SAMPLE: 'off' }
  service = await startLocal(readEnvironment({ ...variables, PORT: '0' }), () => {})
  variables.TIERWISE_URL = service.address
})
afterAll(async () => {
  await service.stop()
  await rm(dir, { recursive: true })
})

async function run(...argv: string[]) {
  const printed: string[] = []
  const keep = (text: string) => void printed.push(text)
  const code = await runCli(argv, variables, { print: keep, complain: keep, isTerminal: false })
  return { code, out: printed.join('\n') }
}

const headers = 'Datum;Kampagne;Influencer;Betrag\n'
const said = ['--answer', 'order:0=dmy', '--set', 'currency=USD']

async function upload(name: string, rows: string, ...options: string[]) {
  const path = join(dir, name)
  await writeFile(path, headers + rows)
  return run('upload', path, '--kind', 'spend', ...options)
}

const list = async () => MappingList.parse(JSON.parse((await run('mappings')).out)).mappings

test('a mapping is remembered, used, passed over, renamed and forgotten', async () => {
  expect((await upload('ledger 01.csv', '03/04/2026;Spring;@anna;12,50\n', ...said, '--commit')).code).toBe(0)
  const [mapping] = await list()
  expect(mapping).toMatchObject({ name: 'ledger', version: 1 })
  const id = mapping?.id ?? ''

  const used = await upload('ledger 02.csv', '03/05/2026;Spring;@anna;1,50\n')
  expect(Upload.parse(JSON.parse(used.out)).mapping).toEqual({ id, name: 'ledger', version: 1 })
  expect(await upload('ledger 03.csv', '03/06/2026;Spring;@anna;1,50\n', '--mapping', 'none')).toMatchObject({
    code: 1,
  })
  expect((await upload('ledger 04.csv', '03/07/2026;Spring;@anna;1,50\n', '--mapping', id)).code).toBe(0)

  expect((await run('mappings', 'rename', id, 'Agency')).code).toBe(0)
  expect(await list()).toMatchObject([{ name: 'Agency', version: 2 }])
  expect((await run('mappings', 'forget', id)).code).toBe(0)
  expect(await list()).toEqual([])
})

test.each([
  [['mappings', 'rename', 'x'], 'Usage'],
  [['upload', 'x.csv', '--kind', 'spend', '--mapping', 'Ledger'], 'is not field=column'],
  [['upload', 'x.csv', '--kind', 'spend', '--remember', '--no-remember'], 'contradict'],
])('%j is refused with what to write', async (argv, message) => {
  const { code, out } = await run(...argv)
  expect([code, out]).toEqual([2, expect.stringContaining(message)])
})
