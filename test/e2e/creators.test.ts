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

async function openFirst(): Promise<Page> {
  const page = await open('/creators')
  await page.locator('tbody th').first().getByRole('link').click()
  await page.waitForURL(/\/creators\/[0-9a-f]{12}/)
  return page
}

test('one creator: rank, posts page by page, tiers, and notes that stay', async () => {
  const { creators } = await ask<CreatorList>('/creators?limit=1&sort=rank')
  const page = await openFirst()
  await page.getByRole('heading', { level: 1, name: creators[0]?.name ?? '' }).waitFor()
  const among = page.getByRole('region', { name: 'Among the creators of the range' })
  await among.getByText('Top group').waitFor()
  const posts = page.getByRole('table', { name: 'Posts' })
  await posts.getByRole('rowheader').first().waitFor()
  await page.getByRole('table', { name: 'Tier over time' }).waitFor()
  await page.getByRole('table', { name: 'Tier in each deal' }).waitFor()
  await page.getByLabel('A note for whoever books next').fill('<b>Great</b> to work with')
  await page.getByRole('button', { name: 'Add the note' }).click()
  await page.getByText('<b>Great</b> to work with').waitFor()
  await page.reload()
  await page.getByText('<b>Great</b> to work with').waitFor()
  await page.getByRole('button', { name: /^Delete the note/ }).click()
  await page.getByText('Nobody has written about this creator yet.').waitFor()
})

test('the shortlist is ticked in the list or on the creator’s page, shown alone and downloaded', async () => {
  const { creators } = await ask<CreatorList>('/creators?limit=2&sort=rank')
  const [first = '', second = ''] = creators.map(({ name }) => name)
  const page = await openFirst()
  await page.getByRole('button', { name: 'Put on the shortlist' }).click()
  await page.getByRole('button', { name: 'Take off the shortlist' }).waitFor()
  await page.goBack()
  const box = (name: string) => page.getByRole('checkbox', { name: `Shortlist ${name}` })
  await eventually(() => box(first).isChecked()).toBe(true)
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT')
  await box(second).check()
  await saved
  await page.getByRole('combobox', { name: 'Show' }).selectOption('shortlist')
  await eventually(() => names(page)).toEqual([first, second])
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the shortlist' }).click()
  const file = await (await downloading).createReadStream()
  const text = (await file.toArray()).join('')
  expect(text.split('\r\n').map((line) => line.split(',')[0])).toEqual(['creator', `'${first}`, `'${second}`, ''])
  // With it goes its row.
  await box(second).click()
  await eventually(() => names(page)).toEqual([first])
})

/** Creators that no file has brought, each with figures of its own. */
async function serveMany(page: Page, total: number): Promise<void> {
  const { creators, ...list } = await ask<CreatorList>('/creators?limit=1&sort=rank')
  const [one] = creators
  if (!one) throw new Error('the sample has no creators')
  const rowOf = (at: number) => {
    const point = 1000 + ((at * 7919) % total)
    const estimate = { kind: 'interval', point, low: point * 0.7, high: point * 1.5, creators: total }
    const id = at.toString(16).padStart(12, '0')
    const ranking = { ...one.ranking, estimate, rank: ((at * 7919) % total) + 1, topGroup: at % 100 === 0 }
    return { ...one, id, name: `@creator${at}`, spendMinor: (at * 104_729) % 1_000_000, ranking }
  }
  await page.route('**/api/w/main/creators?**', (route) => {
    const start = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)
    const end = Math.min(start + 200, total)
    const rows = Array.from({ length: end - start }, (_, at) => rowOf(start + at))
    return route.fulfill({ json: { ...list, creators: rows, total, next: end < total ? String(end) : null } })
  })
}

/** Milliseconds from an action in the page to the next frame that is drawn after it. */
function timed(page: Page, selector: string, act: 'click' | 'type', text = ''): Promise<number> {
  return page.evaluate(
    async ([selector, act, text]) => {
      const element = document.querySelector(selector) as HTMLElement
      const start = performance.now()
      if (act === 'click') element.click()
      else {
        ;(element as HTMLInputElement).value = text
        element.dispatchEvent(new Event('input', { bubbles: true }))
      }
      // The second frame begins when the first one is drawn.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      return performance.now() - start
    },
    [selector, act, text] as const,
  )
}

test('five thousand creators are sorted and filtered within 100 ms', async () => {
  const { page } = await scene.open('')
  await serveMany(page, 5000)
  await page.goto(`${scene.service.address}/creators`)
  await page.getByText('5,000 in all').waitFor()
  const heads = 'thead th:nth-child'
  const took: number[] = []
  for (let round = 0; round < 3; round++) {
    // The name, the rank, the likely value.
    for (const at of [3, 1, 2]) took.push(await timed(page, `${heads}(${at}) button`, 'click'))
    took.push(await timed(page, 'input[type=search]', 'type', `@creator${round}`))
    took.push(await timed(page, 'input[type=search]', 'type', ''))
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  expect(median(took)).toBeLessThan(100)
})
