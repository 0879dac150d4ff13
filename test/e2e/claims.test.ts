import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Claim, Claims } from '../../functions/contract/claims.ts'
import { runCli } from '../../functions/local/cli/run-cli.ts'
import { sayRatio, saySide } from '../../web/src/pages/claims/say-claim.ts'
import { aTier, tierFiles } from '../report/claims/some-claims.ts'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'

const scene = setScene({ sample: false })
const { open, ask } = scene

const macro = aTier({ followers: 500_000, impressions: 250_000, engagements: 10_000, clicks: 2_000, conversions: 400 })

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tierwise-claims-'))
  const variables = { TIERWISE_URL: scene.service.address, TIERWISE_TOKEN: await scene.service.token('finance') }
  const nicheOf = (creator: number): string => (creator % 2 ? 'food' : 'cars')
  for (const { kind, file } of tierFiles(aTier(), macro, { target: 'food', nicheOf })) {
    const path = join(folder, `${kind}.csv`)
    await writeFile(path, file)
    const complaints: string[] = []
    await runCli(['upload', path, '--kind', kind, '--commit'], variables, {
      print: () => undefined,
      complain: (text) => complaints.push(text),
      isTerminal: false,
    })
    expect(complaints).toEqual([])
  }
})

const cardOf = (page: Page, { title }: Pick<Claim, 'title'>) => page.getByRole('region', { name: title })

test('each claim says its status by word, its answer, and what is missing with where to send it', async () => {
  const { claims } = await ask<Claims>('/claims')
  const { page, complaints } = await open('/claims')
  const words = {
    supported: 'Supported',
    contradicted: 'Contradicted',
    not_enough_data: 'Not enough data',
    inconclusive: 'Inconclusive',
  }
  for (const claim of claims) {
    const card = cardOf(page, claim)
    await eventually(() => card.locator('.badge').first().textContent()).toBe(words[claim.status])
    expect(await card.locator('.claim-sentence').textContent()).toBe(claim.sentence)
    for (const { message } of claim.missing) await card.getByText(message).waitFor()
  }
  const statusOf = (name: string) => claims.find((claim) => claim.name === name)?.status
  expect([statusOf('engagement'), statusOf('trust'), statusOf('authenticity')]).toEqual([
    'supported',
    'contradicted',
    'not_enough_data',
  ])
  const lacking = cardOf(page, { title: 'Micro creators’ content is more authentic' })
  await lacking.getByText(/Add the columns comments, saves and shares to a results file/).waitFor()
  await lacking.getByRole('link', { name: 'Send a file' }).click()
  await page.getByRole('heading', { level: 1, name: 'Uploads' }).waitFor()
  expect(complaints).toEqual([])
})

test.each(['', '?from=2026-03-01&to=2026-03-04', '?niche=food'])(
  'every figure is the API’s: /claims%s',
  async (search) => {
    const { claims, currency } = await ask<Claims>(`/claims${search}`)
    const { page } = await open(`/claims${search}`)
    for (const claim of claims) {
      const shown = claim.tests.filter(() => claim.tests.some(({ ratio }) => ratio.kind !== 'unavailable'))
      if (shown.length === 0) continue
      const rows = cardOf(page, claim).getByRole('table').first().locator('tbody tr')
      await eventually(() => rows.count()).toBe(shown.length)
      for (const [at, { measure, label, sides, ratio }] of shown.entries()) {
        const text = (await rows.nth(at).textContent()) ?? ''
        const said = [...sides.map((side) => saySide(measure, side, currency)), sayRatio(ratio)]
        for (const part of [label, ...said.flatMap(({ point, range }) => [point, range])]) expect(text).toContain(part)
      }
      const chart = cardOf(page, claim).getByRole('img')
      expect(await chart.locator('.interval').count()).toBe(
        claim.tests.filter(({ ratio }) => ratio.kind !== 'unavailable').length,
      )
    }
  },
)

test('a filter in the address asks the claims anew, and neither a metric nor a comparison is offered', async () => {
  const { page } = await open('/claims?tier=micro')
  await page.getByText('Cannot tell yet: the filter by tier leaves out macro creators.').first().waitFor()
  const bar = page.getByRole('region', { name: 'What is shown' })
  const chips = await bar.getByRole('button').allTextContents()
  expect(chips.some((text) => /not compared|cost per|engagement/i.test(text))).toBe(false)
  await page.getByRole('button', { name: /Remove the filter Tier/ }).click()
  await page.getByText(/^Yes: like for like, the engagement rate by followers/).waitFor()
})

test('published results are named with their source where they are of other bands', async () => {
  const { page } = await open('/claims')
  const card = cardOf(page, { title: 'Micro creators have higher engagement rates' })
  await card.getByText(/other bands of followers or by other measures/).waitFor()
  const links = await card.getByRole('link').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  expect(links).toEqual(['https://doi.org/10.1177/00222429221125131', 'https://doi.org/10.1177/00222429221102889'])
})

test('executives read the claims, without a way to send files', async () => {
  const { page } = await open('/claims', { role: 'executive' })
  await page.locator('.claim-lacks').first().waitFor()
  expect(await page.getByRole('link', { name: 'Send a file' }).count()).toBe(0)
})

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing in %s at %d px, and nothing is wider than the window', async (colorScheme, width) => {
  const { page } = await open('/claims', { colorScheme, width })
  await page.locator('.interval-chart').first().waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})

test('on paper all of it is there, and the question too', async () => {
  const { page } = await open('/claims')
  await page.locator('.printed-question').waitFor({ state: 'attached' })
  await page.locator('.interval-chart').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.printed-question').isVisible()).toBe(true)
  expect(await page.locator('.printed-question').textContent()).not.toMatch(/Not compared/)
  for (const text of await page.locator('.claim-sentence').all()) expect(await text.isVisible()).toBe(true)
})

test('what has to be known of the question is said, as on the Overview', async () => {
  const { page } = await open('/claims?overhead=full')
  await page.getByText(/Nobody has said yet what a deal costs beside the ledger/).waitFor()
})

test('empty books say so', async () => {
  const { page } = await open('/claims?snapshot=0')
  await page.getByRole('heading', { name: 'There is nothing to hold claims against yet' }).waitFor()
})
