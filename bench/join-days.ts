import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset } from './dataset.ts'

/** Writes one file of some days' files. @returns its path */
export function joinDays(dir: string, days: Dataset['daily'], kind: 'spend' | 'results'): string {
  const path = join(dir, `${kind}-${days[0]?.date}.csv`)
  const files = days.flatMap((day) => day[kind] ?? [])
  files.forEach((file, at) => {
    const text = readFileSync(file, 'utf8')
    appendFileSync(path, at === 0 ? text : text.slice(text.indexOf('\n') + 1))
  })
  return path
}
