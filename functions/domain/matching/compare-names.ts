import { distance } from 'fastest-levenshtein'
import type { MatchReasonCode } from '../../contract/match.ts'
import type { FoldedName } from './fold-name.ts'

/** How much a reason speaks for two names being one: 0 to 1. */
export type Weighed = { code: MatchReasonCode; weight: number; text: string }

/** Shorter names are alike by chance. */
const lettersMin = 5
const similarFrom = 0.75

/**
 * The strongest reason why two spellings may mean the same. `namesWith` tells how many names hold a word: a first name
 * that many share says little. Symmetric.
 */
export function compareNames(a: FoldedName, b: FoldedName, namesWith: (word: string) => number): Weighed | null {
  const [shorter, longer] = a.joined.length <= b.joined.length ? [a, b] : [b, a]
  if (a.handle !== null && a.handle === b.handle)
    return { code: 'same-handle', weight: 0.95, text: `Both are the account @${a.handle}.` }
  if (a.key !== '' && a.key === b.key)
    return {
      code: 'same-name',
      weight: 0.92,
      text: 'The same words, but for case, accents, punctuation, legal form or order.',
    }
  const byHandle = handleIsName(a, b) ?? handleIsName(b, a)
  if (byHandle) return byHandle
  if (a.joined !== '' && a.joined === b.joined)
    return {
      code: 'joined-name',
      weight: strength(a.joined, 0.88),
      text: 'The same letters, written together or apart.',
    }
  if (a.numbers !== b.numbers) return null
  if (a.coreJoined !== '' && sameWords(a.core, b.core))
    return {
      code: 'core-name',
      weight: strength(a.coreJoined, 0.8),
      text: 'The same but for words such as “official” or “media”.',
    }
  return strongest([initials(a, b) ?? initials(b, a), within(shorter, longer, namesWith), similar(a, b)])
}

const strength = (letters: string, full: number): number => (letters.length >= lettersMin ? full : full * 0.7)

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.join('') === b.join('') || a.toSorted().join(' ') === b.toSorted().join(' ')

function strongest(found: readonly (Weighed | null)[]): Weighed | null {
  return found.reduce((best, reason) => (reason && (!best || reason.weight > best.weight) ? reason : best), null)
}

function handleIsName(a: FoldedName, b: FoldedName): Weighed | null {
  if (a.handle === null || ![b.joined, b.coreJoined].includes(a.handle)) return null
  return {
    code: 'handle-is-name',
    weight: strength(a.handle, 0.88),
    text: `The account @${a.handle} is the other name, written together.`,
  }
}

function within(shorter: FoldedName, longer: FoldedName, namesWith: (word: string) => number): Weighed | null {
  const [few, many] =
    shorter.core.length <= longer.core.length ? [shorter.core, longer.core] : [longer.core, shorter.core]
  const held = few.length > 0 && few.every((word) => many.includes(word))
  if (!held) return beginsOrEnds(shorter, longer)
  const text = `All words of one stand in the other: ${few.join(' ')}.`
  if (few.length > 1) return { code: 'name-within', weight: 0.7, text }
  const [word = ''] = few
  if (word.length < 3 || /^\d+$/.test(word)) return null
  const share = namesWith(word)
  return { code: 'name-within', weight: share <= 2 ? 0.5 : share <= 4 ? 0.35 : 0.15, text }
}

/** `annasmith` in `annasmithfit`. */
function beginsOrEnds(shorter: FoldedName, longer: FoldedName): Weighed | null {
  const [part, whole] = [shorter.coreJoined, longer.coreJoined]
  if (part.length < 6 || part.length / whole.length < 0.5 || !(whole.startsWith(part) || whole.endsWith(part)))
    return null
  return { code: 'name-within', weight: 0.5, text: `One begins or ends with the other: ${part}.` }
}

/** `A. Smith`, `asmith`, `annas` for Anna Smith; `VSP` for Vijay Shree Pathak. */
function initials(short: FoldedName, full: FoldedName): Weighed | null {
  const words = full.core
  if (words.length < 2) return null
  const text = `${short.core.join(' ')} could be the initials of ${words.join(' ')}.`
  if (short.core.length === words.length && words.every((word, at) => isInitial(word, short.core[at] as string)))
    return short.core.some((word) => word.length > 1) ? { code: 'initials', weight: 0.6, text } : null
  if (short.core.length !== 1) return null
  const joined = short.coreJoined
  const first = words[0] as string
  const last = words.at(-1) as string
  if (joined.length >= 5 && (joined === `${first[0]}${last}` || joined === `${first}${last[0]}`))
    return { code: 'initials', weight: 0.5, text }
  const letters = words.map((word) => word[0]).join('')
  return letters.length >= 3 && joined === letters ? { code: 'initials', weight: 0.4, text } : null
}

const isInitial = (word: string, short: string): boolean =>
  word === short || (short.length === 1 && word.startsWith(short))

function similar(a: FoldedName, b: FoldedName): Weighed | null {
  const pairs = [
    [a.coreJoined, b.coreJoined],
    [a.core.toSorted().join(''), b.core.toSorted().join('')],
  ] as const
  let most = 0
  for (const [one, other] of pairs) {
    const longest = Math.max(one.length, other.length)
    if (Math.min(one.length, other.length) >= lettersMin) most = Math.max(most, 1 - distance(one, other) / longest)
  }
  if (most < similarFrom) return null
  return {
    code: 'similar-name',
    weight: Math.min(0.75, (most - 0.6) * 1.9),
    text: `The spellings are ${Math.floor(most * 100)} % alike.`,
  }
}
