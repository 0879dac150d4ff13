import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MappingList } from '../../functions/contract/mapping.ts'
import { Upload } from '../../functions/contract/upload.ts'
import { setCommandLine } from './set-command-line.ts'

const cli = setCommandLine()
async function run(...argv: string[]) {
  const { code, out, error } = await cli.run(argv)
  return { code, out: out + error }
}

const headers = 'Datum;Kampagne;Influencer;Betrag\n'
const said = ['--answer', 'order:0=dmy', '--set', 'currency=USD']

async function upload(name: string, rows: string, ...options: string[]) {
  const path = join(cli.dir, name)
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
