import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { type Service, startService } from './start-service.ts'

let service: Service
let browser: Browser
let context: BrowserContext | undefined
beforeAll(async () => {
  ;[service, browser] = await Promise.all([startService({ sample: false }), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})
afterEach(async () => {
  await context?.close()
  context = undefined
})

type Opened = { page: Page; complaints: string[] }
type Options = { colorScheme?: 'light' | 'dark'; width?: number; role?: string }

async function open(path: string, { colorScheme = 'light', width = 1440, role }: Options = {}): Promise<Opened> {
  context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  if (role) {
    const session = JSON.stringify({ token: await service.token(role), name: role, role })
    await page.addInitScript((kept) => sessionStorage.setItem('tierwise.session', kept), session)
  }
  await page.goto(`${service.address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, complaints }
}

const csv = (name: string, lines: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
const spend = csv('spend.csv', [
  'date,campaign,creator,platform,line_id,amount,currency',
  '2026-03-02,Spring,@anna,instagram,S-1,1000.00,USD',
  '2026-03-03,Spring,@big,instagram,S-2,4000.00,USD',
])
const results = csv('results.csv', [
  'date,campaign,creator,platform,post,published,followers,impressions,clicks,conversions,revenue,currency',
  '2026-03-02,Spring,@anna,instagram,p1,2026-03-02,20000,30000,300,50,2500.00,USD',
  '2026-03-03,Spring,@big,instagram,p2,2026-03-03,900000,200000,900,80,4000.00,USD',
])
const nasty = `<script>alert(1)</script> مرحبا بالعالم 😀 ${'x'.repeat(180)}`
const broken = csv(`${nasty}.csv`, [
  'date,campaign,creator,platform,line_id,amount,currency',
  '2026-04-02,Summer,@anna,instagram,B-1,500.00,USD',
  `2026-04-03,Summer,@anna,instagram,B-2,"<script>alert(2)</script> مرحبا 😀 ${'y'.repeat(250)}",USD`,
])

/** Goes to an element by its name and presses a key on it: what a keyboard can do, and no more. */
async function press(page: Page, role: 'button' | 'link', name: string | RegExp, key = 'Enter'): Promise<void> {
  const target = page.getByRole(role, { name }).first()
  await target.focus()
  expect(await target.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press(key)
}

async function chooseByKeyboard(page: Page, name: string | RegExp, files: ReturnType<typeof csv>[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await press(page, 'button', name)
  await (await chooser).setFiles(files)
}

const state = (page: Page, text: string) => page.getByRole('heading', { name: text }).waitFor()

async function commitNext(page: Page, filename: string): Promise<void> {
  await page.goto(`${service.address}/uploads`)
  await press(page, 'link', filename)
  await state(page, 'Checked, and ready to commit')
  await press(page, 'button', 'Commit')
  await state(page, 'Committed: it counts')
}

test('by keyboard alone: upload two files, look at the preview, commit, revert, commit again', async () => {
  const { page, complaints } = await open('/uploads')
  await page.getByRole('heading', { name: 'Nothing was uploaded yet' }).waitFor()
  await chooseByKeyboard(page, /Choose files/, [spend, results])
  await page.getByText('Files to upload').waitFor()
  const kinds = page.getByRole('combobox', { name: /^Kind of/ })
  expect(await kinds.evaluateAll((found) => found.map((each) => (each as HTMLSelectElement).value))).toEqual([
    'spend',
    'results',
  ])
  // The focus waits on the next step.
  await page.getByRole('button', { name: 'Upload 2 files' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Upload 2 files')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Review and commit' }).nth(1).waitFor()

  await press(page, 'link', 'spend.csv')
  await state(page, 'Checked, and ready to commit')
  await page.getByRole('cell', { name: '$5,000.00' }).first().waitFor()
  await press(page, 'link', 'Open the dashboard with this preview')
  await page.getByText('You are looking at a preview.').waitFor()
  await page.waitForURL(/preview=/)
  await press(page, 'link', 'Review and commit')
  await state(page, 'Checked, and ready to commit')
  await press(page, 'button', 'Commit')
  await state(page, 'Committed: it counts')
  // The button is gone; the reader is where the news is.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Committed: it counts')
  await commitNext(page, 'results.csv')

  await press(page, 'button', /^Revert/)
  const dialog = page.getByRole('dialog', { name: 'Take this file out of the books?' })
  await dialog.getByRole('cell', { name: '−130' }).waitFor()
  await dialog.getByRole('button', { name: 'Revert', exact: true }).focus()
  await page.keyboard.press('Enter')
  await state(page, 'Reverted: it does not count any more')
  await press(page, 'button', 'Preview committing it again')
  await page.getByRole('cell', { name: '+130' }).waitFor()
  await press(page, 'button', 'Commit it again')
  await state(page, 'Committed: it counts')
  expect(complaints).toEqual([])
})

test('a file with problems: its line is left out, and the rest is ready', async () => {
  const { page, complaints } = await open('/uploads')
  await chooseByKeyboard(page, /Choose files/, [broken])
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', 'See the problems')
  await state(page, 'Not loaded: the file has problems')
  await page.getByRole('rowheader', { name: '3' }).waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`${nasty}.csv`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)

  const saved = page.waitForEvent('download')
  await press(page, 'button', 'Download the problems (CSV)')
  const listed = await readDownload(await saved)
  expect(listed).toContain('line,column,found,expected,code,message')
  expect(listed).toContain('3,amount,')
  const whole = page.waitForEvent('download')
  await press(page, 'button', 'Download the original')
  expect(await readDownload(await whole)).toBe(broken.buffer.toString())

  await press(page, 'button', 'Leave line 3 out and check again')
  await state(page, 'Checked, and ready to commit')
  await press(page, 'button', /Check again/)
  await page.getByRole('dialog').getByText('Lines left out: 3').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

async function readDownload(download: { createReadStream(): Promise<NodeJS.ReadableStream> }): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

test('a file that is dropped on the page waits for its kind where its header does not tell', async () => {
  const { page } = await open('/uploads')
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['a,b\n1,2\n'], 'what.csv'))
    dispatchEvent(new DragEvent('dragenter', { dataTransfer }))
    dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
  })
  const kind = page.getByRole('combobox', { name: 'Kind of what.csv' })
  await kind.waitFor()
  await press(page, 'button', 'Upload 1 file')
  expect(await kind.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await page.getByRole('link', { name: 'what.csv' }).count()).toBe(0)
})

test('a newer file takes the place of an older one', async () => {
  const { page } = await open('/uploads')
  await press(page, 'link', 'spend.csv')
  const lines = spend.buffer.toString().replace('4000.00', '4500.00').split('\n')
  await chooseByKeyboard(page, /Replace by a new file/, [csv('spend-2.csv', lines)])
  await page.getByRole('heading', { level: 1, name: 'spend-2.csv' }).waitFor()
  await state(page, 'Checked, and ready to commit')
  await page.getByRole('cell', { name: '+$500.00' }).waitFor()
  await press(page, 'button', 'Commit')
  await state(page, 'Committed: it counts')
  await press(page, 'link', 'Open that upload')
  await state(page, 'Replaced: a newer file counts in its place')
})

test('executives are told why the page is not for them', async () => {
  const { page, complaints } = await open('/uploads', { role: 'executive' })
  await page.getByRole('heading', { name: 'Uploads are the work of finance' }).waitFor()
  expect(complaints).toEqual([])
})

test.each(['light', 'dark'] as const)(
  'both pages are accessible in %s, and as wide as a phone',
  async (colorScheme) => {
    const { page } = await open('/uploads', { colorScheme })
    await page.getByRole('rowheader').first().waitFor()
    const links = await page.getByRole('rowheader').getByRole('link').all()
    const paths = ['/uploads', ...(await Promise.all(links.map((link) => link.getAttribute('href'))))]
    expect(paths.length).toBeGreaterThan(4)
    for (const path of paths) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`${service.address}${path}`)
      await page.locator('main .card').first().waitFor()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path ?? '').toBeLessThanOrEqual(390)
    }
  },
)
