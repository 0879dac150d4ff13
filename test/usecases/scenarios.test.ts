import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { PlanQuery } from '../../functions/contract/plan.ts'
import { ScenarioId } from '../../functions/contract/scenario.ts'
import { makeBudgetPlan } from '../../functions/usecases/make-budget-plan.ts'
import { saveScenario } from '../../functions/usecases/save-scenario.ts'
import { showScenario } from '../../functions/usecases/show-scenario.ts'
import { filesOf } from '../planner/plan-files.ts'
import { cellsOf, farOff } from '../planner/some-cells.ts'
import { aScenario } from '../support/a-scenario.ts'
import { uploadId } from '../support/builders.ts'
import { driveBooks } from './drive-books.ts'

const reader = { name: 'anna@example.com', isAdmin: false }
const now = () => '2026-07-01T00:00:00.000Z'
const { preview: _, ...query } = PlanQuery.parse({ budgetMinor: 14_400_000, campaigns: 3, months: 4 })

test('a saved plan keeps its numbers, whatever is loaded afterwards', async () => {
  const { books, load } = await driveBooks()
  for (const file of filesOf(cellsOf(farOff))) await load(file)
  const before = await makeBudgetPlan({ books }, query)
  expect(before.verdict).toBe('change')
  const newId = () => ScenarioId.parse(uploadId(90))
  const { id } = await saveScenario({ books, now, newId }, { name: 'Spring', query }, reader)
  await load({ file: 'date,campaign,creator,amount,currency\n2026-01-05,Campaign 1,@big,99999.00,USD\n' })
  expect((await makeBudgetPlan({ books }, query)).data.macro).not.toEqual(before.data.macro)
  const shown = await showScenario({ books }, id, reader, () => undefined)
  expect(shown.plan).toEqual(before)
  expect(shown.scenario).toMatchObject({ name: 'Spring', deletable: true, query: { snapshot: before.snapshot.number } })
})

test('no more are kept than the limit', async () => {
  const { books } = await driveBooks()
  for (let n = 0; n < limits.scenariosMax; n++)
    await books.scenarios.put(aScenario({ id: ScenarioId.parse(uploadId(1000 + n)), name: `Plan ${n}` }))
  const newId = () => ScenarioId.parse(uploadId(90))
  const save = saveScenario({ books, now, newId }, { name: 'One more', query }, reader)
  await expect(save).rejects.toMatchObject({ code: 'too-many-scenarios' })
})

test('a plan of a preview is what it would be, and the books stay as they are', async () => {
  const { books, load, upload } = await driveBooks()
  for (const file of filesOf(cellsOf(farOff))) await load(file)
  const before = await makeBudgetPlan({ books }, query)
  const line = 'date,campaign,creator,amount,currency\n2026-01-05,Campaign 1,@big,99999.00,USD\n'
  const { preview } = await upload({ file: line })
  const staged = await makeBudgetPlan({ books }, PlanQuery.parse({ ...query, preview }))
  expect(staged).toMatchObject({ preview, snapshot: before.snapshot })
  expect(staged.data.macro.spendMinor).toBe(before.data.macro.spendMinor + 9_999_900)
  expect(await makeBudgetPlan({ books }, query)).toEqual(before)
})

test('a saved plan keeps its goal, whatever the objective becomes', async () => {
  const { books } = await driveBooks({ objective: 'sales' })
  const newId = () => ScenarioId.parse(uploadId(90))
  const { goal: _goal, ...asked } = query
  const saved = await saveScenario({ books, now, newId }, { name: 'Sales', query: asked }, reader)
  expect(saved.query.goal).toBe('revenue')
})
