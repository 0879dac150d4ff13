import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CampaignList } from '../../functions/contract/report.ts'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'

const scene = setScene()
const { open, ask } = scene

const refuse = (code: string, status: number) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: '', title: '', status, code, detail: 'Made up.', id: 'id-of-this' }),
  })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const whenWhole = (page: Page) => page.locator('.printed-question').waitFor({ state: 'attached' })
const campaignsPage = '**/assets/campaigns-page-*.js'

test('a page whose file could not be had is loaded on another try', async () => {
  const { page } = await open('/')
  await whenWhole(page)
  await page.route(campaignsPage, (route) => route.abort())
  await page.getByRole('link', { name: 'Campaigns' }).first().click()
  await heading(page, 'The service cannot be reached').waitFor()
  await page.unroute(campaignsPage)
  await page.getByRole('button', { name: 'Try again' }).click()
  await heading(page, 'Campaigns').waitFor()
})

test('and by itself when the connection is back', async () => {
  const { page, context } = await open('/')
  await whenWhole(page)
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Campaigns' }).first().click()
  await heading(page, 'The service cannot be reached').waitFor()
  await context.setOffline(false)
  await heading(page, 'Campaigns').waitFor()
})

test('a failure that the page does not know yet leaves the page standing, and it has an id', async () => {
  const { page, context } = await open('/')
  await page.route('**/api/w/main/report*', refuse('made-up-later', 409))
  await page.route('**/api/w/main/campaigns*', refuse('made-up-later', 409))
  // Coming back, the page asks for all that it shows.
  await context.setOffline(true)
  await page.getByText('You are offline.').waitFor()
  await context.setOffline(false)
  await page.getByText('These numbers may be out of date.').waitFor()
  await page.goto(`${scene.service.address}/campaigns?metric=roas`)
  await page.getByRole('heading', { name: 'Something went wrong on our side' }).waitFor()
  await page.getByText('Reference id-of-this').waitFor()
})

test('where the state of the books is not to be had, that is said, and no page claims what only it knows', async () => {
  const books = '**/api/w/main/books*'
  const { page } = await open('/', { before: (opened) => opened.route(books, refuse('storage-unavailable', 503)) })
  await page.getByText('The state of the books could not be loaded.').waitFor()
  const { campaigns } = await ask<CampaignList>('/campaigns?limit=1')
  for (const id of ['nope', campaigns[0]?.id]) {
    await page.goto(`${scene.service.address}/campaigns/${id}`)
    await page.getByRole('heading', { name: 'The books cannot be reached' }).waitFor()
    expect(await page.locator('.tile').count()).toBe(0)
  }
  await page.unroute(books)
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await heading(page, campaigns[0]?.name ?? '').waitFor()
  await eventually(() => page.getByText('The state of the books could not be loaded.').count()).toBe(0)
})

test('a service that does not answer is not called an absent connection, and is asked again', async () => {
  const { page } = await open('/snapshots')
  await page.getByRole('table', { name: 'Snapshots' }).waitFor()
  await page.route('**/api/**', (route) => route.abort('connectionrefused'))
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click()
  await page.getByText('Tierwise does not answer.').waitFor()
  expect(await page.getByText('You are offline.').count()).toBe(0)
  await page.getByRole('navigation').getByRole('link', { name: 'Snapshots' }).click()
  await page.getByText('Tierwise does not answer.').waitFor()
  await page.unroute('**/api/**')
  await eventually(() => page.getByText('Tierwise does not answer.').count()).toBe(0)
})

test.each([
  ['/uploads/nope', 'There is no such upload', 'All uploads'],
  ['/snapshots/abc/diff/7', 'The books have no such snapshot', 'All snapshots'],
  ['/snapshots/7/diff/999', 'The books have no such snapshot', 'All snapshots'],
])('%s is said in its own words', async (path, title, way) => {
  const { page } = await open(path)
  await heading(page, title).waitFor()
  await page.getByRole('main').getByRole('link', { name: way }).waitFor()
  expect(await page.getByText(/filters above|\^/).count()).toBe(0)
})

test('half a comparison in the address is named as left out', async () => {
  const { page } = await open('/?compareFrom=2025-01-01')
  await page.getByText('Part of the address could not be read and is left out: compareFrom.').waitFor()
})

test('executives are shown neither the list of campaigns nor the money of one', async () => {
  const { campaigns } = await ask<CampaignList>('/campaigns?limit=1')
  const { page } = await open(`/campaigns/${campaigns[0]?.id}`, { role: 'executive' })
  await page.getByRole('heading', { name: 'Shown to finance and admin' }).waitFor()
  expect(await page.locator('.tile').count()).toBe(0)
  await page.goto(`${scene.service.address}/creators`)
  await page.getByText('which your role does not see').waitFor()
  expect(await page.getByText('at least three').count()).toBe(0)
})

test('on a phone amounts near the limit stay within the screen', async () => {
  const { campaigns } = await ask<CampaignList>('/campaigns?limit=1')
  const { page } = await open('/', {
    width: 390,
    before: (opened) =>
      opened.route('**/api/w/main/report*', async (route) => {
        const response = await route.fetch()
        const report = await response.json()
        Object.assign(report.tiers.all, { spendMinor: 9e15, revenueMinor: 9e15, conversions: 9e15 })
        await route.fulfill({ response, json: report })
      }),
  })
  for (const path of ['/', `/campaigns/${campaigns[0]?.id}`]) {
    await page.goto(`${scene.service.address}${path}`)
    await page.getByText('9,000,000,000,000,000').first().waitFor()
    await page.getByText('$90,000,000,000,000').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
  }
})
