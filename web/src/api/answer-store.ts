import { type ApiProblem, toProblem } from './api-problem.ts'

/** One question and what is known of its answer. */
export type Entry = {
  data: unknown
  problem: ApiProblem | undefined
  pending: Promise<void> | undefined
  /** When `data` came, by `performance.now()`; 0 where something has changed since. */
  answeredMs: number
  listeners: Set<() => void>
}

type Load = () => Promise<unknown>

const entriesMax = 60
/** A page that comes this soon after an answer takes it as it is. */
const freshMs = 1000
const entries = new Map<string, Entry>()

export function entryOf(key: string): Entry {
  const known = entries.get(key)
  if (known) return known
  const entry: Entry = { data: undefined, problem: undefined, pending: undefined, answeredMs: 0, listeners: new Set() }
  entries.set(key, entry)
  for (const [old, { listeners }] of entries) {
    if (entries.size <= entriesMax) break
    if (listeners.size === 0 && old !== key) entries.delete(old)
  }
  return entry
}

/** Asks, unless the same question is under way: then both wait for one answer. */
export function loadEntry(key: string, load: Load): Promise<void> {
  const entry = entryOf(key)
  if (entry.pending) return entry.pending
  // What was forgotten meanwhile was asked by somebody else: that answer is nobody's.
  const isOurs = () => entry.pending === pending
  const pending: Promise<void> = new Promise<unknown>((resolve) => resolve(load()))
    .then(
      (data) => {
        if (isOurs()) Object.assign(entry, { data, problem: undefined, answeredMs: performance.now() })
      },
      (error: unknown) => {
        if (isOurs()) entry.problem = toProblem(error)
      },
    )
    .then(() => {
      if (!isOurs()) return
      entry.pending = undefined
      tell(entry)
    })
  entry.pending = pending
  tell(entry)
  return pending
}

function tell({ listeners }: Entry): void {
  for (const listener of listeners) listener()
}

/** Asks, unless the question was answered a moment ago: a page's parts come one after another and share it. */
export function loadUnlessFresh(key: string, load: Load): void {
  const { answeredMs } = entryOf(key)
  if (answeredMs === 0 || performance.now() - answeredMs > freshMs) void loadEntry(key, load)
}

const refreshes = new EventTarget()

/** Something was changed: every answer on the page is asked for again. What is shown stays until the new one is here. */
export function refreshAnswers(): void {
  for (const entry of entries.values()) entry.answeredMs = 0
  refreshes.dispatchEvent(new Event('refresh'))
}

export function onRefresh(listener: () => void): () => void {
  refreshes.addEventListener('refresh', listener)
  return () => refreshes.removeEventListener('refresh', listener)
}

/** Another role sees other things: nothing of what was answered before may be shown. */
export function forgetAnswers(): void {
  for (const [key, { listeners }] of entries) if (listeners.size === 0) entries.delete(key)
  for (const entry of entries.values()) {
    Object.assign(entry, { data: undefined, problem: undefined, pending: undefined })
  }
  refreshAnswers()
}
