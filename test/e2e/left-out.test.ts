import { expect, test } from 'vitest'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, csv, press } from './upload-files.ts'

const scene = setScene({ sample: false })
const day = (n: number) => String(n + 1).padStart(2, '0')
const usual = Array.from({ length: 14 }, (_, n) => `2026-03-${day(n)};Spring;@c${n};1${n + 10},00;USD`)
const file = csv('odd.csv', ['Day;Campaign;Creator;Cost;Currency', ...usual, '2026-03-15;Spring;@odd;99000,00;USD'])

test('the line of a warning is left out and taken back in by keyboard, also in a window that knows nothing of it', async () => {
  const { page, complaints } = await scene.open('/uploads')
  const ready = () => page.getByRole('heading', { name: 'Checked, and ready to commit' }).waitFor()
  await chooseByKeyboard(page, /Choose files/, [file])
  await page.getByRole('combobox', { name: /^Kind of/ }).selectOption('spend')
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', 'odd.csv')
  await ready()
  await page.getByText(/99,000(\.00)? on line 16/).waitFor()
  await page.getByText('Show the line', { exact: true }).click()
  await press(page, 'button', 'Leave this line out')
  await page.getByRole('heading', { name: 'Left out by you' }).waitFor()
  await page.getByText(/on line 16/).waitFor({ state: 'detached' })

  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await press(page, 'button', 'Take in line 16 and check again')
  await page.getByText(/on line 16/).waitFor()
  await page.getByRole('heading', { name: 'Left out by you' }).waitFor({ state: 'detached' })
  await ready()
  expect(complaints).toEqual([])
})

const many = Array.from({ length: 700 }, (_, n) => {
  return `2026-04-14;Summer;@m${n};${n % 7 < 4 ? '10,50' : `${10_000 + n},00`};USD`
})
const crowd = csv('crowd.csv', ['Day;Campaign;Creator;Cost;Currency', ...many])

test('a warning of more lines than it names: one click leaves all of them out, one takes them back in', async () => {
  const { page, complaints } = await scene.open('/uploads')
  const ready = () => page.getByRole('heading', { name: 'Checked, and ready to commit' }).waitFor()
  await chooseByKeyboard(page, /Choose files/, [crowd])
  await page.getByRole('combobox', { name: /^Kind of/ }).selectOption('spend')
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', 'crowd.csv')
  await ready()
  await page.getByText('Show the first 200 of 300 lines').waitFor()
  await press(page, 'button', 'Leave all 300 lines out')
  await page.getByText(/^300 lines are left out because of a warning: .*50 times/).waitFor()
  await page.getByRole('definition').filter({ hasText: /^300$/ }).waitFor()

  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await press(page, 'button', 'Take these lines back in')
  await page.getByRole('button', { name: 'Leave all 300 lines out' }).waitFor()
  await ready()
  expect(complaints).toEqual([])
})
