import type { FlagCode, LeftOut } from '../contract/upload.ts'
import type { UploadRecord } from '../domain/ledger/upload-record.ts'
import type { ReadingPlan } from '../domain/reading/reading-plan.ts'
import type { Books } from '../store/ports.ts'
import { parseUpload } from './parse-upload.ts'

export type Flagged = { lines: ReadonlySet<number>; leftOut: LeftOut[] }

/**
 * The lines that carry the warnings whose lines are to be left out, of the file as it is without the lines that are
 * named one by one. What a line is warned of may depend on all others, so this is a reading of its own.
 */
export async function findFlagged(
  deps: { books: Books },
  input: { record: UploadRecord; nameKey: string; plan: ReadingPlan; onBytes: (bytes: number) => Promise<void> },
): Promise<Flagged> {
  const whole = new Set<FlagCode>(input.record.options.excludeFlagged)
  const lines = new Set<number>()
  if (whole.size === 0) return { lines, leftOut: [] }
  const { parser } = await parseUpload(deps, { ...input, skip: new Set(), whole, onBlock: async () => undefined })
  const flags = (parser.flags?.() ?? []).filter(({ code }) => whole.has(code))
  for (const flag of flags) for (const line of flag.lines) lines.add(line)
  return { lines, leftOut: flags.map(({ code, message, total }) => ({ code, message, rows: total })) }
}
