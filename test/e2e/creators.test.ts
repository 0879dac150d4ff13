import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CreatorList } from '../../functions/contract/report.ts'
import { eventually } from './eventually.ts'
import { type OpenOptions, setScene } from './set-scene.ts'

const scene = setScene()
const { ask } = scene

async function open(path: string, options?: OpenOptions): Promise<Page> {
  const { page } = await scene.open(path, options)
  await page.getByRole('table', { name: 'Creators' }).waitFor()
  return page
}

const names = async (page: Page) => (await page.locator('tbody th').allTextContents()).slice(0, 8)

test('creators are ranked as the API ranks them, with the range of each and the top group', async () => {
  const { creators, metric } = await ask<CreatorList>('/creators?limit=8&sort=rank')
  expect(metric).toBe('cpa')
  const page = await open('/creators')
  await page.getByText(/^Ranked by Cost per conversion/).waitFor()
  await eventually(() => names(page)).toEqual(creators.map(({ name }) => name))
  const first = page.locator('tbody tr').filter({ has: page.getByRole('link', { name: creators[0]?.name ?? '' }) })
  await first.getByText('Top group').waitFor()
  expect(await first.locator('.range-bar').count()).toBe(1)
  await page.screenshot({ path: '/tmp/creators.png' })
  await page.getByRole('combobox', { name: 'Show' }).selectOption('top')
  await page.waitForURL(/show=top/)
  await eventually(async () => (await page.getByText('Top group').count()) > 1).toBe(true)
})

test('another metric ranks them anew', async () => {
  const { creators } = await ask<CreatorList>('/creators?limit=8&sort=rank&metric=roas')
  const page = await open('/creators?metric=roas')
  await page.getByText(/^Ranked by ROAS/).waitFor()
  await eventually(() => names(page)).toEqual(creators.map(({ name }) => name))
})
