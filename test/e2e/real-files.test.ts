import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Upload } from '../../functions/contract/upload.ts'
import { missing, pathOf, ratesOfOne, realFiles, why } from '../support/real-files.ts'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, csv, press } from './upload-files.ts'

describe.skipIf(missing)(`real exports through the pages${why}`, () => {
  const scene = setScene({ sample: false })

  test('rates come first: files in other currencies than the books need them', async () => {
    const { page } = await scene.open('/uploads')
    await chooseByKeyboard(page, /Choose files/, [csv('rates.csv', [ratesOfOne('USD')])])
    await press(page, 'button', 'Upload 1 file')
    await press(page, 'link', 'rates.csv')
    await press(page, 'button', 'Commit')
    await page.getByRole('heading', { name: 'Committed: it counts' }).waitFor()
  })

  test.each(realFiles)('$file: $rows rows', async ({ file, kind, asked, says, rows, totals }) => {
    const { page, complaints } = await scene.open('/uploads')
    const path = pathOf(file)
    const buffer = readFileSync(path)
    await chooseByKeyboard(page, /Choose files/, [{ name: basename(path), mimeType: '', buffer }])
    await page.getByRole('combobox', { name: /^Kind of/ }).selectOption(kind)
    await press(page, 'button', 'Upload 1 file')
    await press(page, 'link', basename(path))
    if (asked.length > 0) {
      await page.getByRole('heading', { name: 'Before this file is read' }).waitFor()
      // Questions keep what is proposed; only the person knows what stands for all lines.
      const [currency, date] = [/^In which currency/, /On which day shall all its lines stand/].map((name) =>
        page.getByLabel(name),
      )
      if (says.constants?.currency) await currency?.fill(says.constants.currency)
      if (says.constants?.date) await date?.fill(says.constants.date)
      await press(page, 'button', 'Read the file with these answers')
    }
    await page.getByRole('heading', { name: 'Checked, and ready to commit' }).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const upload = await scene.ask<Upload>(`/uploads/${id}`)
    expect(upload.rows).toMatchObject({ read: rows, valid: rows, problems: 0 })
    expect(upload.totals.map((total) => `${total.measure} ${total.currency} ${total.amountMinor}`).sort()).toEqual(
      totals,
    )
    // What the page shows is what the service says.
    for (const { amountMinor, currency } of upload.totals) {
      const shown = new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amountMinor / 100)
      await eventually(() => page.getByText(shown).count()).toBeGreaterThan(0)
    }
    expect(complaints).toEqual([])
  })
})
