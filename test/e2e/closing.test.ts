import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, csv, press, readDownload } from './upload-files.ts'

const scene = setScene({ sample: false })

const head = 'date,campaign,creator,platform,line_id,amount,currency'
const march = csv('march.csv', [
  head,
  '2026-03-02,Spring,@anna,instagram,S-1,1000.00,USD',
  '2026-03-03,Spring,@big,instagram,S-2,400.00,EUR',
])
const april = csv('april.csv', [head, '2026-04-02,Spring,@anna,instagram,S-3,500.00,USD'])
const late = csv('late.csv', [head, '2026-03-20,Spring,@anna,instagram,L-1,77.00,USD'])
const rates = csv('rates.csv', [
  'date,base,quote,rate',
  '2026-03-01,EUR,USD,1.10',
  '2026-03-31,EUR,USD,1.20',
  '2026-04-01,EUR,USD,1.20',
])

async function upload(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  await chooseByKeyboard(page, /^Choose files/, [file])
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', 'Review and commit')
  await page.getByRole('heading', { level: 2, name: 'Checked, and ready to commit' }).waitFor()
}

async function load(file: ReturnType<typeof csv>): Promise<void> {
  const { page } = await scene.open('/uploads')
  await upload(page, file)
  await press(page, 'button', 'Commit')
  await page.getByRole('heading', { level: 2, name: 'Committed: it counts' }).waitFor()
}

test('months are closed by keyboard, finance cannot change them, an admin does with a reason', async () => {
  for (const file of [rates, march, april]) await load(file)
  const { page, complaints } = await scene.open('/months', { role: 'finance' })
  await page.getByRole('checkbox', { name: 'Select Mar 2026' }).focus()
  await page.keyboard.press('Space')
  await press(page, 'button', 'Close Mar 2026 …')
  await page.getByRole('heading', { level: 1, name: 'Close Mar 2026' }).waitFor()
  await page.getByRole('heading', { level: 2, name: 'Ready to commit' }).waitFor()
  await page.getByRole('table', { name: 'What is pinned' }).getByText('$1,440.00').waitFor()
  await page.getByText('An admin has to commit it.').waitFor()
  expect(await page.getByRole('button', { name: 'Commit' }).isDisabled()).toBe(true)
  const change = new URL(page.url()).pathname

  const admin = await scene.open(change, { role: 'admin' })
  await press(admin.page, 'button', 'Commit')
  await admin.page.getByRole('dialog', { name: 'Commit this change?' }).waitFor()
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Commit' }).focus()
  await admin.page.keyboard.press('Enter')
  await admin.page.getByRole('heading', { level: 2, name: 'Committed' }).waitFor()

  const finance = await scene.open('/uploads', { role: 'finance' })
  await upload(finance.page, late)
  const table = finance.page.getByRole('table', { name: 'Closed months that would say something else' })
  await table
    .getByRole('row', { name: /Spend.*\$1,440\.00.*\$1,517\.00/ })
    .first()
    .waitFor()
  await finance.page.getByText('Ask an admin to look and to commit it with a reason').waitFor()
  expect(await finance.page.getByRole('button', { name: 'Commit' }).isDisabled()).toBe(true)

  const late2 = await scene.open(new URL(finance.page.url()).pathname, { role: 'admin' })
  await press(late2.page, 'button', 'Commit')
  const dialog = late2.page.getByRole('dialog', { name: 'Change what closed months say?' })
  const agree = dialog.getByRole('button', { name: 'Commit' })
  await agree.waitFor()
  expect(await agree.isDisabled()).toBe(true)
  await dialog.getByRole('textbox').focus()
  await late2.page.keyboard.type('Invoice came late')
  await agree.focus()
  await late2.page.keyboard.press('Enter')
  await late2.page.getByRole('heading', { level: 2, name: 'Committed: it counts' }).waitFor()

  const overview = await scene.open('/', { role: 'executive' })
  await overview.page.getByText(/2026-03 was closed and says something else since .*Invoice came late/).waitFor()
  await late2.page.goto(`${scene.service.address}/months`)
  await late2.page.getByText(/Changed since on .* by admin@localhost: Invoice came late/).waitFor()
  expect(complaints).toEqual([])
})

test('the trial balance ties euros to the books and is downloaded', async () => {
  const { page } = await scene.open('/months', { role: 'finance' })
  await page.getByRole('combobox', { name: 'From month' }).selectOption('2026-03')
  const row = page.getByRole('table', { name: 'Trial balance' }).getByRole('row', { name: /€400\.00/ })
  await row.getByText('$440.00').waitFor()
  await row.getByText('−$40.00').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'button', 'Download for the general ledger (CSV)'),
  ])
  expect(await readDownload(download)).toContain('2026-03,spend-fx,EUR')
})

