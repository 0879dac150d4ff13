import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, press } from './upload-files.ts'

const scene = setScene({ sample: false })

const file = (name: string, text: string, encoding: BufferEncoding = 'latin1') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text, encoding),
})
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor()

/** A ledger as it comes off a German system: title, decimal commas, days first, a total, and no currency. */
const ledger = file(
  'kosten.csv',
  [
    'Kosten Influencer März 2026',
    '',
    'Belegdatum;Kampagne;Creator;Betrag',
    '13.03.2026;Frühling;@zoë;1.234,56',
    '14.03.2026;Frühling;@groß;2.000,00',
    'Summe;;;3.234,56',
  ].join('\r\n'),
)

test('by keyboard alone: one question is answered, the preview is exact, and the file is committed', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await chooseByKeyboard(page, /Choose files/, [ledger])
  const kind = page.getByRole('combobox', { name: 'Kind of kosten.csv' })
  await kind.waitFor()
  await kind.selectOption('spend')
  await press(page, 'button', 'Upload 1 file')
  await page.getByRole('link', { name: 'kosten.csv' }).first().click()
  await heading(page, 'One question before this file can be read')
  const currency = page.getByRole('textbox', { name: /which currency/i })
  await currency.fill('E')
  await press(page, 'button', 'Read the file with these answers')
  await page.getByText('Write the three letters of a currency').waitFor()
  await currency.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('usd')
  await page.keyboard.press('Enter')
  await heading(page, 'Checked, and ready to commit')
  await page.getByText('The file’s own total 3.234,56 of Betrag (line 6) agrees.').waitFor()
  await page.getByRole('cell', { name: '$3,234.56' }).first().waitFor()
  await page.reload()
  await heading(page, 'How this file is read')
  await press(page, 'button', 'Commit')
  await heading(page, 'Committed: it counts')
  expect(complaints).toEqual([])
})

test('a day that may be read in two ways is asked about, and a column can be taken out', async () => {
  const { page } = await scene.open('/uploads')
  const rows = ['03/04/2026,Summer,@anna,10.00,USD', '05/06/2026,Summer,@anna,20.00,USD']
  await chooseByKeyboard(page, /Choose files/, [
    file('days.csv', ['Date,Campaign,Creator,Amount,Currency', ...rows].join('\n')),
  ])
  await press(page, 'button', 'Upload 1 file')
  await page.getByRole('link', { name: 'days.csv' }).first().click()
  await heading(page, /One question/)
  await page.getByRole('radio', { name: /month, day, year/ }).check()
  await press(page, 'button', 'Read the file with these answers')
  await heading(page, 'Checked, and ready to commit')
  await page.getByText('Mar 2026').first().waitFor()
  await page.getByRole('combobox', { name: 'What the column Campaign fills' }).selectOption('')
  await press(page, 'button', 'Check again with these changes')
  await heading(page, 'Checked, and ready to commit')
  await page.getByRole('combobox', { name: 'What the column Campaign fills' }).waitFor()
  expect(await page.getByRole('combobox', { name: 'What the column Campaign fills' }).inputValue()).toBe('')
})

test.each(['light', 'dark'] as const)(
  'questions and columns are accessible in %s, and as wide as a phone',
  async (colorScheme) => {
    const { page } = await scene.open('/uploads', { colorScheme })
    await chooseByKeyboard(page, /Choose files/, [file(`again-${colorScheme}.csv`, ledger.buffer.toString('latin1'))])
    await page.getByRole('combobox', { name: /^Kind of again/ }).selectOption('spend')
    await press(page, 'button', 'Upload 1 file')
    await page
      .getByRole('link', { name: /again-/ })
      .first()
      .click()
    await heading(page, /question/)
    await heading(page, 'How this file is read')
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  },
)
