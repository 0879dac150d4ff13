import type { MatchKind } from '../../contract/match.ts'
import { tidyText } from '../ingest/normalise.ts'
import { leadingForms, legalForms, trailingForms, weakWords } from './name-words.ts'

/** What remains of a spelling once case, accents, punctuation, emoji, legal forms and order are taken away. */
export type FoldedName = {
  /** In the order of the text. */
  words: readonly string[]
  /** The words in alphabetical order. */
  key: string
  /** The words without spaces. */
  joined: string
  /** Words that tell who it is: without `official`, `media` and the like. */
  core: readonly string[]
  coreJoined: string
  /** An account, from `@anna`, an address such as `instagram.com/anna`, or `Anna (@anna)`; without points and underscores. */
  handle: string | null
  /** Numbers in the text, in order: 2025 and 2026 are two names. */
  numbers: string
}

const address =
  /(?:https?:\/\/)?(?:www\.|m\.|vm\.)?(?:instagram|tiktok|youtube|twitter|x|facebook|twitch|threads|snapchat|linkedin|pinterest)\.(?:com|net|tv)\/(?:(?:c|channel|user|in|add|people)\/)?@?([\p{L}\p{N}._-]+)\S*/iu
const mention = /(?:^|[\s([{|/:,;])@([\p{L}\p{N}._-]+)/u

/** Names of pages of the networks themselves, where a handle would stand. */
const noHandles = new Set(['p', 'reel', 'reels', 'watch', 'video', 'shorts', 'stories', 'status', 'posts', 'explore'])

/** The account that an address of a network names, folded; null if it names none. */
export function handleInAddress(text: string): string | null {
  const found = address.exec(text)?.[1]
  if (found === undefined || noHandles.has(found.toLowerCase())) return null
  return foldHandle(found)
}

export function foldName(kind: MatchKind, text: string): FoldedName {
  const tidy = tidyText(text)
  const handle = kind === 'creator' ? (handleInAddress(tidy) ?? mentionIn(tidy)) : null
  const rest = kind === 'creator' ? textBeside(tidy) : tidy
  const words = significant(splitWords(rest.replace(/\s(?:feat|ft|featuring)\b.*$/iu, '')))
  const all = words.length > 0 || handle === null ? words : splitWords(textOfHandle(tidy))
  const core = all.filter((word) => !weakWords[kind].has(word))
  const telling = core.length > 0 ? core : all
  return {
    words: all,
    key: all.toSorted().join(' '),
    joined: all.join(''),
    core: telling,
    coreJoined: telling.join(''),
    handle,
    numbers: (all.join(' ').match(/\d+/g) ?? []).map(Number).join(' '),
  }
}

/** Letters that accents do not explain. */
const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

/** Lower case without accents. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđðþæœı]/gu, (letter) => letters[letter] ?? letter)
}

export const foldHandle = (handle: string): string => foldLetters(handle).replace(/[^\p{L}\p{N}]/gu, '')

function mentionIn(text: string): string | null {
  const found = mention.exec(text)?.[1]
  const folded = found === undefined ? '' : foldHandle(found)
  return folded === '' ? null : folded
}

/** What stands beside a handle: `Anna Smith` of `Anna Smith (@anna)`. */
const textBeside = (text: string): string => text.replace(address, ' ').replace(new RegExp(mention, 'gu'), ' ')

const textOfHandle = (text: string): string => address.exec(text)?.[1] ?? mention.exec(text)?.[1] ?? text

function splitWords(text: string): string[] {
  return (
    foldLetters(text)
      .replace(/['’`´]/gu, '')
      // `S.L.` is one word, and so is `G.m.b.H.`
      .replace(/(?<![\p{L}\p{N}])((?:\p{L}{1,2}\.){2,}\p{L}?)/gu, (dotted) => `${dotted.replaceAll('.', '')} `)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
  )
}

function significant(words: readonly string[]): string[] {
  const named = words.filter((word) => !legalForms.has(word))
  let [start, end] = [0, named.length]
  while (end - start > 1 && trailingForms.has(named[end - 1] as string)) end--
  while (end - start > 1 && leadingForms.has(named[start] as string)) start++
  return named.length === 0 ? [...words] : named.slice(start, end)
}
