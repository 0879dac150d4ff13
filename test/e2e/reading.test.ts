import { AxeBuilder } from '@axe-core/playwright'
import { writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, csv, nasty, press } from './upload-files.ts'

const scene = setScene({ sample: false })

const state = (page: Page, text: string | RegExp) => page.getByRole('heading', { name: text }).waitFor()
const fills = (page: Page, header: string) => page.getByRole('combobox', { name: `What the column “${header}” fills` })
const fieldOf = (page: Page, header: string) => () => fills(page, header).inputValue()

/** Chooses an option of a select as a keyboard does: by its first letters. */
async function chooseByLetters(page: Page, header: string, letters: string): Promise<void> {
  await fills(page, header).focus()
  await page.keyboard.type(letters)
}

async function upload(page: Page, file: ReturnType<typeof csv>, kind: string): Promise<void> {
  await chooseByKeyboard(page, /Choose files/, [file])
  const select = page.getByRole('combobox', { name: /^Kind of/ })
  await select.selectOption(kind)
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', file.name)
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor()
}

/** As a German ledger writes it: no currency anywhere. */
const ledger = {
  name: 'ausgaben.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Ausgaben Influencer März 2026;;;;',
      '',
      'Datum;Kampagne;Influencer;Betrag;Notiz',
      '02.03.2026;Frühling;@anna;1.234,56;ok',
      '03.03.2026;Frühling;@groß;4.000,00;',
      '17.03.2026;Frühling;@ben;12,50;offen',
      'Gesamt;;;5.247,06;',
    ].join('\r\n'),
    'latin1',
  ),
}

test('a foreign ledger asks for its currency alone, by keyboard, and is loaded to the cent', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await chooseByKeyboard(page, /Choose files/, [ledger])
  await eventually(() => page.getByRole('combobox', { name: /^Kind of/ }).inputValue()).toBe('spend')
  await press(page, 'button', 'Upload 1 file')
  await page.getByRole('table', { name: 'History' }).getByText('Waits for you').waitFor()
  await press(page, 'link', 'Answer one question')
  await state(page, 'One question before it can be read')
  expect(await page.getByRole('heading', { name: /problems/ }).count()).toBe(0)
  await page.getByText('Windows-1252, separated by semicolons. 4 of 5 columns are loaded.').waitFor()
  await page.getByText('The file’s own total 5,247.06 of “Betrag” agrees with its rows (line 7, “Gesamt”).').waitFor()
  await page.getByText('Titles: 1 (line 1)').waitFor()

  const currency = page.getByRole('combobox', { name: /^In which currency/ })
  await currency.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('us')
  await page.keyboard.press('Enter')
  await page.getByText('Write the three letters of a currency, such as USD.').waitFor()
  await eventually(() => currency.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type('d')
  await page.keyboard.press('Enter')

  await state(page, 'Checked, and ready to commit')
  await page.getByRole('row', { name: 'Spend USD 3 $5,247.06' }).waitFor()
  await page.getByRole('heading', { name: 'How this file is read' }).waitFor()
  await eventually(() => page.getByRole('combobox', { name: 'Currency' }).inputValue()).toBe('USD')
  await press(page, 'button', 'Commit')
  await state(page, 'Committed: it counts')
  await page.getByText('Read as Windows-1252, separated by semicolons: show its columns, values and lines').click()
  await page.getByRole('cell', { name: 'Amount', exact: true }).waitFor()
  expect(await page.getByRole('combobox', { name: /fills/ }).count()).toBe(0)
  expect(complaints).toEqual([])
})

const ambiguous = csv('payouts.csv', [
  'Paid,Campaign,Creator,Amount,Currency,Notes',
  '03/04/2026,Summer,@anna,100.00,USD,Winter',
  '05/04/2026,Summer,@ben,250.00,USD,Winter',
  '06/05/2026,Summer,@ben,250.00,USD,Autumn',
  'Total,,,650.00,,',
])

