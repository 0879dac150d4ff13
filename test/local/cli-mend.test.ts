import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CellPatchList } from '../../functions/contract/cell-patch.ts'
import { Upload, UploadList } from '../../functions/contract/upload.ts'
import { setCommandLine } from './set-command-line.ts'

const cli = setCommandLine()
async function run(...argv: string[]) {
  const { code, out, error } = await cli.run(argv)
  return { code, out: out + error }
}

async function rejectedUpload(): Promise<string> {
  const path = join(cli.dir, 'ledger.csv')
  const rows = [
    'Datum;Kampagne;Influencer;Betrag;Betrag',
    '31.04.2026;Spring;@anna;12,50;x',
    '30.04.2026;Spring;@bo;=a;y',
  ]
  await writeFile(path, rows.join('\n'))
  const { code } = await run('upload', path, '--kind', 'spend', '--set', 'currency=USD', '--mapping', 'amount=4')
  expect(code).toBe(1)
  const { uploads } = UploadList.parse(JSON.parse((await run('uploads')).out))
  return uploads[0]?.id ?? ''
}

test('cells are mended by line and column, listed, and taken back', async () => {
  const id = await rejectedUpload()
  expect(await run('mend', id, '2:Datum=30.04.2026')).toMatchObject({ code: 1 })
  const mended = await run('mend', id, '3:4=7,00')
  expect(mended.code).toBe(0)
  expect(Upload.parse(JSON.parse(mended.out))).toMatchObject({ state: 'ready', mended: 2, rows: { valid: 2 } })
  const { patches } = CellPatchList.parse(JSON.parse((await run('mend', id)).out))
  expect(patches).toMatchObject([
    { line: 2, cell: 1, column: 'Datum', old: '31.04.2026', new: '30.04.2026' },
    { line: 3, cell: 4, old: '=a', new: '7,00' },
  ])
  expect(await run('mend', id, '--undo', '3:4')).toMatchObject({ code: 1 })
  await run('mend', id, '--undo-all')
  expect(CellPatchList.parse(JSON.parse((await run('mend', id)).out)).patches).toEqual([])

  expect(await run('mend', id, '3:Kosten=1')).toMatchObject({ code: 2, out: expect.stringContaining('no such column') })
  expect(await run('mend', id, '3:Betrag=1')).toMatchObject({ code: 2, out: expect.stringContaining('number instead') })
  expect(await run('mend', id, '99:1=1')).toMatchObject({ code: 2, out: expect.stringContaining('no line 99') })
})

test.each(['x', '2=5', '0:1=5'])('%s is refused with what to write', async (word) => {
  expect(await run('mend', '01'.padEnd(26, '0'), word)).toMatchObject({
    code: 2,
    out: expect.stringContaining('Write it like'),
  })
})
