import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { showReading } from '../../functions/usecases/show-reading.ts'
import { missing, pathOf, ratesOfOne, realFiles, why } from '../support/real-files.ts'
import { driveBooks } from './drive-books.ts'

describe.skipIf(missing)(`exports off real systems${why}`, () => {
  test.each(realFiles)(
    '$file: $rows rows',
    async ({ file, kind, currency, asked, says, rows, totals, agrees = [] }) => {
      const driver = await driveBooks({ reportingCurrency: currency as never })
      if (totals.length > 1) await driver.load({ kind: 'fx', file: ratesOfOne(currency) })
      const bytes = readFileSync(pathOf(file))
      const id = await driver.send({ kind, file: bytes })
      const first = await driver.check(id)
      const reading = await showReading(driver, id)
      const questions = reading?.questions.filter(({ answer }) => answer === null) ?? []
      expect(
        [...questions, ...(reading?.needs ?? [])].map((one) => ('id' in one ? one.id.split(':')[0] : one.field)),
      ).toEqual(asked)
      expect(first.state).toBe(asked.length === 0 ? 'ready' : 'rejected')

      const answers = Object.fromEntries(questions.map(({ id, proposed }) => [id, proposed]))
      const upload = asked.length === 0 ? first : await driver.check(id, { reading: { ...says, answers } })
      expect(await driver.problems(upload)).toEqual([])
      expect(upload).toMatchObject({ state: 'ready', rows: { read: rows, valid: rows, problems: 0 } })
      expect(upload.totals.map((total) => `${total.measure} ${total.currency} ${total.amountMinor}`).sort()).toEqual(
        totals,
      )
      const agreeing = (await showReading(driver, id))?.totals.filter((total) => total.agrees) ?? []
      expect(agreeing.map(({ stated }) => stated)).toEqual(expect.arrayContaining(agrees))

      await driver.commit(upload)
      expect(await driver.findings()).toEqual([])
    },
  )
})