test('an ambiguous date is asked, the proposal is preselected, and the answer survives a reload', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await upload(page, ambiguous, 'spend')
  await state(page, 'One question before it can be read')
  const [dayFirst, monthFirst] = ['day, month, year', 'month, day, year'].map((name) =>
    page.getByRole('radio', { name: new RegExp(`^${name}`) }),
  )
  expect(await dayFirst?.isChecked()).toBe(true)
  await page.getByText('Proposed: So the dates lie closest together.').waitFor()
  await page
    .getByText('“Amount”: the file’s own total is 650.00, its rows come to 600.00: 50.00 less (line 5, “Total”).')
    .waitFor()
  await dayFirst?.focus()
  await page.keyboard.press('ArrowDown')
  expect(await monthFirst?.isChecked()).toBe(true)
  await page.reload()
  await state(page, 'One question before it can be read')
  expect(await dayFirst?.isChecked()).toBe(true)
  await dayFirst?.focus()
  await page.keyboard.press('ArrowDown')
  await press(page, 'button', 'Read the file with these answers')
  await state(page, 'Checked, and ready to commit')
  await page.getByText('Mar 2026').first().waitFor()

  // In a window that knows nothing of it, what was said is still said with the next change.
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await eventually(fieldOf(page, 'Campaign')).toBe('campaign')
  await press(page, 'button', /Change how|Add a value/)
  await page.getByRole('textbox').last().fill('tiktok')
  await press(page, 'button', 'Check again with these changes')
  await state(page, 'Checked, and ready to commit')
  await eventually(() => page.getByRole('textbox', { name: 'Platform' }).inputValue()).toBe('tiktok')
  expect(await page.getByRole('heading', { name: 'Before this file is read' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a column takes a field from another by keyboard; the change can be discarded, or checked', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await press(page, 'link', 'payouts.csv')
  await eventually(fieldOf(page, 'Campaign')).toBe('campaign')
  await chooseByLetters(page, 'Notes', 'Camp')
  await eventually(fieldOf(page, 'Campaign')).toBe('')
  await page.getByText('“Notes” fills Campaign now; “Campaign” is not loaded any more.').waitFor()
  await page.getByText(/a commit would leave that out/).waitFor()
  await press(page, 'button', 'Discard the changes')
  await eventually(fieldOf(page, 'Campaign')).toBe('campaign')
  await chooseByLetters(page, 'Notes', 'Camp')
  await eventually(fieldOf(page, 'Campaign')).toBe('')
  await press(page, 'button', 'Check again with these changes')
  await state(page, 'Checked, and ready to commit')
  await eventually(fieldOf(page, 'Notes')).toBe('campaign')
  await page.getByText('You said so.').waitFor()
  await page.getByText('Autumn, Winter').waitFor()
  await page.reload()
  await eventually(fieldOf(page, 'Notes')).toBe('campaign')
  expect(complaints).toEqual([])
})

test('a field is dragged onto a column, and nothing else is taken for one', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await press(page, 'link', 'payouts.csv')
  await eventually(fieldOf(page, 'Notes')).toBe('campaign')
  const row = page.getByRole('row', { name: /^Campaign/ })
  await page.locator('.field-chip[data-field="campaign"]').dragTo(row)
  await eventually(fieldOf(page, 'Campaign')).toBe('campaign')
  await eventually(fieldOf(page, 'Notes')).toBe('')
  expect(await page.locator('tr[data-over]').count()).toBe(0)
  await page.getByRole('heading', { level: 1 }).dragTo(row)
  await eventually(fieldOf(page, 'Campaign')).toBe('campaign')
  await press(page, 'button', 'Discard the changes')
  await eventually(fieldOf(page, 'Notes')).toBe('campaign')
  expect(complaints).toEqual([])
})

const day = (month: number, date: number) => new Date(Date.UTC(2026, month - 1, date))
const workbook = async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'First quarter',
        rows: [
          ['Date', 'Campaign', 'Creator', 'Amount', 'Currency'],
          ...[1, 2, 3, 4].map((date) => [day(3, date), 'Spring', '@anna', 10.25, 'USD']),
        ],
      },
      {
        name: 'Zweites مرحبا',
        rows: [
          ['Day', 'Campaign', 'Creator', 'Cost', 'Currency'],
          ...[1, 2, 3].map((date) => [day(4, date), 'Summer', '@ben', 20.5, 'USD']),
        ],
      },
      {
        name: 'Old',
        hidden: true,
        rows: [
          ['Rate', 'Of'],
          [1, 2],
        ],
      },
    ],
  })
  return { name: 'book.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
}

test('of the sheets of a workbook one is chosen, and another later', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await upload(page, await workbook(), 'spend')
  await state(page, 'One question before it can be read')
  await page.getByRole('radio', { name: 'Zweites مرحبا' }).focus()
  await page.keyboard.press('Space')
  await press(page, 'button', 'Read the file with these answers')
  await state(page, 'Checked, and ready to commit')
  await page.getByRole('row', { name: 'Spend USD 3 $61.50' }).waitFor()

  const sheet = page.getByRole('combobox', { name: 'Sheet' })
  await eventually(() => sheet.inputValue()).toBe('Zweites مرحبا')
  await page.getByRole('option', { name: /^Old \(hidden\)/ }).waitFor({ state: 'attached' })
  await sheet.focus()
  await page.keyboard.type('First')
  await page.getByText('Its columns are shown once it has been looked at: check again.').waitFor()
  await press(page, 'button', 'Check again with these changes')
  await page.getByRole('row', { name: 'Spend USD 4 $41.00' }).waitFor()
  expect(complaints).toEqual([])
})

