import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { MatchList } from '../../functions/contract/match.ts'
import { setCommandLine } from './set-command-line.ts'

const cli = setCommandLine()
const run = (argv: string[], isTerminal = true) => cli.run(argv, { isTerminal })
beforeAll(async () => {
  await load('spend', ['date,campaign,creator,amount,currency', ...spend])
  await load('results', ['date,campaign,creator,platform,followers,conversions', ...results])
})

const spend = ['Anna Smith Ltd', 'Bob Jones GmbH', 'Northlight', 'Zebra'].map(
  (name) => `2026-03-01,S,${name},100.00,USD`,
)
const results = ['@annasmith', '@bobjones', '@wanderer', '@quartz'].map(
  (name) => `2026-03-02,S,${name},instagram,5000,1`,
)

async function load(kind: string, lines: string[]): Promise<void> {
  const path = join(cli.dir, `${kind}.csv`)
  await writeFile(path, lines.join('\n'))
  expect(await run(['upload', path, '--kind', kind, '--commit'])).toMatchObject({ code: 0 })
}

test('suggestions are listed with their reasons; refused ones no more', async () => {
  const { out } = await run(['matches'])
  expect(out).toMatch(/Anna Smith Ltd +@annasmith +0\.9\d +100\.00 USD/)
  expect(out).toContain('2 suggestions in all')
  expect((await run(['match', 'bob jones gmbh', '@bobjones', '--refuse'])).out).toContain('1 pair refused')
  const left = MatchList.parse(JSON.parse((await run(['matches'], false)).out))
  expect(left.suggestions.map(({ alias }) => alias.name)).toEqual(['Anna Smith Ltd'])
  expect((await run(['matches', '--list', 'refused'])).out).toContain('Bob Jones GmbH')
  expect((await run(['match', '@bobjones', 'Bob Jones GmbH', '--restore'])).out).toContain('1 refusal taken back')
})

test('all of some confidence are merged in one upload, after a look at what it gains', async () => {
  const looked = await run(['match', '--min-confidence', '0.8'])
  expect(looked).toMatchObject({ code: 0, error: '' })
  expect(looked.out).toMatch(/unmatched spend +400\.00 USD +200\.00 USD +4 +2/)
  const id = /-- commit (\S+)$/m.exec(looked.out)?.[1] ?? ''
  expect((await run(['matches'])).out).toContain('2 suggestions in all')
  expect(await run(['commit', id])).toMatchObject({ code: 0 })
  expect((await run(['matches', '--list', 'merged'])).out).toContain('Anna Smith Ltd')
  expect((await run(['match', '--min-confidence', '0.8'])).error).toContain('nothing to merge')
})

test('any two are merged by hand and parted again', async () => {
  const merged = await run(['match', 'Northlight', '@wanderer', '--commit'])
  expect(merged).toMatchObject({ code: 0, error: '' })
  expect(merged.out).toContain('committed')
  expect((await run(['match', 'northlight', '--part', '--commit'])).out).toContain('committed')
  expect((await run(['matches', '--list', 'merged'])).out).not.toContain('Northlight')
})

test.each([
  [['match'], 'Usage'],
  [['match', 'Nobody', '@annasmith'], 'There is no creator spelled'],
  [['match', 'a', 'b', '--refuse', '--restore'], 'Usage'],
  [['match', 'a', 'b', '--restate', 'why'], '--restate: a reason is given with the commit'],
  [['match', '--min-confidence', 'much'], 'not a number from 0 to 1'],
  [['matches', '--of', 'brand'], 'not one of creator, campaign'],
])('%j is refused with a reason', async (argv, reason) => {
  const { code, error } = await run(argv)
  expect(code).not.toBe(0)
  expect(error).toContain(reason)
})
