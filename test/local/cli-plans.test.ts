import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { Plan } from '../../functions/contract/plan.ts'
import { ScenarioList, ScenarioPlan } from '../../functions/contract/scenario.ts'
import { filesOf } from '../planner/plan-files.ts'
import { cellsOf, farOff } from '../planner/some-cells.ts'
import { setCommandLine } from './set-command-line.ts'

const cli = setCommandLine()
const asked = ['--budget-minor', '14400000', '--campaigns', '3', '--months', '4']

beforeAll(async () => {
  for (const [at, { kind, file }] of filesOf(cellsOf(farOff)).entries()) {
    const path = join(cli.dir, `${at}.csv`)
    await writeFile(path, file)
    expect((await cli.run(['upload', path, '--kind', kind, '--commit'])).code).toBe(0)
  }
})

test('a plan is printed as the API answers it, as JSON and for people', async () => {
  const plan = Plan.parse(JSON.parse((await cli.run(['plan', ...asked])).out))
  expect(plan).toMatchObject({ verdict: 'change', query: { budgetMinor: 14_400_000, campaigns: 3, months: 4 } })
  const { out } = await cli.run(['plan', ...asked], { isTerminal: true })
  expect(out).toContain(plan.sentence)
  expect(out).toMatch(/proposed +micro +\d+ % +[\d,.]+ USD/)
  for (const { message } of plan.caveats) expect(out).toContain(`! ${message}`)
})

test('a refusal says why and what would help', async () => {
  const { out } = await cli.run(['plan', '--campaign', 'Campaign 1', '--campaign', 'Campaign 2'], { isTerminal: true })
  expect(out).toContain('- There are')
  expect(out).toContain('Take a longer range')
})

test('a plan is saved, listed, shown with the same numbers and deleted', async () => {
  const { code, out } = await cli.run(['plan', ...asked, '--save', 'Spring'])
  expect(code).toBe(0)
  const saved = ScenarioPlan.parse(JSON.parse(out))
  const { scenarios } = ScenarioList.parse(JSON.parse((await cli.run(['plans'])).out))
  expect(scenarios.map(({ name }) => name)).toEqual(['Spring'])
  expect((await cli.run(['plans'], { isTerminal: true })).out).toContain('3 x 4')
  const { id } = saved.scenario
  const shown = ScenarioPlan.parse(JSON.parse((await cli.run(['plans', 'show', id])).out))
  expect(shown.plan).toMatchObject({
    current: saved.plan.current,
    proposed: saved.plan.proposed,
    gain: saved.plan.gain,
  })
  expect(await cli.run(['plan', '--save', 'spring'])).toMatchObject({
    code: 1,
    error: expect.stringContaining('another name'),
  })
  expect((await cli.run(['plans', 'delete', id], { isTerminal: true })).out).toBe('“Spring” is deleted.')
  expect((await cli.run(['plans'], { isTerminal: true })).out).toContain('No plan is saved yet')
})

test.each([
  [['plan', '--budget-minor', '12.50'], 2, 'not a whole number'],
  [['plan', '--months', '99'], 1, 'months'],
  [['plan', '--tier', 'micro'], 2, '--tier'],
  [['plan', '--save', 'x', '--preview', 'a.b'], 2, 'Commit it'],
  [['plans', 'open'], 2, 'Usage'],
])('%j is refused with what to write', async (argv, code, message) => {
  expect(await cli.run(argv)).toMatchObject({ code, error: expect.stringContaining(message) })
})
