import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runParallel } from '../../functions/store/run-parallel.ts'

test('results stand in the order of their inputs, and no more run at once than allowed', async () => {
  let running = 0
  let most = 0
  const doubled = await runParallel([5, 1, 4, 2, 3], 2, async (n) => {
    most = Math.max(most, ++running)
    await sleep(n)
    running--
    return 2 * n
  })
  expect(doubled).toEqual([10, 2, 8, 4, 6])
  expect(most).toBe(2)
})

test('after a failure nothing more is begun, and what runs is waited for', async () => {
  const begun: number[] = []
  const ended: number[] = []
  const work = async (n: number) => {
    begun.push(n)
    await sleep(n === 1 ? 1 : 20)
    if (n === 1) throw new Error('one')
    ended.push(n)
  }
  await expect(runParallel([1, 2, 3, 4], 2, work)).rejects.toThrow('one')
  expect(begun).toEqual([1, 2])
  expect(ended).toEqual([2])
})