test('a file in the template’s own words says so, and can be read otherwise', async () => {
  const { page, complaints } = await scene.open('/uploads')
  const own = csv('own.csv', ['date,campaign,amount,currency', '2026-05-02,Spring,10.00,USD'])
  await upload(page, own, 'spend')
  await state(page, 'Checked, and ready to commit')
  await page.getByText('Read as the template is written.').waitFor()
  await press(page, 'button', /Change how it is read/)
  await eventually(fieldOf(page, 'amount')).toBe('amount')
  await press(page, 'button', 'Forget all choices and look anew')
  await page.getByText('Read as the template is written.').waitFor()
  expect(complaints).toEqual([])
})

test('a column that no file does without is asked for, with its currency next', async () => {
  const { page, complaints } = await scene.open('/uploads')
  const bare = csv('bare.csv', ['Wann,Was,Soviel', '2026-05-02,Spring,10.00', '2026-05-20,Spring,12.50'])
  await upload(page, bare, 'spend')
  await state(page, 'One question before it can be read')
  await press(page, 'button', 'Read the file with these answers')
  const column = page.getByRole('combobox', { name: 'Which column is the amount?' })
  await page.getByText('Choose the column.').waitFor()
  await eventually(() => column.evaluate((element) => element === document.activeElement)).toBe(true)
  // Its last column.
  await page.keyboard.press('End')
  await eventually(fieldOf(page, 'Soviel')).toBe('amount')
  await press(page, 'button', 'Read the file with these answers')
  await page.getByRole('combobox', { name: /^In which currency/ }).waitFor()
  await press(page, 'button', 'Read the file with these answers')
  await state(page, 'Checked, and ready to commit')
  await page.getByRole('row', { name: 'Spend USD 2 $22.50' }).waitFor()
  expect(complaints).toEqual([])
})

test('a file that looks like another kind is uploaded again as that kind in one step', async () => {
  const { page, complaints } = await scene.open('/uploads')
  const both = csv('both.csv', ['Day;Campaign;Cost;Currency;Impressions;Clicks', '02.05.2026;Spring;10,00;USD;1000;30'])
  await upload(page, both, 'spend')
  await page.getByText('This looks like a file of the kind “Performance”.').waitFor()
  const before = page.url()
  await press(page, 'button', 'Cancel this and upload it as “Performance”')
  await page.waitForURL((url) => url.href !== before)
  await page.getByRole('heading', { level: 1, name: 'both.csv' }).waitFor()
  await eventually(() => page.getByText('This looks like').count()).toBe(0)
  await page.goto(before)
  await state(page, 'Cancelled before it was committed')
  expect(complaints).toEqual([])
})

const wide = csv('wide.csv', [
  ['Date', 'Amount', 'Currency', nasty.slice(0, 200), ...Array.from({ length: 296 }, (_, at) => `Column ${at}`)].join(
    ';',
  ),
  ...['02', '03', '04'].map((date) =>
    [`${date}.03.2026`, '1,50', 'USD', nasty, ...Array.from({ length: 296 }, (_, at) => at)].join(';'),
  ),
])

test('three hundred columns are changed without a pause', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await upload(page, wide, 'spend')
  const last = fills(page, 'Column 295')
  await last.waitFor()
  const longest = await last.evaluate(async (element) => {
    const select = element as HTMLSelectElement
    select.focus()
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const from = performance.now()
    select.value = 'creator'
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - from
  })
  await eventually(fieldOf(page, 'Column 295')).toBe('creator')
  expect(longest).toBeLessThan(500)
  expect(complaints).toEqual([])
})

test.each(['light', 'dark'] as const)(
  'all of it is accessible in %s, and as wide as a phone',
  async (colorScheme) => {
    const { page } = await scene.open('/uploads', { colorScheme })
    await upload(page, { ...ambiguous, name: `${colorScheme}.csv` }, 'spend')
    await state(page, 'One question before it can be read')
    await page.goto(`${scene.service.address}/uploads`)
    await page.getByRole('rowheader').first().waitFor()
    const links = await page
      .getByRole('rowheader')
      .getByRole('link')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')))
    expect(links.length).toBeGreaterThan(0)
    for (const path of links) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`${scene.service.address}${path}`)
      await page.getByRole('heading', { name: /^How this file (is|was) read$/ }).waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ html }) => html)
              .slice(0, 3)
              .join(' | ')}`,
        ),
      ).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path ?? '').toBeLessThanOrEqual(390)
    }
  },
  240_000,
)
