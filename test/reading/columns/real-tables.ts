import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'

export const folder = '../shared/data'
export const missing = !existsSync(folder)
export const why = missing ? ` (skipped: there is no folder ${folder})` : ''

/** A plain split: where the table stands is told, since finding it is not what is tested here. */
export function realTable(
  name: string,
  { encoding = 'utf-8', header = 0, delimiter = '', keep = (_: readonly string[]): boolean => true } = {},
): { headers: string[]; rows: string[][] } {
  const text = new TextDecoder(encoding).decode(readFileSync(`${folder}/${name}`))
  const { data } = Papa.parse<string[]>(text, { delimiter })
  const headers = data[header] as string[]
  return { headers, rows: data.slice(header + 1).filter((cells) => cells.join('').trim() !== '' && keep(cells)) }
}
