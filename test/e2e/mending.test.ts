import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, csv, press } from './upload-files.ts'

const scene = setScene({ sample: false })
const file = csv('ledger.csv', [
  'Day;Campaign;Creator;Cost;Currency;Note',
  '31.04.2026;Spring;@anna;1.200,50;USD;x',
  '30.04.2026;Spring;@bo;zwölf;USD;y',
  '29.04.2026;Spring;@cy;7,00;USD;<b>z</b>',
])

test('cells are mended by keyboard alone, in place of the file, and taken back one by one', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await chooseByKeyboard(page, /Choose files/, [file])
  await page.getByRole('combobox', { name: /^Kind of/ }).selectOption('spend')
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', 'ledger.csv')
  await press(page, 'button', 'Show the lines to mend')
  const date = page.getByRole('textbox', { name: 'Line 2, Day' })
  await date.waitFor()
  expect(await page.getByRole('textbox', { name: /Note/ }).count()).toBe(0)
  await date.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('30.04.2026')
  await page.keyboard.press('Enter')
  const below = page.getByRole('textbox', { name: 'Line 3, Day' })
  await eventually(() => below.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.getByText('In the file: 31.04.2026').waitFor()
  await page.getByRole('textbox', { name: 'Line 3, Cost' }).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('12,00')
  await page.getByText('2 cells are changed').waitFor()
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await press(page, 'button', 'Check again with what is changed')

  await page.getByRole('heading', { name: 'Checked, and ready to commit' }).waitFor()
  const mended = page.getByRole('table', { name: 'Mended cells' })
  await mended.getByRole('row', { name: /2 Day 31\.04\.2026 30\.04\.2026/ }).waitFor()
  await page
    .getByRole('row', { name: /\$1,219\.50/ })
    .first()
    .waitFor()
  await page.reload()
  await press(page, 'button', 'Take back line 3, Cost and check again')
  await page.getByRole('button', { name: 'Show the lines to mend' }).waitFor()
  await mended.getByRole('row', { name: /3 Cost zwölf/ }).waitFor({ state: 'detached' })
  await mended.getByRole('row', { name: /2 Day 31\.04\.2026 30\.04\.2026/ }).waitFor()
  expect(complaints).toEqual([])
})

const usual = Array.from({ length: 14 }, (_, n) => `${n + 10}.03.2026;Spring;@c${n};1${n + 10},00;USD;`)
const odd = csv('odd.csv', [
  'Day;Campaign;Creator;Cost;Currency;Note',
  ...usual,
  '25.03.2026;Spring;@odd;99000,00;USD;',
])

test('a line that is warned of is mended without a problem in the file', async () => {
  const { page } = await scene.open('/uploads')
  await chooseByKeyboard(page, /Choose files/, [odd])
  await page.getByRole('combobox', { name: /^Kind of/ }).selectOption('spend')
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', 'odd.csv')
  await press(page, 'button', 'Show the lines to mend')
  const cost = page.getByRole('textbox', { name: 'Line 16, Cost' })
  await cost.fill('99,00')
  await cost.press('Escape')
  await eventually(() => cost.inputValue()).toBe('99000,00')
  await cost.fill('99,00')
  await press(page, 'button', 'Check again with what is changed')
  const mended = page.getByRole('table', { name: 'Mended cells' })
  await mended.getByRole('row', { name: /16 Cost 99000,00 99,00/ }).waitFor()
  await page.getByText(/on line 16/).waitFor({ state: 'detached' })
})
