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
  // Equally long, and of another name: only the reader knows.
  await chooseByKeyboard(page, /Choose the same file/, [{ ...file, name: 'other.csv' }])
  await page.getByText('That file is called other.csv; the upload was begun with closed.csv.').waitFor()
  await page.getByRole('button', { name: 'It is the same file: send it' }).waitFor()
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

test('what somebody else decides is seen while one looks: a preview is over, a ready upload cancelled', async () => {
  const page = await open('/uploads')
  const [header = '', line = ''] = spend.buffer.toString().split('\n')
  const lone = csv('lone.csv', [header, line.replace('2026-03-02', '2026-09-02').replace('S-1', 'L-1')])
  const late = csv('late.csv', [header, line.replace('2026-03-02', '2026-10-02').replace('S-1', 'L-2')])
  await chooseByKeyboard(page, /Choose files/, [lone, late])
  await press(page, 'button', 'Upload 2 files')
  await page.getByRole('link', { name: 'Review and commit' }).nth(1).waitFor()
  const { page: other } = await scene.open('/uploads', { role: 'finance' })

  await page.getByRole('link', { name: 'lone.csv', exact: true }).first().click()
  await press(page, 'link', 'Open the dashboard with this preview')
  await page.getByText('Nothing is committed.').waitFor()
  await other.getByRole('link', { name: 'lone.csv', exact: true }).first().click()
  await heading(other, 'Checked, and ready to commit').waitFor()
  await press(other, 'button', /^Commit|^Confirm/)
  await heading(other, 'Committed: it counts').waitFor()
  // Found by the check, and true then: the file itself has brought them in.
  expect(await other.getByText(/not in the directory/).count()).toBe(0)
  await page.getByText('It is of the past: it is committed by now.').waitFor()
  expect(await page.getByText('Nothing is committed.').count()).toBe(0)

  await page.goto(`${scene.service.address}/uploads`)
  await page.getByRole('link', { name: 'late.csv', exact: true }).first().click()
  await heading(page, 'Checked, and ready to commit').waitFor()
  await other.goto(`${scene.service.address}/uploads`)
  await other.getByRole('link', { name: 'late.csv', exact: true }).first().click()
  await press(other, 'button', 'Cancel the upload')
  await other.getByRole('dialog').getByRole('button', { name: 'Cancel the upload' }).click()
  await heading(other, 'Cancelled before it was committed').waitFor()
  await heading(page, 'Cancelled before it was committed').waitFor()
})

test('a step that came too late is answered by where the upload stands, without advice to load the page', async () => {
  const page = await open('/uploads')
  const [header = '', line = ''] = spend.buffer.toString().split('\n')
  await chooseByKeyboard(page, /Choose files/, [csv('raced.csv', [header, line.replace('S-1', 'R-1')])])
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', 'Review and commit')
  await heading(page, 'Checked, and ready to commit').waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  await page.route('**/commit', async (route) => {
    const headers = { Authorization: `Bearer ${await scene.service.token('admin')}` }
    await fetch(`${scene.service.address}/api/w/main/uploads/${id}/cancel`, { method: 'POST', headers })
    await route.continue()
  })
  await press(page, 'button', /^Commit|^Confirm/)
  await heading(page, 'Cancelled before it was committed').waitFor()
  await page.getByText('Its present state is shown').waitFor()
  expect(await page.getByText(/Load the page again/).count()).toBe(0)
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