test('another reporting currency is seen month by month before it is committed', async () => {
  const { page } = await scene.open('/settings', { role: 'admin' })
  const field = page.getByRole('combobox', { name: 'Currency code or name' })
  await field.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('abc')
  await page.getByText(/^ABC is no currency that is in use/).waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('datalist option[value="CHF"]').first().textContent()).toBe('Swiss Franc')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('eur')
  await page.getByRole('status').getByText('Euro', { exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Report in EUR' }).waitFor()
  await page.getByRole('heading', { level: 2, name: 'It cannot be done as it is' }).waitFor()
  await page.getByText(/There is no exchange rate from USD to EUR for 2026-03-20/).waitFor()
  await load(csv('more.csv', ['date,base,quote,rate', '2026-03-20,EUR,USD,1.10']))
  await press(page, 'button', 'Prepare it again')
  await page.getByRole('heading', { level: 2, name: 'Ready to commit' }).waitFor()
  await page
    .getByRole('table', { name: 'What months add up to' })
    .getByRole('row', { name: /Apr 2026.*\$500\.00.*€416\.67/ })
    .waitFor()
  await press(page, 'button', 'Commit')
  const dialog = page.getByRole('dialog', { name: 'Commit this change?' })
  await dialog.getByRole('textbox').fill('The group reports in euros')
  await dialog.getByRole('button', { name: 'Commit' }).click()
  await page.getByRole('heading', { level: 2, name: 'Committed' }).waitFor()
  await page.getByRole('link', { name: 'All changes' }).click()
  await page.getByText('Now EUR.').waitFor()
  await page.getByRole('table', { name: 'Changes of the books' }).getByText('The group reports in euros').waitFor()
})

test('where two people are required, who prepared it does not commit it', async () => {
  const { page } = await scene.open('/settings', { role: 'finance' })
  await press(page, 'button', 'Require two people …')
  await page.getByRole('heading', { level: 2, name: 'Ready to commit' }).waitFor()
  const admin = await scene.open(new URL(page.url()).pathname, { role: 'admin' })
  await press(admin.page, 'button', 'Commit')
  await press(admin.page, 'button', 'Not yet')
  await press(admin.page, 'button', 'Commit')
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Commit' }).click()
  await admin.page.getByRole('heading', { level: 2, name: 'Committed' }).waitFor()

  await admin.page.goto(`${scene.service.address}/uploads`)
  await upload(admin.page, csv('may.csv', [head, '2026-05-02,Spring,@anna,instagram,M-1,5.00,EUR']))
  await admin.page.getByText('You prepared this: another member has to commit it.').waitFor()
  expect(await admin.page.getByRole('button', { name: 'Commit' }).isDisabled()).toBe(true)
  const other = await scene.open(new URL(admin.page.url()).pathname, { role: 'finance' })
  await press(other.page, 'button', 'Commit')
  await other.page.getByRole('heading', { level: 2, name: 'Committed: it counts' }).waitFor()
})

test('where two people are required, one prepares a revert and another agrees to it', async () => {
  const { uploads } = await scene.ask<{ uploads: { id: string; filename: string }[] }>('/uploads')
  const path = `/uploads/${uploads.find(({ filename }) => filename === 'may.csv')?.id}`
  const first = await scene.open(path, { role: 'admin' })
  await press(first.page, 'button', 'Revert …')
  const told = first.page.getByRole('dialog').getByText('You prepared this: another member has to commit it.')
  await told.waitFor()
  expect(await first.page.getByRole('button', { name: 'Revert', exact: true }).isDisabled()).toBe(true)

  const second = await scene.open(path, { role: 'finance' })
  await press(second.page, 'button', 'Revert …')
  await press(second.page, 'button', /^Revert$/)
  await second.page.getByRole('heading', { level: 2, name: 'Reverted: it does not count any more' }).waitFor()
})

test('a corrected rate shows which months it changes, old and new', async () => {
  const { page } = await scene.open('/uploads', { role: 'finance' })
  await upload(page, csv('corrected.csv', ['date,base,quote,rate', '2026-04-01,EUR,USD,1.25']))
  await page
    .getByRole('table', { name: 'Months that these rates change' })
    .getByRole('row', { name: /Apr 2026.*€416\.67.*€400\.00/ })
    .waitFor()
})

test('an executive is told that months and settings are the work of finance', async () => {
  for (const path of ['/months', '/settings']) {
    const { page } = await scene.open(path, { role: 'executive' })
    await page.getByRole('heading', { level: 1, name: 'This is the work of finance' }).waitFor()
  }
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`no page has an accessibility fault or is wider than the window, ${colorScheme}, ${width} pixels`, async () => {
      const { changes } = await scene.ask<{ changes: { id: string; edit: { kind: string } }[] }>('/changes')
      const currency = changes.find(({ edit }) => edit.kind === 'currency')
      for (const path of ['/months', '/settings', `/changes/${currency?.id}`]) {
        const { page } = await scene.open(path, { colorScheme, width, role: 'admin' })
        await page.getByRole('table').first().waitFor()
        await eventually(() => page.locator('.skeleton').count()).toBe(0)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/${path.split('/')[1]}-${colorScheme}-${width}.png`,
            fullPage: true,
          })
      }
    })
