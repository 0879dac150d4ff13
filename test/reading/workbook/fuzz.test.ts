import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Unreadable } from '../../../functions/domain/reading/refusal.ts'
import { openWorkbook } from '../../../functions/domain/reading/workbook/open-workbook.ts'
import { surveySheets } from '../../../functions/domain/reading/workbook/survey-sheets.ts'
import { workbookFiles } from './make-workbook.ts'
import { type Packed, writeZip } from './write-zip.ts'

const files = workbookFiles({
  sheets: [
    {
      before: '<dimension ref="A1:C3"/><cols><col min="1" max="2" hidden="1"/></cols>',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46095</v></c></row><row r="3"><c r="C3"><f>A1</f></c></row>',
      after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
    },
  ],
  formats: ['[$-409]d/m/yyyy'],
  texts: ['<r><t>Anna</t></r>'],
})

/** Read, or refused in words: anything else that is thrown fails the test. */
async function readOrRefuse(bytes: Uint8Array): Promise<void> {
  try {
    await surveySheets(await openWorkbook(bytes))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    expect(error.refusal.message).toMatch(/^This (file|workbook|is) .*\.$/s)
  }
}

const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 })

function flip(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Buffer {
  const changed = Buffer.from(bytes)
  for (const [at, by] of changes) changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ by
  return changed
}

test('a workbook with some bytes changed is read or refused', () =>
  fc.assert(
    fc.asyncProperty(flips, fc.boolean(), fc.boolean(), async (changes, stored, zip64) => {
      await readOrRefuse(
        flip(
          writeZip(
            files.map((file) => ({ ...file, stored })),
            zip64,
          ),
          changes,
        ),
      )
    }),
    { numRuns: 400, seed: 4 },
  ))

test('a part with some bytes changed or cut, in a sound zip, is read or refused', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(), flips, fc.nat(), async (which, changes, cut) => {
      const spoiled = (file: Packed): Packed => {
        const data = flip(Buffer.from(file.data), changes)
        return { ...file, data: cut % 2 ? data : data.subarray(0, cut % data.length) }
      }
      await readOrRefuse(writeZip(files.map((file, i) => (i === which % files.length ? spoiled(file) : file))))
    }),
    { numRuns: 400, seed: 4 },
  ))
