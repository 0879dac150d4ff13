import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { Claims } from '../../functions/contract/claims.ts'
import { aTier, tierFiles } from '../report/claims/some-claims.ts'
import { setCommandLine } from './set-command-line.ts'

const cli = setCommandLine()

beforeAll(async () => {
  const macro = aTier({
    followers: 500_000,
    impressions: 250_000,
    engagements: 10_000,
    clicks: 2_000,
    conversions: 400,
  })
  for (const { kind, file } of tierFiles(aTier(), macro)) {
    const path = join(cli.dir, `${kind}.csv`)
    await writeFile(path, file)
    expect((await cli.run(['upload', path, '--kind', kind, '--commit'])).error).toBe('')
  }
})

test('claims are printed with their tests and what is missing, or as JSON', async () => {
  const { code, out } = await cli.run(['claims', '--from', '2026-03-01'], { isTerminal: true })
  expect(code).toBe(0)
  expect(out).toContain('✓ supported: Micro creators have higher engagement rates')
  expect(out).toContain('(range: 2.5 times as high)')
  expect(out).toMatch(/Cost per post +micro \$126\.90 \(12\) +macro \$126\.90 \(12\) +1\.00/)
  expect(out).toContain('! No file gives comments, saves or shares of micro creators or macro creators')
  const json = Claims.parse(JSON.parse((await cli.run(['claims', '--from', '2026-03-01'])).out))
  expect(json.query.from).toBe('2026-03-01')
})

test('a query that cannot be is refused with a sentence', async () => {
  expect(await cli.run(['claims', '--from', 'march'])).toMatchObject({
    code: 1,
    error: expect.stringContaining('query.from'),
  })
})
