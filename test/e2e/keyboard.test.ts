import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'

const { open } = setScene()

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: found } = document
    return found === document.body ? 'BODY' : (found?.getAttribute('aria-label') ?? found?.textContent ?? '')
  })
/** One of the bar itself, not of what it opens. */
const chip = (page: Page, hasText: RegExp) => page.locator('.controls > button').filter({ hasText })
const search = (page: Page) => new URL(page.url()).searchParams.toString()

test.each([
  ['Range', /All data/],
  ['Compare with', /Not compared/],
  ['Metric', /Cost per/],
  ['How it counts', /How it counts/],
  ['Filters', /^Filters/],
])('Escape in “%s” gives the focus back to its button', async (title, name) => {
  const { page } = await open('/')
  const button = chip(page, name)
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: title })
  await eventually(() => dialog.evaluate((found) => found.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await eventually(() => button.evaluate((found) => found === document.activeElement)).toBe(true)
})

test('the menu of roles: Escape gives the focus back, Tab closes it and goes on', async () => {
  const { page } = await open('/')
  const button = page.getByRole('button', { name: /Role: Admin/ })
  const menu = page.getByRole('menu')
  await button.focus()
  await page.keyboard.press('Enter')
  await eventually(() => focused(page)).toContain('Executive')
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'hidden' })
  await eventually(() => focused(page)).toContain('Role: Admin')
  await page.keyboard.press('Enter')
  await eventually(() => focused(page)).toContain('Executive')
  await page.keyboard.press('Tab')
  await menu.waitFor({ state: 'hidden' })
  await eventually(() => focused(page)).toContain('All data')
})

test('a click on the button of what is open closes it', async () => {
  const { page } = await open('/')
  const button = chip(page, /All data/)
  await button.click()
  await page.getByRole('dialog', { name: 'Range' }).waitFor()
  await button.click()
  await page.getByRole('dialog', { name: 'Range' }).waitFor({ state: 'hidden' })
})

test('arrows walk the metrics from the one that holds, and Enter chooses', async () => {
  const { page } = await open('/?metric=cpm')
  await page.locator('.controls').getByRole('button', { name: 'CPM' }).focus()
  await page.keyboard.press('Enter')
  const checked = () => page.getByRole('dialog').getByRole('radio', { checked: true }).evaluateAll(namesOf)
  await eventually(() => page.evaluate(() => document.activeElement?.parentElement?.textContent)).toMatch(/^CPM/)
  for (const metric of [/^Cost per engagement/, /^Cost per click/]) {
    await page.keyboard.press('ArrowDown')
    await eventually(checked).toEqual([expect.stringMatching(metric)])
    expect(search(page)).toBe('metric=cpm')
  }
  await page.keyboard.press('Enter')
  await eventually(async () => search(page)).toBe('metric=cpc')
  await eventually(() => focused(page)).toBe('Cost per click')
  // One choice is one step: the walk has left none.
  await page.goBack()
  await eventually(async () => search(page)).toBe('metric=cpm')
})

const namesOf = (found: Element[]) => found.map((each) => each.parentElement?.textContent)

test('a click chooses a metric at once', async () => {
  const { page } = await open('/')
  await page
    .locator('.controls')
    .getByRole('button', { name: /Cost per/ })
    .click()
  await page.getByRole('radio', { name: /^ROAS/ }).click()
  await eventually(async () => search(page)).toBe('metric=roas')
  await page.getByRole('dialog', { name: 'Metric' }).waitFor({ state: 'hidden' })
})

test('the focus goes from a filter that is taken away to the next one, and at last to Filters', async () => {
  const { page } = await open('/?tier=micro&tier=macro')
  await page.getByRole('button', { name: 'Remove the filter Tier: Micro' }).focus()
  await page.keyboard.press('Enter')
  await eventually(async () => search(page)).toBe('tier=macro')
  await eventually(() => focused(page)).toBe('Remove the filter Tier: Macro')
  await page.keyboard.press('Enter')
  await eventually(async () => search(page)).toBe('')
  await eventually(() => focused(page)).toBe('Filters')
})

test('clearing all filters leaves the focus among them', async () => {
  const { page } = await open('/?tier=micro')
  await page
    .locator('.controls')
    .getByRole('button', { name: /^Filters/ })
    .click()
  await page.getByRole('button', { name: 'Clear all' }).focus()
  await page.keyboard.press('Enter')
  await eventually(async () => search(page)).toBe('')
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
})
