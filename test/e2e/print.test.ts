import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'

const { open } = setScene()

const share = { name: /went to micro creators/ }
const questionOf = (page: Page) => page.locator('.printed-question').textContent()

/** Whether something on the canvas has exactly this colour. */
async function draws(page: Page, colour: readonly number[]): Promise<boolean> {
  return page.getByRole('img', share).evaluate((element, [red, green, blue]) => {
    const canvas = element as HTMLCanvasElement
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue) return true
    }
    return false
  }, colour)
}

/** As `tokens.css` has them. */
const micro = { light: [7, 94, 104], dark: [47, 163, 181] }

test('a dark page is printed light, its charts too, and is dark again after it', async () => {
  const { page } = await open('/', { colorScheme: 'dark' })
  await eventually(() => draws(page, micro.dark)).toBe(true)
  await page.locator('.printed-question').waitFor({ state: 'attached' })
  const scheme = () => page.evaluate(() => document.documentElement.dataset.theme)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await draws(page, micro.light)).toBe(true)
  expect(await draws(page, micro.dark)).toBe(false)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await draws(page, micro.dark)).toBe(true)
  expect(await scheme()).toBeUndefined()
})

test('printing is what switches the theme, the chosen one too', async () => {
  const { page } = await open('/')
  await page.locator('.printed-question').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Dark' }).click()
  await page.evaluate(() => {
    const themes: (string | undefined)[] = []
    Object.assign(globalThis, { themes })
    for (const name of ['beforeprint', 'afterprint'])
      addEventListener(name, () => themes.push(document.documentElement.dataset.theme))
  })
  await page.pdf()
  const themes = () => page.evaluate(() => (globalThis as unknown as { themes: string[] }).themes)
  await eventually(themes).toEqual(['light', 'dark'])
})

test('what is asked stands on paper in words, and only there', async () => {
  const asked = '?from=2026-01-01&to=2026-03-31&compareFrom=2025-10-01&compareTo=2025-12-31'
  const { page } = await open(`/${asked}&metric=roas&spendBasis=paid&tier=micro&tier=macro&snapshot=7`)
  const question = page.locator('.printed-question')
  await eventually(() => questionOf(page)).toMatch(/Snapshot 7$/)
  expect(await question.isVisible()).toBe(false)
  const parts = (await questionOf(page))?.split(' · ')
  expect(parts?.[0]).toMatch(/1 Jan.–.31 Mar 2026/)
  expect(parts?.[1]).toMatch(/against 1 Oct.–.31 Dec 2025/)
  expect(parts?.slice(2)).toEqual([
    'ROAS',
    'By period',
    'Spend: Paid',
    'Overhead: Apart',
    'Tier: Micro, Macro',
    'Workspace: main',
    'Snapshot 7',
  ])
  await page.emulateMedia({ media: 'print' })
  await question.waitFor({ state: 'visible' })
  expect(await page.locator('.top-bar').isVisible()).toBe(false)
})

test('with the reader’s own colours, charts keep hue and paper, and marks, bars and badges are seen', async () => {
  const { page } = await open('/', { forcedColors: 'active' })
  await page.locator('.printed-question').waitFor({ state: 'attached' })
  await eventually(() => draws(page, micro.light)).toBe(true)
  const styleOf = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name)
  expect(await styleOf('.chart-frame canvas', 'background-color')).toBe('rgb(255, 255, 255)')
  expect(await styleOf('.side .badge', 'border-top-style')).toBe('solid')
  const paper = await styleOf('body', 'background-color')
  expect(await styleOf('.mark-other', 'background-color')).not.toBe(paper)
})

test('with the reader’s own colours, how far something is can be seen', async () => {
  const { page } = await open('/campaigns', { forcedColors: 'active' })
  await page.locator('.printed-question').waitFor({ state: 'attached' })
  await page.getByRole('table', { name: 'Campaigns' }).getByRole('link').first().click()
  const bar = page.locator('.budget-bar').first()
  await bar.waitFor()
  expect(await bar.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  const [paper, paid] = await bar.evaluate((element) => [
    getComputedStyle(element).backgroundColor,
    getComputedStyle(element.querySelector('.status-paid') ?? element).fill,
  ])
  expect(paper).not.toBe(paid)
})
