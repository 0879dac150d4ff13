import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, csv, press, spend } from './upload-files.ts'

const scene = setScene({ sample: false })
const open = async (path: string): Promise<Page> => (await scene.open(path)).page

/** Enough for several parts. */
function manyLines(name: string, year: number) {
  const [header = ''] = spend.buffer.toString().split('\n')
  const lines = Array.from({ length: 20_000 }, (_, at) => {
    const day = String((at % 28) + 1).padStart(2, '0')
    return `${year}-01-${day},Campaign ${at % 50},@creator${at % 900},instagram,${name}-${at},${at % 97}.25,USD`
  })
  return csv(name, [header, ...lines])
}

const parts = '**/uploads/*/parts/*'
const heading = (page: Page, name: string) => page.getByRole('heading', { name })

test('where the line breaks off, what has arrived stays, and the rest is sent when it is back', async () => {
  const page = await open('/uploads')
  const asked: string[] = []
  let isDown = true
  await page.route(parts, async (route) => {
    const part = new URL(route.request().url()).pathname.split('/').at(-1) as string
    asked.push(part)
    if (isDown && part !== '1') await route.abort('internetdisconnected')
    else await route.continue()
  })
  await page.clock.install()
  const firstPart = page.waitForResponse((response) => response.url().endsWith('/parts/1'))
  await chooseByKeyboard(page, /Choose files/, [manyLines('long.csv', 2025)])
  await press(page, 'button', 'Upload 1 file')
  await (await firstPart).finished()
  await eventually(async () => {
    // Each part is tried again after a wait that doubles.
    await page.clock.runFor(10_000)
    return page.getByText('Sending has stopped').count()
  }).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'long.csv', exact: true }).first().click()
  await heading(page, 'Sending has stopped').waitFor()
  isDown = false
  await press(page, 'button', 'Continue')
  await heading(page, 'Checked, and ready to commit').waitFor()
  await page.getByText('20,000').first().waitFor()
  expect(asked.filter((part) => part === '1')).toHaveLength(1)
})

test('an upload whose window was closed is found again and goes on with the same file, and no other', async () => {
  const first = await open('/uploads')
  const file = manyLines('closed.csv', 2024)
  await first.route(parts, (route) => (route.request().url().endsWith('/1') ? route.continue() : undefined))
  await chooseByKeyboard(first, /Choose files/, [file])
  await press(first, 'button', 'Upload 1 file')
  await first.getByText('closed.csv').first().waitFor()
  await first.getByText(/received$/).waitFor()
  await first.context().close()

  const page = await open('/uploads')
  await page.getByRole('link', { name: 'closed.csv', exact: true }).first().click()
  await chooseByKeyboard(page, /Choose the same file/, [spend])
  await page.getByText(/That file has .* the upload was begun with/).waitFor()
  await chooseByKeyboard(page, /Choose the same file/, [file])
  await heading(page, 'Checked, and ready to commit').waitFor()
  await page.reload()
  await heading(page, 'Checked, and ready to commit').waitFor()
  await page.getByText('20,000').first().waitFor()
})

test('a commit whose preview no longer holds shows the new one and asks again', async () => {
  const page = await open('/uploads')
  const twin = { ...spend, name: 'twin.csv' }
  await chooseByKeyboard(page, /Choose files/, [spend, twin])
  await press(page, 'button', 'Upload 2 files')
  await page.getByRole('link', { name: 'Review and commit' }).nth(1).waitFor()
  const other = await scene.open('/uploads', { role: 'finance' })
  await other.page.getByRole('link', { name: 'spend.csv', exact: true }).first().click()
  await heading(other.page, 'Checked, and ready to commit').waitFor()

  await page.getByRole('link', { name: 'twin.csv', exact: true }).first().click()
  await heading(page, 'Checked, and ready to commit').waitFor()
  await press(other.page, 'button', 'Commit')
  await heading(other.page, 'Committed: it counts').waitFor()
  await other.page.context().close()

  await press(page, 'button', /^Commit|^Confirm/)
  await page.getByText(/Somebody else’s change came in between/).waitFor()
  await page.getByRole('button', { name: 'Confirm and commit' }).waitFor()
  await page.getByText('$5,000.00').first().waitFor()
})

test('offline, the page says so and keeps what it shows; back online it goes away', async () => {
  const page = await open('/snapshots')
  await page.getByRole('heading', { level: 1, name: 'Snapshots' }).waitFor()
  await page.context().setOffline(true)
  await page
    .getByText(/offline/i)
    .first()
    .waitFor()
  await page.getByRole('heading', { level: 1, name: 'Snapshots' }).waitFor()
  await page.context().setOffline(false)
  await eventually(() => page.getByText(/offline/i).count()).toBe(0)
})
