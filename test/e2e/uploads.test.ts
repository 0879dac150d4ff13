import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'
import { broken, chooseByKeyboard, csv, nasty, press, readDownload, results, spend } from './upload-files.ts'

const scene = setScene({ sample: false })
const { open } = scene

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)
const state = (page: Page, text: string) => page.getByRole('heading', { name: text }).waitFor()

async function commitNext(page: Page, filename: string): Promise<void> {
  await page.goto(`${scene.service.address}/uploads`)
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
  const chosen = () => kinds.evaluateAll((found) => found.map((each) => (each as HTMLSelectElement).value))
  await eventually(chosen).toEqual(['spend', 'results'])
  // The focus waits on the next step.
  await page.getByRole('button', { name: 'Upload 2 files' }).waitFor()
  await eventually(() => focused(page)).toBe('Upload 2 files')
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
  await eventually(() => focused(page)).toBe('Committed: it counts')
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

  await press(page, 'button', 'Leave out line 3 and check again')
  await state(page, 'Checked, and ready to commit')
  await press(page, 'button', /Check again/)
  await page.getByRole('dialog').getByText('Lines left out: 3').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

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
  await eventually(() => kind.evaluate((element) => element === document.activeElement)).toBe(true)
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

  // Once the newer one is taken out, nothing counts there: the older one must not say that something does.
  await press(page, 'link', 'Open that upload')
  await state(page, 'Committed: it counts')
  await press(page, 'button', /^Revert/)
  await page.getByRole('dialog').getByRole('cell').first().waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Revert', exact: true }).click()
  await state(page, 'Reverted: it does not count any more')
  await press(page, 'link', 'Open that upload')
  await state(page, 'Replaced, and the newer file was taken out again: neither counts')
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
    await page.waitForLoadState('networkidle')
    const links = await page.getByRole('rowheader').getByRole('link').all()
    const paths = ['/uploads', ...(await Promise.all(links.map((link) => link.getAttribute('href'))))]
    expect(paths.length).toBeGreaterThan(4)
    for (const path of paths) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`${scene.service.address}${path}`)
      await page.locator('main .card').first().waitFor()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path ?? '').toBeLessThanOrEqual(390)
    }
  },
)
