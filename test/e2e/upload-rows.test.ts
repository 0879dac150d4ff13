import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, csv, press, readDownload, spend } from './upload-files.ts'

const scene = setScene({ sample: false })

const later = csv('later.csv', [
  'date,campaign,creator,platform,line_id,amount,currency',
  '2026-03-02,Spring,@anna,instagram,S-1,1000.00,USD',
  '2026-03-03,Spring,@big,instagram,S-2,4400.50,USD',
  '2026-04-03,Summer,=cmd(),instagram,S-3,70.00,USD',
])

test('what is new, recorded and corrected is opened and downloaded, by keyboard', async () => {
  const { page, complaints } = await scene.open('/uploads')
  await chooseByKeyboard(page, /Choose files/, [spend])
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', 'spend.csv')
  await press(page, 'button', 'Commit')
  await page.getByRole('heading', { name: 'Committed: it counts' }).waitFor()

  await page.goto(`${scene.service.address}/uploads`)
  await chooseByKeyboard(page, /Choose files/, [later])
  await press(page, 'button', 'Upload 1 file')
  await press(page, 'link', 'later.csv')
  await page.getByRole('heading', { name: 'Checked, and ready to commit' }).waitFor()
  await press(page, 'button', 'Corrections: 1')
  await page.getByRole('row', { name: /^3 .*@big.*\$4,400\.50.*\$4,000\.00/ }).waitFor()
  await press(page, 'button', 'Already recorded: 1')
  await page.getByRole('row', { name: /^2 .*@anna.*\$1,000\.00/ }).waitFor()
  await press(page, 'button', 'New: 1')
  await page.getByRole('row', { name: /^4 .*Summer.*\$70\.00/ }).waitFor()

  const download = page.waitForEvent('download')
  await press(page, 'button', 'Download this list (CSV)')
  const text = await readDownload(await download)
  expect((await download).suggestedFilename()).toBe('later-new.csv')
  // A cell that a spreadsheet would run is text in the download.
  expect(text).toContain("4,new,2026-04-03,Summer,'=cmd(),instagram,,S-3,,,,70.00,USD")

  await press(page, 'button', 'By month')
  await page.getByRole('row', { name: /^Mar 2026 Spend 2 \$5,400\.50/ }).waitFor()
  await press(page, 'button', 'By campaign')
  await page.getByRole('row', { name: /^Spring Spend 2 \$5,400\.50/ }).waitFor()
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(complaints).toEqual([])
})

test('the history is searched among all uploads, by keyboard, and the address keeps what was asked', async () => {
  const { page, complaints } = await scene.open('/uploads')
  const rows = page.getByRole('table', { name: 'History' }).getByRole('rowheader')
  await eventually(() => rows.allTextContents()).toEqual(['later.csv ', 'spend.csv '])
  await page.getByRole('searchbox', { name: 'File name has' }).focus()
  const searched: string[] = []
  page.on('request', (request) => {
    const search = new URL(request.url()).searchParams.get('search')
    if (search !== null) searched.push(search)
  })
  await page.keyboard.insertText('SPEN')
  await page.keyboard.press('Enter')
  await eventually(() => rows.allTextContents()).toEqual(['spend.csv '])
  expect(searched).toEqual(['SPEN'])
  await page.keyboard.press('Backspace')
  await eventually(async () => searched).toEqual(['SPEN', 'SPE'])
  await page.reload()
  await eventually(() => rows.allTextContents()).toEqual(['spend.csv '])
  await page.getByLabel('Uploaded until').fill('2020-01-01')
  await page.getByText('No upload fits.').waitFor()
  await press(page, 'button', 'Show all')
  await eventually(() => rows.count()).toBe(2)
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(complaints).toEqual([])
})
