import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { Upload } from '../../functions/contract/upload.ts'
import { folder, missing, pathOf, ratesOfOne, realFiles, why } from '../support/real-files.ts'
import { setCommandLine } from './set-command-line.ts'

describe.skipIf(missing)(`real exports through the command line${why}`, () => {
  const cli = setCommandLine()
  const { run } = cli
  beforeAll(async () => {
    await writeFile(join(cli.dir, 'rates.csv'), ratesOfOne('USD'))
    expect((await run(['upload', join(cli.dir, 'rates.csv'), '--kind', 'fx', '--commit'])).error).toBe('')
  })

  test.each(realFiles)('$file: $rows rows', async ({ file, kind, asked, says, rows, totals }) => {
    const command = ['upload', pathOf(file), '--kind', kind]
    const said = Object.entries(says.constants ?? {}).flatMap(([field, value]) => ['--set', `${field}=${value}`])
    if (asked.length > 0) {
      const { code, error } = await run(command)
      expect(code).toBe(1)
      // What is asked is said with the options of the command that answer it.
      for (const one of asked) expect(error).toMatch(new RegExp(`--(set|answer) '?${one}[:=]`))
      for (const [, answer = ''] of error.matchAll(/--answer '?(\S+?)'? {2}.*\(proposed: /g))
        said.push('--answer', answer)
    }
    const { code, out, error } = await run([...command, ...said])
    expect(error).toBe('')
    expect(code).toBe(0)
    const upload = Upload.parse(JSON.parse(out))
    expect(upload).toMatchObject({ state: 'ready', rows: { read: rows, valid: rows, problems: 0 } })
    expect(upload.totals.map((total) => `${total.measure} ${total.currency} ${total.amountMinor}`).sort()).toEqual(
      totals,
    )
  })

  test(`${folder}: the history of euro rates as the bank publishes it`, async () => {
    const { code, out, error } = await run(['upload', pathOf('eurofxref-hist.csv'), '--kind', 'fx'])
    expect(error).toBe('')
    expect(code).toBe(0)
    expect(Upload.parse(JSON.parse(out))).toMatchObject({ state: 'ready', rows: { problems: 0 } })
  })
})
