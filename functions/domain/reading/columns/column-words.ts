import type { UploadKind } from '../../../contract/upload.ts'
import { kindFields } from '../../ingest/kinds.ts'
import { headerNames } from './header-names.ts'
import { foldWord } from './month-names.ts'

/** The words of a header, small and without accents: `Coût_total (EUR)` is `cout total eur`; `adSpend` is `ad spend`. */
export function wordsOf(header: string): string[] {
  return foldWord(
    header
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/%/g, ' percent ')
      .replace(/[Øø](?=\s)/gu, ' avg '),
  )
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** The header without what stands in brackets, and without a currency at its end: `Amount spent (USD)`, `Betrag in EUR`. */
export function bareHeader(header: string): string {
  const bare = header
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/(?:[\s/_-]+in)?[\s/_-]+(?:[A-Z]{3}|[$€£¥₹₫₺₽₴₩₱฿₪]|euros?)\s*$/u, '')
    .replace(/[$€£¥₹₫₺₽₴₩₱฿₪]/gu, ' ')
    .trim()
  return bare === '' ? header : bare
}

const lists = new Map<string, string[][]>()

/** The names of a field, each as its words. */
export function namesOf(kind: UploadKind, field: string): string[][] {
  const key = `${kind} ${field}`
  const known = lists.get(key)
  if (known) return known
  const spec = kindFields[kind].find(({ name }) => name === field)
  const further = [headerNames[field], headerNames[key]].flatMap((list) => list?.split(',') ?? [])
  const texts = [field, ...(spec?.synonyms ?? []), ...further]
  const names = texts.map(wordsOf).filter((words) => words.length > 0)
  lists.set(key, names)
  return names
}

/** Whether all words of a name stand in a header, in their order and next to each other. */
export function containsName(header: readonly string[], name: readonly string[]): boolean {
  for (let at = 0; at + name.length <= header.length; at++) {
    if (name.every((word, n) => header[at + n] === word)) return true
  }
  return false
}
