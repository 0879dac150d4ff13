import { expect, test } from 'vitest'
import { ScenarioId } from '../../functions/contract/scenario.ts'
import { aScenario } from '../support/a-scenario.ts'
import { uploadId } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

test('a scenario is kept as it was saved, until it is removed', async () => {
  const { scenarios } = await openTestBooks()
  const later = aScenario({ id: ScenarioId.parse(uploadId(81)), name: 'Autumn' })
  await scenarios.put(later)
  await scenarios.put(aScenario())
  expect(await scenarios.find(later.id)).toEqual(later)
  expect(await scenarios.list()).toEqual([aScenario(), later])
  await scenarios.remove(later.id)
  await scenarios.remove(later.id)
  expect(await scenarios.find(later.id)).toBeUndefined()
  expect(await scenarios.list()).toEqual([aScenario()])
})

test('a put that is repeated makes no second one', async () => {
  const { scenarios } = await openTestBooks()
  await scenarios.put(aScenario())
  await scenarios.put(aScenario())
  expect(await scenarios.list()).toHaveLength(1)
})
