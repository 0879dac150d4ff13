import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setCommandLine } from './set-command-line.ts'

const cli = setCommandLine()
const run = (...argv: string[]) => cli.run(argv, { isTerminal: true })

async function send(name: string, ...rows: string[]) {
  const path = join(cli.dir, name)
  await writeFile(path, `${['date,creator,amount,currency,line_id', ...rows].join('\n')}\n`)
  return run('upload', path, '--kind', 'spend')
}

test('a month is closed, changed for a reason, and balanced from the command line', async () => {
  const sent = await send('a.csv', '2026-01-14,@anna,10.00,USD,L1')
  await run('commit', /-- commit (\S+)$/m.exec(sent.out)?.[1] ?? '')
  const staged = await run('change', 'close', '2026-01')
  expect(staged.out).toMatch(/2026-01 +10\.00 USD +0\.00 USD/)
  const change = /-- commit-change (\S+)$/m.exec(staged.out)?.[1] ?? ''
  expect(await run('commit-change', change)).toMatchObject({ code: 0, error: '' })
  expect((await run('commit-change', change)).out).toContain('committed already, as snapshot 2')
  expect((await run('months')).out).toMatch(/2026-01 +closed +10\.00 USD/)

  const late = await send('b.csv', '2026-01-20,@anna,2.50,USD,L2')
  expect(late.out).toMatch(/2026-01 +unknown +10\.00 USD +12\.50 USD/)
  const id = /-- commit (\S+)$/m.exec(late.out)?.[1] ?? ''
  const refused = await run('commit', id)
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.error).toContain('(month-closed)')
  expect(await run('commit', id, '--restate', 'A late invoice')).toMatchObject({ code: 0, error: '' })
  expect((await run('report')).out).toContain('A late invoice')
  expect((await run('trial-balance')).out).toMatch(/2026-01 +spend +12\.50 USD +1 +12\.50 USD +0\.00 USD +0\.00 USD/)
  expect((await run('trial-balance', '--csv')).out).toContain('2026-01,spend,USD,12.50,1,,USD,12.50,2')
})

test('settings and currency are changed, and a wrong word is told before anything is asked', async () => {
  const bands = ['--micro-from', '2000', '--micro-to', '50000', '--commit', '--reason', 'New rule']
  expect(await run('change', 'settings', ...bands)).toMatchObject({ code: 0, error: '' })
  const refused = await run('change', 'currency', 'EUR')
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.out).toContain('no exchange rate from USD to EUR')
  expect(await run('change', 'close', 'January')).toMatchObject({ code: 2 })
  expect(await run('change', 'settings', '--four-eyes', 'maybe')).toMatchObject({ code: 2 })
  expect((await run('changes')).out).toMatch(/settings +committed/)
})
