import type { Upload } from '../../../../functions/contract/upload.ts'

/** An upload and the runs of a series' points that it has rows in: first and last, by place. */
export type Covered = { upload: Upload; runs: [first: number, last: number][] }

const lanesMax = 4
const withRows: readonly Upload['kind'][] = ['spend', 'results', 'performance']

/** Which uploads the points of a series come from: the newest first, and how many more there are. */
export function toCoverage(
  uploads: readonly Upload[],
  dates: readonly string[],
  snapshot: number,
): { covered: Covered[]; more: number } {
  const counting = uploads.filter(
    (upload) => upload.state === 'committed' && withRows.includes(upload.kind) && (upload.snapshot ?? 0) <= snapshot,
  )
  const all = counting
    .map((upload) => ({ upload, runs: runsOf(new Set<string>(upload.months), dates) }))
    .filter(({ runs }) => runs.length > 0)
    .sort((a, b) => (b.upload.snapshot ?? 0) - (a.upload.snapshot ?? 0))
  return { covered: all.slice(0, lanesMax), more: Math.max(0, all.length - lanesMax) }
}

function runsOf(months: ReadonlySet<string>, dates: readonly string[]): Covered['runs'] {
  const runs: Covered['runs'] = []
  dates.forEach((date, at) => {
    if (!months.has(date.slice(0, 7))) return
    const run = runs.at(-1)
    if (run && run[1] === at - 1) run[1] = at
    else runs.push([at, at])
  })
  return runs
}
