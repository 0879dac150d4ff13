import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CampaignList, CreatorList } from '../../functions/contract/report.ts'
import type { UploadList } from '../../functions/contract/upload.ts'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'
import { whenWhole } from './when-whole.ts'

const scene = setScene()
const { open, ask } = scene

test('the window is named after what it shows and the list that it stands in', async () => {
  const [creators, campaigns, uploads] = await Promise.all([
    ask<CreatorList>('/creators?limit=1'),
    ask<CampaignList>('/campaigns?limit=1'),
    ask<UploadList>('/uploads?limit=1'),
  ])
  const [creator] = creators.creators
  const [campaign] = campaigns.campaigns
  const [upload] = uploads.uploads
  const { page } = await open(`/creators/${creator?.id}`)
  await eventually(() => page.title()).toBe(`${creator?.name} · Creators · Tierwise`)
  await page.goto(`${scene.service.address}/campaigns/${campaign?.id}`)
  await eventually(() => page.title()).toBe(`${campaign?.name} · Campaigns · Tierwise`)
  await page.getByRole('link', { name: 'All campaigns' }).click()
  await eventually(() => page.title()).toBe('Campaigns · Tierwise')
  await page.goBack()
  await eventually(() => page.title()).toBe(`${campaign?.name} · Campaigns · Tierwise`)
  await page.goto(`${scene.service.address}/uploads/${upload?.id}`)
  await eventually(() => page.title()).toBe(`${upload?.filename} · Uploads · Tierwise`)
  await page.goto(`${scene.service.address}/snapshots/6/diff/7`)
  await eventually(() => page.title()).toBe('Snapshot 6 and 7 · Snapshots · Tierwise')
})

test('back leads to the row that one came from', async () => {
  const { page } = await open('/creators')
  await whenWhole(page)
  const frame = page.getByRole('group', { name: 'Creators' })
  const places = async () => [
    await page.evaluate(() => Math.round(scrollY)),
    await frame.evaluate((element) => Math.round(element.scrollTop)),
  ]
  await frame.waitFor()
  await frame.evaluate((element) => element.scrollTo(0, 900))
  await page.evaluate(() => scrollTo(0, 120))
  await eventually(places).toEqual([120, 900])
  // In one step: between two the rows may be drawn anew, and another would stand there.
  const name = await frame.evaluate((element) => {
    const row = element.querySelectorAll('a')[12]
    row?.click()
    return row?.textContent ?? ''
  })
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.goBack()
  await frame.waitFor()
  await eventually(places).toEqual([120, 900])
  await page.goForward()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
})

test('on a phone back leads to where the page was', async () => {
  const { page } = await open('/creators', { width: 390 })
  await whenWhole(page)
  await page.locator('.record').first().waitFor()
  await page.evaluate(() => scrollTo(0, 2400))
  const place = () => page.evaluate(() => Math.round(scrollY))
  await eventually(place).toBe(2400)
  await page
    .locator('.record a')
    .nth(9)
    .evaluate((element) => (element as HTMLElement).click())
  await page.getByRole('link', { name: 'All creators' }).waitFor()
  await page.goBack()
  await page.locator('.record').first().waitFor()
  await eventually(place).toBe(2400)
})

test('a new answer is told once where another question was asked, and the first one is not', async () => {
  const { page } = await open('/')
  await whenWhole(page)
  const told = page.locator('.page > [role="status"]')
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    const region = document.querySelector('.page > [role="status"]')
    const hear = () => region?.textContent && heard.push(region.textContent)
    new MutationObserver(hear).observe(region as Element, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  expect(await told.textContent()).toBe('')
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
  const sentence = async () => (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const first = await sentence()
  await page.evaluate(() => {
    history.pushState(null, '', '/?metric=roas')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  await eventually(sentence).not.toBe(first)
  await eventually(heard).toEqual([await sentence()])
})

async function drop(page: Page, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 700,
      y: 400,
      data: { items: [], files, dragOperationsMask: 1 },
    })
  }
}

test('a file that is dropped on another page goes to the uploads, and stays chosen while others are looked at', async () => {
  const { page } = await open('/')
  await whenWhole(page)
  const file = join(import.meta.dirname, 'eventually.ts')
  await drop(page, [file])
  const kind = page.getByRole('combobox', { name: 'Kind of eventually.ts' })
  await kind.waitFor()
  expect(new URL(page.url()).pathname).toBe('/uploads')
  await page.getByRole('link', { name: 'Snapshots' }).click()
  await page.getByRole('heading', { level: 1, name: 'Snapshots' }).waitFor()
  await page.goBack()
  await kind.waitFor()
})

test('who may not upload keeps the page', async () => {
  const { page } = await open('/', { role: 'executive' })
  await whenWhole(page)
  const before = page.url()
  await drop(page, [join(import.meta.dirname, 'eventually.ts')])
  await page.getByRole('link', { name: 'Snapshots' }).click()
  await page.getByRole('heading', { level: 1, name: 'Snapshots' }).waitFor()
  await page.goBack()
  expect(page.url()).toBe(before)
})

test('a folder is called one, and the same file twice is seen', async () => {
  const { page } = await open('/uploads')
  await page.getByRole('table', { name: 'History' }).waitFor()
  const folder = await mkdtemp(join(tmpdir(), 'tierwise-drop-'))
  await drop(page, [folder, join(import.meta.dirname, 'eventually.ts'), join(import.meta.dirname, 'eventually.ts')])
  await page.getByText(/is a folder\. Drop or choose the files in it/).waitFor()
  await page.getByText('The same file as eventually.ts above').waitFor()
  await eventually(() => page.getByRole('combobox', { name: /^Kind of/ }).count()).toBe(2)
})
