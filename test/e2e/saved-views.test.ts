import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Report } from '../../functions/contract/report.ts'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'

const scene = setScene()
const { open, ask } = scene

const menu = (page: Page) => page.getByRole('dialog', { name: 'Views' })
const list = (page: Page) => menu(page).getByRole('list', { name: 'Saved views' })
const headline = (page: Page) => page.locator('.hero h1')

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await menu(page).getByText('Saved views').waitFor()
}

async function save(page: Page, name: string, choices: string[] = []): Promise<void> {
  await openMenu(page)
  await menu(page).getByLabel('Name').fill(name)
  for (const choice of choices) await menu(page).getByLabel(choice).check()
  await menu(page).getByRole('button', { name: 'Save' }).click()
  await menu(page).getByText(`“${name}” is saved.`).waitFor()
}

/** Takes the sample out, upload by upload, so that the newest numbers are others. */
async function emptyBooks(): Promise<void> {
  const headers = { Authorization: `Bearer ${await scene.service.token('admin')}` }
  await fetch(`${scene.service.address}/api/w/main/sample/remove`, { method: 'POST', headers })
  await eventually(async () => (await ask<Report>('/report')).tiers.all.spendMinor).toBe(0)
}

test('what is shared is opened by others, what is not is not there for them', async () => {
  const { page, complaints } = await open('/?platform=tiktok', { role: 'finance' })
  await save(page, 'TikTok', ['Shared with everybody'])
  await menu(page).getByLabel('Name').fill('Only mine')
  await menu(page).getByLabel('Shared with everybody').uncheck()
  await menu(page).getByRole('button', { name: 'Save' }).click()
  await list(page).getByRole('link', { name: 'Only mine' }).waitFor()
  expect(complaints).toEqual([])

  const { page: other } = await open('/claims', { role: 'executive' })
  await openMenu(other)
  await list(other).getByRole('link', { name: 'TikTok' }).waitFor()
  expect(await list(other).getByRole('link').allTextContents()).toEqual(['TikTok'])
  expect(await list(other).getByRole('button').count()).toBe(0)
  await list(other).getByRole('link', { name: 'TikTok' }).click()
  await other.waitForURL(/\/\?platform=tiktok$/)
  const { comparison } = await ask<Report>('/report?platform=tiktok')
  await eventually(() => headline(other).textContent()).toBe(comparison.sentence)
  await eventually(() => menu(other).isVisible()).toBe(false)
})

test('its maker renames, shares and deletes it; a name in use says so', async () => {
  const { page } = await open('/?platform=youtube', { role: 'executive' })
  await save(page, 'YouTube')
  await menu(page).getByLabel('Name').fill('youtube')
  await menu(page).getByRole('button', { name: 'Save' }).click()
  await menu(page).getByText('Choose another name').waitFor()
  await list(page).getByRole('button', { name: 'Change “YouTube”' }).click()
  const form = menu(page).getByRole('form', { name: 'Change “YouTube”' })
  await form.getByLabel('Name').fill('Videos')
  await form.getByLabel('Shared with everybody').check()
  await form.getByRole('button', { name: 'Change' }).click()
  await menu(page).getByText('“Videos” is changed.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('“Videos” is changed.')
  await list(page).getByText('shared by executive').waitFor()
  await list(page).getByRole('button', { name: 'Change “Videos”' }).click()
  await list(page).getByRole('button', { name: 'Delete' }).click()
  await list(page).getByText('It is gone for everybody.').waitFor()
  await list(page).getByRole('button', { name: 'Delete' }).click()
  await menu(page).getByText('“Videos” is deleted.').waitFor()
  await eventually(() => list(page).getByRole('link', { name: 'Videos' }).count()).toBe(0)
})

test('it is whole at any width, in light and dark', async () => {
  for (const width of [1440, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints } = await open('/claims', { width, colorScheme })
      await openMenu(page)
      await menu(page).getByText('Opened later, it shows the same numbers.').waitFor()
      const { violations } = await new AxeBuilder({ page }).include('.saved-views').analyze()
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      expect(said, `${width}, ${colorScheme}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const box = await menu(page).boundingBox()
      expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true)
      expect(complaints).toEqual([])
    }
})

test('opened after the books have changed, a pinned view says what it said, and one that follows says the new', async () => {
  const { page } = await open('/', { role: 'finance' })
  const before = await ask<Report>('/report')
  await save(page, 'Pinned', [`Snapshot ${before.snapshot.number}`])
  await menu(page).getByLabel('Name').fill('Following')
  await menu(page).getByLabel('The newest').check()
  await menu(page).getByRole('button', { name: 'Save' }).click()
  await list(page).getByRole('link', { name: 'Following' }).waitFor()
  await emptyBooks()
  await page.reload()
  await openMenu(page)
  await list(page).getByRole('link', { name: 'Pinned' }).click()
  await page.waitForURL(new RegExp(`snapshot=${before.snapshot.number}$`))
  await eventually(() => headline(page).textContent()).toBe(before.comparison.sentence)
  await openMenu(page)
  await list(page).getByRole('link', { name: 'Following' }).click()
  await page.waitForURL(`${scene.service.address}/`)
  await page.getByText('The books are empty.').waitFor()
})
