import { expect, test } from 'vitest'
import type { CreatorList } from '../../functions/contract/report.ts'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'

const scene = setScene()

const total = 5000
const pageRows = 200

test('five thousand creators are read page by page, drawn and said', async () => {
  const context = await scene.browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const asked: (string | null)[] = []
  await page.route('**/api/w/main/creators*', async (route) => {
    const url = new URL(route.request().url())
    const start = Number(url.searchParams.get('cursor') ?? 0)
    asked.push(url.searchParams.get('cursor'))
    url.searchParams.delete('cursor')
    const response = await route.fetch({ url: url.href })
    const list = (await response.json()) as CreatorList
    const [like] = list.creators
    const creators = Array.from({ length: pageRows }, (_, at) => {
      const followers = Math.round(1000 * 1.0016 ** (start + at))
      const tiers = [(start + at) % 5 === 0 ? 'macro' : 'micro']
      const cpa = { kind: 'exact', point: 1000 + start + at }
      const metrics = { ...like?.metrics, cpa }
      return { ...like, id: String(start + at), name: `@made${start + at}`, followers, tiers, metrics }
    })
    const next = start + pageRows < total ? String(start + pageRows) : null
    await route.fulfill({ response, json: { ...list, creators, total, next } })
  })
  await page.goto(scene.service.address)
  // One cent apart from 1,000 cents on, each fifth a macro creator.
  const said = 'Half of 4,000 micro creators stay below $35.00, half of 1,000 macro creators stay below $34.98.'
  const scatter = page.getByRole('img', { name: said })
  await scatter.waitFor({ timeout: 60_000 })
  expect(asked).toEqual(Array.from({ length: total / pageRows }, (_, at) => (at === 0 ? null : String(at * pageRows))))
  const inked = () =>
    scatter.evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement
      const pen = (canvas as HTMLCanvasElement).getContext('2d')
      return pen?.getImageData(0, 0, width, height).data.some((value) => value !== 0)
    })
  await eventually(inked).toBe(true)
  await page.getByText('Creators on the same spot share a mark').waitFor()
  await context.close()
})

test('on a machine so slow that answers come before the page listens, nothing is missed', async () => {
  const page = await scene.browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(() => {
    const later = setTimeout
    const slow = (work: () => void, ms = 0): ReturnType<typeof setTimeout> => later(work, ms + 500)
    Object.assign(globalThis, {
      setTimeout: slow,
      requestAnimationFrame: (work: (time: number) => void) => slow(() => work(performance.now())),
    })
  })
  // The session comes when the page is drawn and does not listen yet.
  const drawn = page.waitForRequest(/overview-page.*\.js/).then((request) => request.response())
  await page.route('**/api/local/session', async (route) => {
    await drawn
    await page.evaluate(() => new Promise((resolve) => queueMicrotask(() => resolve(null))))
    await route.continue()
  })
  await page.goto(scene.service.address)
  await page.getByRole('img', { name: /micro creators stay below/ }).waitFor()
  await page.close()
})

test('executives are told why single creators are not shown', async () => {
  const page = await scene.browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const session = await fetch(`${scene.service.address}/api/local/session`, {
    method: 'POST',
    headers: { Origin: scene.service.address, 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ role: 'executive' }),
  })
  await page.addInitScript((kept) => sessionStorage.setItem('tierwise.session', kept), await session.text())
  await page.goto(scene.service.address)
  await page.getByText('Withheld from your role').waitFor()
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => /\/(creators|campaigns|uploads)$/.test(path))).toEqual([])
  await page.close()
})
