import type { MatchKind } from '../../contract/match.ts'
import { getOrAdd } from '../get-or-add.ts'
import type { Block, Subject } from '../ledger/block.ts'
import { foldLetters, handleInAddress } from './fold-name.ts'

/** What rows say of names beside their spelling. */
export type MatchEvidence = {
  /** Invoice number or post → the name ids whose rows hold it; more than a few are left out. */
  references: ReadonlyMap<string, ReadonlySet<number>>
  /** Accounts in the addresses of a name's posts, folded. */
  handles: ReadonlyMap<number, ReadonlySet<string>>
}

export const noEvidence: MatchEvidence = { references: new Map(), handles: new Map() }

/** A reference of so many names is a batch, not one deal. */
const holdersMax = 6
const charsMin = 4
const handlesMax = 4

/**
 * Collects evidence from blocks: those with spend first, since posts are remembered only where some spend refers to
 * them. Holds no more than `referencesMax` references.
 */
export class EvidenceCollector {
  readonly #references = new Map<string, Set<number>>()
  readonly #handles = new Map<number, Set<string>>()
  readonly #of: MatchKind
  readonly #referencesMax: number

  constructor(of: MatchKind, referencesMax: number) {
    this.#of = of
    this.#referencesMax = referencesMax
  }

  addSpend({ spends, subjects, texts }: Block): void {
    for (let i = 0; i < spends.count; i++) {
      const subject = subjects[spends.subject[i] as number]
      const id = subject ? subject[this.#of] : 0
      if (!subject || id === 0) continue
      const reference = texts[spends.reference[i] as number]
      if (reference !== undefined) this.#note(reference, id, true)
      if (subject.post !== '') this.#note(subject.post, id, true)
    }
  }

  addResults({ subjects }: Block): void {
    for (const subject of subjects) {
      const id = subject[this.#of]
      if (id === 0 || subject.post === '') continue
      this.#note(subject.post, id, false)
      this.#noteHandle(subject, id)
    }
  }

  evidence(): MatchEvidence {
    const told = [...this.#references].filter(([, ids]) => ids.size > 1 && ids.size <= holdersMax)
    return { references: new Map(told), handles: this.#handles }
  }

  #note(text: string, id: number, begins: boolean): void {
    for (const key of referenceKeys(text)) {
      const known = this.#references.get(key)
      if (known) {
        if (known.size <= holdersMax) known.add(id)
      } else if (begins && this.#references.size < this.#referencesMax) this.#references.set(key, new Set([id]))
    }
  }

  #noteHandle({ post }: Subject, id: number): void {
    if (this.#of !== 'creator' || !post.includes('/')) return
    const handle = handleInAddress(post)
    const known = handle === null ? undefined : getOrAdd(this.#handles, id, () => new Set())
    if (handle !== null && known && known.size < handlesMax) known.add(handle)
  }
}

/** A reference, and the post that an address ends in: `INV-1042`, `instagram.com/p/C5kd83Jx` and `C5kd83Jx`. */
function referenceKeys(text: string): string[] {
  // Ids of posts tell capitals apart.
  const whole = text
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  const keys = whole.includes('/') ? [whole, whole.slice(whole.lastIndexOf('/') + 1)] : [whole]
  const telling = keys.filter((key) => key.length >= charsMin && /\d/.test(key))
  return telling.map((key) => (/^[\w-]{9,}$/.test(key) && !/^[a-z]{2,5}-/i.test(key) ? key : foldLetters(key)))
}
