import * as z from 'zod'
import { Instant } from './ids.ts'
import { limits } from './limits.ts'

const text = z.string().max(limits.patchCharsMax)
/** As no file may hold it. */
const written = text.refine((chars) => !chars.includes('\u0000'), { error: 'holds a byte that is no text' })

/** One cell of an upload's file that is to be read as if something else stood in it. */
export const CellMend = z.object({
  /** Numbered as problems are. */
  line: z.int().min(1),
  /** Which cell of the line, counted from 1. */
  cell: z.int().min(1).max(limits.columnsMax),
  /** What stands there as the file is. */
  old: text,
  new: written,
})
export type CellMend = z.infer<typeof CellMend>

/** Cell by cell: what is not listed stands as the file has it. */
export const CellMends = z
  .array(CellMend)
  .max(limits.patchesMax)
  .refine((mends) => new Set(mends.map(({ line, cell }) => `${line} ${cell}`)).size === mends.length, {
    error: 'each cell at most once',
  })
  .refine(
    (mends) => mends.reduce((sum, mend) => sum + mend.old.length + mend.new.length, 0) <= limits.patchesCharsMax,
    {
      error: `at most ${limits.patchesCharsMax} characters in all: mend the file itself`,
    },
  )

/** A mended cell as it is kept with the upload. */
export const CellPatch = CellMend.extend({
  /** The column's name in the file; empty where it has none. */
  column: z.string(),
  /** Of a workbook the sheet that it was made in: it holds in no other. */
  sheet: z.string().default(''),
  by: z.string(),
  at: Instant,
})
export type CellPatch = z.infer<typeof CellPatch>

export const CellPatchList = z.object({ patches: z.array(CellPatch) })
export type CellPatchList = z.infer<typeof CellPatchList>

export const LinesQuery = z.object({
  /** Numbers with commas between them: `3,17`. */
  lines: z.string().regex(new RegExp(`^[1-9]\\d{0,8}(,[1-9]\\d{0,8}){0,${limits.linesShownMax - 1}}$`), {
    error: `at most ${limits.linesShownMax} line numbers with commas between them, such as 3,17`,
  }),
})

/** Lines of a file as they are, without what was mended. */
export const UploadLines = z.object({
  /** Of the table that is read; `field` is what the column is read as, null where it is not read. */
  columns: z.array(z.object({ cell: z.int(), column: z.string(), field: z.string().nullable() })),
  lines: z.array(
    z.object({
      line: z.int(),
      /** Cut where they are longer than a cell that can be mended. */
      cells: z.array(z.string()),
    }),
  ),
})
export type UploadLines = z.infer<typeof UploadLines>
