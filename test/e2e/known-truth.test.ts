import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../../functions/local/cli/run-cli.ts'
import { drawCarryingMacro, drawEqual, drawReversal, type Market } from '../support/draw-market.ts'
import { openBrowser } from './open-browser.ts'
import { startService } from './start-service.ts'

/** Draws pictures of what is tested, where a folder for them is named. */
const pictures = process.env.PICTURES

/** Sends a market's files to books of their own, and reads what the Overview says of them. */
async function readOverview(name: string, market: Market) {
  const [service, browser, folder] = await Promise.all([
    startService({ sample: false }),
    openBrowser(),
    mkdtemp(join(tmpdir(), 'tierwise-market-')),
  ])
  try {
    const variables = { TIERWISE_URL: service.address, TIERWISE_TOKEN: await service.token('finance') }
    for (const kind of ['campaigns', 'creators', 'spend', 'results'] as const) {
      const path = join(folder, `${kind}.csv`)
      await writeFile(path, market[kind])
      const print = { print: () => undefined, complain: (text: string) => expect(text).toBe(''), isTerminal: false }
      await runCli(['upload', path, '--kind', kind, '--commit'], variables, print)
    }
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(service.address)
    await page.getByRole('table', { name: 'Like for like beside what happened' }).waitFor()
    if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
    return {
      sentence: (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
      hero: (await page.locator('.hero-text').textContent()) ?? '',
      reasons: (await page.locator('.reasons').textContent()) ?? '',
    }
  } finally {
    await browser.close()
    await service.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

test('where each place says micro and the sum says macro, the Overview says micro, and why the sum does not', async () => {
  const { sentence, hero, reasons } = await readOverview('reversal', drawReversal())
  expect(sentence).toMatch(/^Micro did better: a conversion cost \$/)
  expect(hero).toContain('What happened says the opposite')
  expect(reasons).toContain('because micro and macro spent in different places')
})

test('where one macro carries the tier, the Overview names no side but that macro', async () => {
  const { sentence, hero } = await readOverview('carried', drawCarryingMacro())
  expect(sentence).toMatch(/^Cannot tell yet: /)
  expect(hero).toMatch(/(Leans|Depends) on @macro001/)
})

test('where there is no difference, the Overview says that there is none worth acting on', async () => {
  const { sentence } = await readOverview('equal', drawEqual({ micro: 300, macro: 150 }, 0.1))
  expect(sentence).toMatch(/^Micro and macro did alike: /)
})
