import { expect, test } from 'vitest'
import { drawCarryingMacro, drawEqual, drawReversal, type Market } from '../support/draw-market.ts'
import { driveBooks } from './drive-books.ts'

async function loadMarket(market: Market) {
  const driver = await driveBooks({ objective: 'conversions' })
  for (const kind of ['campaigns', 'creators', 'spend', 'results'] as const) {
    const upload = await driver.upload({ kind, file: market[kind] })
    await driver.commit(upload)
  }
  return driver
}

const answer = async (market: Market) => (await (await loadMarket(market)).report()).comparison

test('micro is better on each platform but spent on the dear one: like for like says micro, and that it turns the answer', async () => {
  const comparison = await answer(drawReversal())
  expect(comparison).toMatchObject({ verdict: 'micro_better', mix: 'reversal', metric: 'cpa' })
  expect(comparison.strata).toContain('platform')
  expect(comparison.sentence).toMatch(/^Micro did better: a conversion cost \$/)
  expect(comparison.reasons.join(' ')).toContain('What happened says the opposite')
  expect(comparison.crude.ratio).toMatchObject({ point: expect.toSatisfy((ratio: number) => ratio > 1.2) })
  expect(comparison.wins).toMatchObject({ strata: 2, micro: 2 })
})

test('one macro carries its tier: no side is named, and who it is is said', async () => {
  const comparison = await answer(drawCarryingMacro())
  expect(comparison.verdict).toBe('inconclusive')
  expect(comparison.withoutMostInfluential?.name).toBe('@macro001')
  expect(comparison.sentence).toMatch(/^Cannot tell yet: /)
  expect(comparison.reasons.join(' ')).toContain('It leans most on @macro001')
})

test('of ten markets without any difference at most one is given a side', async () => {
  const sided = []
  for (let seed = 1; seed <= 10; seed++) {
    const { verdict } = await answer(drawEqual({ micro: 60, macro: 15 }, 0.6, seed))
    if (verdict === 'micro_better' || verdict === 'macro_better') sided.push(seed)
  }
  expect(sided.length).toBeLessThanOrEqual(1)
})

test('with no difference and many creators it says that there is none worth acting on', async () => {
  const clear = await answer(drawEqual({ micro: 300, macro: 150 }, 0.1))
  expect(clear.verdict).toBe('no_material_difference')
  expect(clear.sentence).toMatch(/^Micro and macro did alike: /)
})

test('a verdict is stable once it has held at two month closes', async () => {
  const driver = await loadMarket(drawReversal())
  const since = async () => (await driver.report()).comparison.stableSince
  const close = async (month: string) => driver.agree(await driver.change({ kind: 'close', months: [month] }))
  expect(await since()).toBeNull()
  await close('2026-02')
  expect(await since()).toBeNull()
  await close('2026-03')
  const stable = await since()
  expect(stable).not.toBeNull()
  const { comparison } = await driver.report()
  expect(comparison.reasons.at(-1)).toBe(`Stable: it has held at every month close since ${stable?.slice(0, 10)}.`)
})
