import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, csv, press } from './upload-files.ts'

const scene = setScene({ sample: false })

const state = (page: Page, text: string) => page.getByRole('heading', { name: text }).waitFor()

async function send(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  await chooseByKeyboard(page, /Choose files/, [file])
  await eventually(() => page.getByRole('combobox', { name: /^Kind of/ }).inputValue()).toBe('spend')
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', file.name)
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor()
}

const header = 'Datum;Kampagne;Influencer;Betrag'
const march = csv('Agentur März 03-2026.csv', [header, '03/04/2026;Spring;@anna;12,50', '05/04/2026;Spring;@ben;7,25'])
const april = csv('Agentur April 04-2026.csv', [
  'Konto 4711',
  '',
  header,
  '04/05/2026;Summer;@anna;1,00',
  '06/05/2026;Summer;@ben;2,00',
])

test('what was said of a file is remembered for the next, shown, edited and forgotten, by keyboard', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await send(page, march)
  await state(page, '2 questions before it can be read')
  await press(page, 'button', 'Read the file with these answers')
  await state(page, 'Checked, and ready to commit')
  await press(page, 'button', 'Commit')
  await state(page, 'Committed: it counts')
  await page.getByRole('link', { name: 'Agentur März (version 1)' }).waitFor()

  await press(page, 'link', 'All uploads')
  await send(page, april)
  await state(page, 'Checked, and ready to commit')
  await page.getByText('Read as remembered in “Agentur März”').waitFor()
  await page.getByText(/Its values for all lines: Currency USD/).waitFor()
  await press(page, 'button', 'Read it without')
  await state(page, '2 questions before it can be read')
  expect(await page.getByText('Read as remembered').count()).toBe(0)

  await press(page, 'link', 'All uploads')
  const history = page.getByRole('table', { name: 'History' })
  await history.getByRole('row', { name: /^Agentur April.*Waits for you/ }).waitFor()
  await page.getByRole('combobox', { name: 'State' }).selectOption('Waits for you')
  await eventually(() => history.getByRole('rowheader').allTextContents()).toEqual(['Agentur April 04-2026.csv '])
  await press(page, 'button', 'Show all')
  await press(page, 'link', 'Mappings')
  await page.getByRole('heading', { level: 1, name: 'Mappings' }).waitFor()
  await press(page, 'link', 'Agentur März')
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('Agency')
  await page.keyboard.press('Enter')
  await page.getByText('Saved as version 2.').waitFor()
  await page.getByRole('heading', { level: 1, name: 'Agency' }).waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  await press(page, 'button', 'Forget …')
  await press(page, 'button', 'Forget it')
  await page.getByRole('heading', { name: 'Nothing is remembered yet' }).waitFor()
  expect(complaints).toEqual([])
})

const plain = (name: string) => csv(name, ['Tag;Kampagne;Influencer;Kosten;EUR?', '2026-03-04;Spring;@anna;12,50;x'])

test('a mapping is remembered by hand before anything is committed, under a name, and reads the next file', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await send(page, plain('hand.csv'))
  await press(page, 'button', 'Read the file with these answers')
  await state(page, 'Checked, and ready to commit')
  await press(page, 'button', 'Remember this mapping …')
  const name = page.getByRole('textbox', { name: 'Name of the mapping' })
  await eventually(() => name.evaluate((element) => element === document.activeElement)).toBe(true)
  await name.fill('')
  await page.getByText('Write a name by which you will find it.').waitFor()
  await name.fill('By hand')
  await page.keyboard.press('Enter')
  await page.getByText(/^Files with these columns are read as remembered in/).waitFor()

  await press(page, 'link', 'All uploads')
  await send(page, plain('hand-2.csv'))
  await page.getByText('Read as remembered in “By hand”').waitFor()
  expect(complaints).toEqual([])
})
