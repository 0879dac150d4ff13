import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CreatorList, CreatorRow } from '../../functions/contract/report.ts'
import { eventually } from './eventually.ts'
import { type OpenOptions, setScene } from './set-scene.ts'

const scene = setScene()
const { ask } = scene

async function open(path: string, options?: OpenOptions): Promise<Page> {
  const { page } = await scene.open(path, options)
  return page
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${scene.service.address}${path}`)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** The first names: how many rows are drawn below them depends on the window. */
const names = async (page: Page) => (await page.locator('tbody th').allTextContents()).slice(0, 10)
const isTable = (page: Page, name: string) => page.getByRole('table', { name })

test('creators are sorted, searched and chosen by address, and back leads back', async () => {
  const page = await open('/creators')
  await isTable(page, 'Creators').waitFor()
  const bySpend = await names(page)
  await page.getByRole('button', { name: 'Followers' }).click()
  await page.waitForURL(/sort=followers/)
  await eventually(() => names(page)).not.toEqual(bySpend)
  await page.getByRole('searchbox').fill('atlas')
  await page.waitForURL(/search=atlas/)
  const areFound = async () => (await names(page)).every((name) => name.includes('atlas'))
  await eventually(areFound).toBe(true)
  const found = await names(page)
  expect(found.length).toBeGreaterThan(0)
  await page.reload()
  await eventually(() => names(page)).toEqual(found)
  await page.goBack()
  await page.waitForURL((url) => url.search === '')
  await eventually(() => names(page)).toEqual(bySpend)
  await page.goForward()
  await page.waitForURL(/search=atlas/)
  await eventually(() => names(page)).toEqual(found)
})

test('columns are chosen by keyboard and stand in the address', async () => {
  const page = await open('/campaigns')
  await page.getByRole('button', { name: 'Columns' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Overhead' }).focus()
  await page.keyboard.press('Space')
  await page.waitForURL(/columns=.*overhead/)
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: 'Overhead' }).waitFor()
  await page.reload()
  await page.getByRole('columnheader', { name: 'Overhead' }).waitFor()
})

test('a creator’s page says what the API says', async () => {
  const { creators } = await ask<CreatorList>('/creators?limit=1&sort=rank')
  const [first] = creators
  const page = await open('/creators')
  await page.getByRole('link', { name: first?.name ?? '', exact: true }).click()
  await page.waitForURL(new RegExp(`/creators/${first?.id}`))
  await page.getByRole('heading', { level: 1, name: first?.name ?? '' }).waitFor()
  await page.getByRole('heading', { name: 'Spend over time' }).waitFor()
  const money = ((first?.spendMinor ?? 0) / 100).toLocaleString('en', { style: 'currency', currency: 'USD' })
  await page.locator('.tile').filter({ hasText: 'Spend' }).getByText(money).waitFor()
  await eventually(() => isTable(page, 'Campaigns').locator('tbody tr').count()).toBe(first?.campaigns)
  await page.getByRole('combobox', { name: 'Measure' }).selectOption('conversions')
  await page.waitForURL(/measure=conversions/)
  await page.goBack()
  await page.goBack()
  await isTable(page, 'Creators').waitFor()
})

test('a campaign’s page has its creators and its budget', async () => {
  const page = await open('/campaigns')
  const link = isTable(page, 'Campaigns').getByRole('link').first()
  const name = (await link.textContent()) ?? ''
  await link.click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByText(/^Spent .* over all its time$/).waitFor()
  await isTable(page, 'Creators').waitFor()
  await page.getByText('Show as a table').click()
  await page.getByRole('columnheader', { name: 'Other tiers' }).waitFor()
})

test('executives read why money of single creators is not shown', async () => {
  const page = await open('/creators')
  await page.getByRole('button', { name: /Role: Admin/ }).click()
  await page.getByRole('menuitemradio', { name: 'Executive' }).click()
  await page.getByRole('heading', { name: 'Shown to finance and admin' }).waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
})

test('two snapshots are chosen and compared, and one is opened as it was', async () => {
  const page = await open('/snapshots')
  for (const number of [5, 7]) await page.getByRole('checkbox', { name: `Compare snapshot ${number}` }).check()
  await page.getByRole('link', { name: 'Compare 5 and 7' }).click()
  await page.waitForURL(/\/snapshots\/5\/diff\/7/)
  await page.getByRole('link', { name: 'sample-performance.csv' }).waitFor()
  await isTable(page, 'The headline of both').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Compare 5 and 7' }).waitFor()
  const row = page.getByRole('row').filter({ has: page.getByRole('checkbox', { name: 'Compare snapshot 5' }) })
  await row.getByRole('link', { name: 'Campaigns' }).click()
  await page.waitForURL(/\/campaigns\?snapshot=5/)
  await page.getByText(/You are looking at/).waitFor()
  await page.reload()
  await page.getByText(/You are looking at/).waitFor()
})

const strange = ['<script>document.title="x"</script>', 'مرحبا بالعالم', '🌷👩‍👩‍👧‍👦', 'W'.repeat(300)]

/** Creators that no file has brought: `total` of them, the first with names that break careless pages. */
async function serveCreators(page: Page, total: number): Promise<void> {
  const { creators, ...list } = await ask<CreatorList>('/creators?limit=1')
  const rowOf = (at: number) => {
    const id = at.toString(16).padStart(12, '0') as CreatorRow['id']
    return { ...creators[0], id, name: strange[at] ?? `@creator${at}`, spendMinor: (total - at) * 100 }
  }
  await page.route('**/api/w/main/creators?**', (route) => {
    const start = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)
    const end = Math.min(start + 200, total)
    const page = Array.from({ length: end - start }, (_, at) => rowOf(start + at))
    return route.fulfill({ json: { ...list, creators: page, total, next: end < total ? String(end) : null } })
  })
}

test('five thousand creators: few are drawn, all are found', async () => {
  const page = await open('')
  await serveCreators(page, 5000)
  await go(page, '/creators')
  await page.getByText('5,000 in all').waitFor()
  expect(await page.locator('tbody tr').count()).toBeLessThan(60)
  await eventually(async () => (await names(page)).slice(0, 4)).toEqual(strange)
  const frame = page.getByRole('group', { name: 'Creators' })
  await frame.focus()
  await page.keyboard.press('End')
  await page.getByRole('link', { name: '@creator4999', exact: true }).waitFor()
  const top = await frame.evaluate((element) => element.getBoundingClientRect().top)
  const head = page.locator('thead th').first()
  await eventually(async () => {
    const found = await head.evaluate((element) => element.getBoundingClientRect().top)
    return Math.round(found - top)
  }).toBeLessThan(2)
  await page.getByRole('searchbox').fill('@creator3210')
  await page.getByText('1 of 5,000').waitFor()
  expect(await page.title()).not.toBe('x')
})

test('on a phone rows are cards, and no name is wider than the screen', async () => {
  const page = await open('', { width: 390 })
  await serveCreators(page, 1000)
  await go(page, '/creators')
  await page.getByText('1,000 in all').waitFor()
  expect(await page.locator('.record').count()).toBeLessThan(40)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('name')
  await page.waitForURL(/sort=name/)
})

test.each(['light', 'dark'] as const)(
  'lists and single pages are accessible in %s, wide and narrow',
  async (colorScheme) => {
    const { creators } = await ask<CreatorList>('/creators?limit=1')
    const { campaigns } = await ask<{ campaigns: { id: string }[] }>('/campaigns?limit=1')
    const single = [`/creators/${creators[0]?.id}`, `/campaigns/${campaigns[0]?.id}`]
    const paths = [
      '/campaigns',
      '/creators',
      ...single,
      '/snapshots?chosen=5',
      '/snapshots/5/diff/7',
      '/creators?snapshot=2',
    ]
    const page = await open('', { colorScheme })
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      for (const path of paths) {
        await go(page, path)
        const { violations } = await new AxeBuilder({ page }).analyze()
        const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
        expect(said, `${path} at ${width}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
      }
    }
  },
)
