import { limits } from '../../contract/limits.ts'
import { getOrAdd } from '../get-or-add.ts'
import type { FoldedName } from './fold-name.ts'
import type { Compared } from './score-pair.ts'

/** How many of the likeliest others each name is compared with. */
const comparedMax = 24
const weights = { exact: 12, word: 4, gram: 1 } as const

/**
 * Pairs worth comparing, as positions: names that share a word, an account, initials, a reference or enough of their
 * letters. Nobody is held against everybody: what more than `limits.matchKeyNamesMax` names share is passed over.
 * @param wanted positions that look for a partner
 * @param extra further keys of a position, each as good as an equal name
 */
export function findCandidates(
  all: readonly Compared[],
  wanted: readonly boolean[],
  extra: (at: number) => readonly string[],
): [number, number][] {
  const keysOf = all.map((one, at) => keysOfParty(one, extra(at)))
  const holders = new Map<string, number[]>()
  keysOf.forEach((keys, at) => {
    for (const key of keys.keys()) getOrAdd(holders, key, () => []).push(at)
  })
  const score = new Float64Array(all.length)
  const found = new Set<number>()
  keysOf.forEach((keys, at) => {
    if (!wanted[at]) return
    const touched: number[] = []
    for (const [key, weight] of keys) {
      const others = holders.get(key) as number[]
      if (others.length > limits.matchKeyNamesMax) continue
      // What few share tells more.
      const share = weight / Math.log2(others.length + 2)
      for (const other of others) {
        if (other === at) continue
        if (score[other] === 0) touched.push(other)
        score[other] = (score[other] as number) + share
      }
    }
    touched.sort((a, b) => (score[b] as number) - (score[a] as number) || a - b)
    for (const other of touched.slice(0, comparedMax)) found.add(pairOf(at, other, all.length))
    for (const other of touched) score[other] = 0
  })
  return [...found].sort((a, b) => a - b).map((pair) => [Math.floor(pair / all.length), pair % all.length])
}

const pairOf = (a: number, b: number, count: number): number => Math.min(a, b) * count + Math.max(a, b)

function keysOfParty({ folded, handles }: Compared, extra: readonly string[]): Map<string, number> {
  const keys = new Map<string, number>()
  const add = (key: string, weight: number): void => {
    keys.set(key, Math.max(weight, keys.get(key) ?? 0))
  }
  for (const key of extra) add(`x${key}`, weights.exact)
  for (const handle of handles) add(`j${handle}`, weights.exact)
  for (const name of folded) addNameKeys(name, add)
  return keys
}

function addNameKeys(name: FoldedName, add: (key: string, weight: number) => void): void {
  const { key, joined, core, coreJoined, handle } = name
  if (handle !== null) add(`j${handle}`, weights.exact)
  if (key !== '') add(`k${key}`, weights.exact)
  for (const text of [joined, coreJoined]) if (text !== '') add(`j${text}`, weights.exact)
  for (const word of core) if (word.length > 1) add(`w${word}`, weights.word)
  for (const text of initialsOf(core)) add(`i${text}`, weights.word)
  if (core.length === 1) add(`i${coreJoined}`, weights.word)
  const padded = `^${coreJoined}$`
  for (let at = 0; at + 3 <= padded.length && at < 60; at++) add(`g${padded.slice(at, at + 3)}`, weights.gram)
}

/** The forms that `compareNames` takes for initials. */
function initialsOf(words: readonly string[]): string[] {
  if (words.length < 2) return []
  const [first, last] = [words[0] as string, words.at(-1) as string]
  return [`${first[0]}${last}`, `${first}${last[0]}`, words.map((word) => word[0]).join('')]
}
