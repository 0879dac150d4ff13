import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runCli } from '../../functions/local/cli/run-cli.ts'
import { eventually } from './eventually.ts'
import { openBrowser } from './open-browser.ts'
import { type Service, startService } from './start-service.ts'

let service: Service
let browser: Browser
let dir: string
let context: BrowserContext | undefined
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tierwise-matching-'))
  ;[service, browser] = await Promise.all([startService({ sample: false }), openBrowser()])
  await load('spend', ['date,campaign,creator,amount,currency', ...spend])
  await load('results', ['date,campaign,creator,platform,followers,conversions,revenue,currency', ...results])
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
  await rm(dir, { recursive: true, force: true })
})
afterEach(async () => {
  await context?.close()
  context = undefined
})

const long = `Lang ${'x'.repeat(290)}`
const people = [
  ['Anna Smith Ltd', '@annasmith', '900.00'],
  ['Bob Jones GmbH', 'bob.jones', '800.00'],
  ['Carla Diaz SL', '@carladiaz', '700.00'],
  ['Dora Evans Inc', '@dora_evans', '600.00'],
  ['محمد علي ✨', '@محمدعلي', '500.00'],
  [`${long} Ltd`, long, '400.00'],
] as const
const spend = people.map(([name, , amount]) => `2026-03-01,Spring,${name},${amount},USD`)
const results = people.map(([, name]) => `2026-03-02,Spring,${name},instagram,5000,1,10.00,USD`)

async function load(kind: string, lines: string[]): Promise<void> {
  const path = join(dir, `${kind}.csv`)
  await writeFile(path, lines.join('\n'))
  const variables = { DATA_DIR: dir, TIERWISE_URL: service.address, TIERWISE_TOKEN: await service.token('finance') }
  const complaints: string[] = []
  const output = { print: () => {}, complain: (text: string) => void complaints.push(text), isTerminal: true }
  await runCli(['upload', path, '--kind', kind, '--commit'], variables, output)
  expect(complaints).toEqual([])
}

async function open(path: string, options: { colorScheme?: 'light' | 'dark'; width?: number } = {}): Promise<Page> {
  const { colorScheme = 'light', width = 1440 } = options
  context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${service.address}${path}`)
  await page.getByRole('heading', { level: 1, name: 'Who is who' }).waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

const groups = async (page: Page) =>
  (await page.locator('.match-name').allTextContents()).map((text) => text.slice(0, 20))
const unmatched = (page: Page) =>
  page.getByRole('table', { name: 'What matching has gained' }).getByRole('row', { name: /^Unmatched/ })

test('one name is merged after a look at what it gains, with the keyboard alone', async () => {
  const page = await open('/who-is-who')
  await eventually(() => groups(page)).toEqual(people.map(([name]) => name.slice(0, 20)))
  await page.getByRole('button', { name: 'Merge Anna Smith Ltd into @annasmith' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'What it would change' })
  await dialog
    .getByRole('row', { name: /^Unmatched spend/ })
    .getByText('−$900.00')
    .waitFor()
  const commit = dialog.getByRole('button', { name: 'Commit' })
  await commit.focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await eventually(() => groups(page)).not.toContain('Anna Smith Ltd')
  await unmatched(page).getByText('−$900.00').waitFor()
})

test('what is left in the dialog changes nothing', async () => {
  const page = await open('/who-is-who')
  await page.getByRole('button', { name: 'Merge Bob Jones GmbH into bob.jones' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('row', { name: /^Unmatched spend/ }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await groups(page)).toContain('Bob Jones GmbH')
})

test('a pair is refused, remembered, and suggested again on request', async () => {
  const page = await open('/who-is-who')
  await page.getByRole('button', { name: 'Bob Jones GmbH and bob.jones are not the same' }).click()
  await eventually(() => groups(page)).not.toContain('Bob Jones GmbH')
  await page.getByRole('button', { name: 'Refused' }).click()
  await page.waitForURL(/list=refused/)
  await page.getByRole('button', { name: /^Suggest .*bob\.jones/i }).click()
  await page.getByText('Nothing is refused.').waitFor()
  await page.goBack()
  await eventually(() => groups(page)).toContain('Bob Jones GmbH')
})

test('several are merged at once, listed, and parted again', async () => {
  const page = await open('/who-is-who')
  await page.getByRole('checkbox', { name: 'Select: Carla Diaz SL is @carladiaz' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('checkbox', { name: 'Select: Dora Evans Inc is @dora_evans' }).check()
  await page.getByText('2 selected').waitFor()
  await page.getByRole('button', { name: 'Merge selected' }).click()
  await page.getByRole('dialog').getByText('−$1,300.00').first().waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Commit' }).click()
  await eventually(() => groups(page)).not.toContain('Carla Diaz SL')
  await page.getByRole('button', { name: 'Merged', exact: true }).click()
  const merged = page.getByRole('table', { name: 'Merged' })
  await merged.getByRole('checkbox', { name: 'Select Carla Diaz SL' }).check()
  await page.getByRole('button', { name: 'Part selected' }).click()
  await page.getByRole('dialog').getByText('+$700.00').first().waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Commit' }).click()
  await eventually(() => merged.getByText('Carla Diaz SL').count()).toBe(0)
  await eventually(() => merged.getByText('Dora Evans Inc').count()).toBe(1)
})

test('any two names are merged by hand, found by search', async () => {
  const page = await open('/who-is-who?list=names')
  const search = page.getByRole('searchbox', { name: 'Search names' })
  await search.fill('carla')
  await page.getByRole('checkbox', { name: 'Select Carla Diaz SL' }).check()
  await search.fill('bob.jones')
  await page.getByRole('checkbox', { name: 'Select bob.jones' }).check()
  await page.getByRole('button', { name: 'Merge 2 names' }).click()
  await page.getByRole('radio', { name: 'bob.jones' }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  const dialog = page.getByRole('dialog', { name: 'What it would change' })
  await dialog.getByRole('button', { name: 'Commit' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Merged', exact: true }).click()
  await search.fill('carla')
  await page.getByRole('table', { name: 'Merged' }).getByText('bob.jones').waitFor()
})

test('an executive is told that this is not for them', async () => {
  const response = await fetch(`${service.address}/api/w/main/matches`, {
    headers: { Authorization: `Bearer ${await service.token('executive')}` },
  })
  expect(response.status).toBe(403)
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`no list has an accessibility fault or is wider than the window, ${colorScheme}, ${width} pixels`, async () => {
      for (const list of ['suggested', 'names', 'merged', 'refused']) {
        const page = await open(`/who-is-who?list=${list}`, { colorScheme, width })
        await page.getByRole('table', { name: 'What matching has gained' }).waitFor()
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        if (process.env.SHOTS)
          await page.screenshot({ path: `${process.env.SHOTS}/${list}-${colorScheme}-${width}.png`, fullPage: true })
        await context?.close()
      }
    })
