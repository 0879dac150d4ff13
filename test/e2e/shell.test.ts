import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'
import { whenWhole } from './when-whole.ts'

const scene = setScene()
const { open } = scene

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

const paths = [
  '/',
  '/claims',
  '/campaigns',
  '/creators',
  '/uploads',
  '/months',
  '/settings',
  '/snapshots',
  '/snapshots/6/diff/7',
  '/nowhere',
]

test.each(['light', 'dark'] as const)(
  'every page is accessible in %s, and the browser has nothing to say',
  async (colorScheme) => {
    const { page, complaints } = await open('/', { colorScheme })
    for (const path of paths) {
      await page.goto(`${scene.service.address}${path}`)
      await page.locator('main h1, main h2').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await violations(page), path).toEqual([])
    }
    expect(complaints).toEqual([])
  },
)

test('the Overview says what the API says', async () => {
  const { page } = await open('/')
  const response = await fetch(`${scene.service.address}/api/w/main/report`, {
    headers: { Authorization: `Bearer ${await scene.service.token('executive')}` },
  })
  const report = (await response.json()) as { comparison: { sentence: string } }
  await page.getByRole('heading', { level: 1, name: report.comparison.sentence }).waitFor()
  await page.getByRole('img', { name: /went to micro/ }).waitFor()
})

test('by keyboard: skip to the content, choose a range, come back', async () => {
  const { page } = await open('/')
  await whenWhole(page)
  await page.keyboard.press('Tab')
  await eventually(() => focused(page)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('content')
  await page.getByRole('button', { name: /All data/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Latest 90 days' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/from=2026-04-02&to=2026-06-30/)
  await eventually(() => focused(page)).toContain('2 Apr')
  await page.goBack()
  await page.getByRole('button', { name: /All data/ }).waitFor()
  await page.goForward()
  await page.getByRole('button', { name: /2 Apr.–.30 Jun 2026/ }).waitFor()
})

test('the same address is the same view, and links keep it', async () => {
  const { page } = await open('/?from=2026-01-01&to=2026-03-31&tier=micro')
  await page.getByRole('button', { name: 'Remove the filter Tier: Micro' }).waitFor()
  await page.getByRole('link', { name: 'Campaigns' }).click()
  await page.waitForURL(/\/campaigns\?from=2026-01-01&to=2026-03-31&tier=micro/)
  await page.reload()
  await page.getByRole('button', { name: /1 Jan.–.31 Mar 2026/ }).waitFor()
})

test('another role sees other pages', async () => {
  const { page } = await open('/')
  await page.getByRole('link', { name: 'Uploads' }).waitFor()
  await page.getByRole('button', { name: /Role: Admin/ }).click()
  await page.getByRole('menuitemradio', { name: 'Executive' }).click()
  await page.getByRole('button', { name: /Role: Executive/ }).waitFor()
  await page.getByRole('link', { name: 'Uploads' }).waitFor({ state: 'detached' })
  await page.getByText('Finance can remove it.').waitFor()
})

test('on a phone the bar of pages shows the present one', async () => {
  const { page } = await open('/settings', { width: 390 })
  const current = page.locator('.side [aria-current="page"]')
  const place = async () => {
    const box = await current.boundingBox()
    return box && [Math.round(box.x) >= 0, Math.round(box.x + box.width) <= 390]
  }
  await eventually(place).toEqual([true, true])
})

test('on a phone nothing is wider than the screen', async () => {
  const { page } = await open('/', { width: 390 })
  for (const path of paths) {
    await page.goto(`${scene.service.address}${path}`)
    await page.locator('main h1, main h2').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
  }
})

// Last: it empties the books.
test('the sample data can be removed, and the books are empty then', async () => {
  const { page, complaints } = await open('/')
  await page.getByRole('button', { name: 'Remove it and start with yours' }).click()
  await page.getByRole('button', { name: 'Remove the sample data', exact: true }).click()
  await page.getByRole('heading', { name: 'The books are empty.' }).waitFor({ timeout: 60_000 })
  await page.getByText('This is sample data.').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})
