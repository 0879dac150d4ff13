import type { Books } from '../../functions/store/ports.ts'

/** The process ended here: what was written stands, nothing more is done. */
export class InjectedCrash extends Error {
  constructor() {
    super('injected crash')
    this.name = 'InjectedCrash'
  }
}

export type CrashMode = 'before' | 'after'

/**
 * Books whose n-th write (counting from 1) crashes before or after it takes effect; from then on every call throws
 * `InjectedCrash`, as a dead process makes none. Chunks and names count one by one, every other call as one write.
 */
export function failAfter(books: Books, n: number, mode: CrashMode): Books {
  let seen = 0
  let dead = false
  return throughWrites(books, {
    async write(units, run) {
      if (dead) throw new InjectedCrash()
      const first = seen + 1
      seen += units
      if (units === 0 || n < first || n > seen) return run(units)
      const done = n - first + (mode === 'after' ? 1 : 0)
      dead = true
      if (done > 0) await run(done)
      throw new InjectedCrash()
    },
    read(run) {
      if (dead) throw new InjectedCrash()
      return run()
    },
  })
}

/** Counts writes as `failAfter` does: crash a repeat at each number from 1 to `writes()`. */
export function countWrites(books: Books): { books: Books; writes: () => number } {
  let seen = 0
  const counted = throughWrites(books, {
    write(units, run) {
      seen += units
      return run(units)
    },
    read: (run) => run(),
  })
  return { books: counted, writes: () => seen }
}

type Gate = {
  /** Must do the first `done` of the write's units by `run(done)`. */
  write: <T>(units: number, run: (done: number) => Promise<T>) => Promise<T>
  read: <T>(run: () => Promise<T>) => Promise<T>
}

function throughWrites(books: Books, { write, read }: Gate): Books {
  const {
    ledger,
    uploads,
    changes,
    parts,
    problems,
    names,
    chunks,
    stagings,
    refusals,
    mappings,
    scenarios,
    vettings,
    views,
  } = books
  const one = <A extends unknown[], T>(call: (...args: A) => Promise<T>) => {
    return async (...args: A) => write(1, () => call(...args))
  }
  const each = <I>(call: (items: I[]) => Promise<void>) => {
    return async (items: I[]) => write(items.length, (done) => call(items.slice(0, done)))
  }
  const asked = <A extends unknown[], T>(call: (...args: A) => Promise<T>) => {
    return async (...args: A) => read(() => call(...args))
  }
  return {
    ledger: {
      head: asked(ledger.head),
      create: one(ledger.create),
      snapshot: asked(ledger.snapshot),
      summaries: asked(ledger.summaries),
      preview: asked(ledger.preview),
      putPreview: one(ledger.putPreview),
      publish: one(ledger.publish),
    },
    uploads: {
      create: one(uploads.create),
      get: asked(uploads.get),
      list: asked(uploads.list),
      update: one(uploads.update),
      progress: one(uploads.progress),
    },
    changes: {
      create: one(changes.create),
      get: asked(changes.get),
      list: asked(changes.list),
      update: one(changes.update),
      progress: one(changes.progress),
    },
    parts: { put: one(parts.put), list: asked(parts.list), get: asked(parts.get) },
    problems: { put: one(problems.put), list: asked(problems.list), causes: asked(problems.causes) },
    names: { get: asked(names.get), put: each(names.put), all: asked(names.all) },
    chunks: {
      read: asked(chunks.read),
      write: each(chunks.write),
      list: asked(chunks.list),
      remove: each(chunks.remove),
    },
    stagings: {
      note: one(stagings.note),
      list: asked(stagings.list),
      keepProblems: one(stagings.keepProblems),
      forget: one(stagings.forget),
    },
    refusals: { list: asked(refusals.list), put: each(refusals.put), remove: each(refusals.remove) },
    mappings: {
      list: asked(mappings.list),
      find: asked(mappings.find),
      create: one(mappings.create),
      update: one(mappings.update),
      used: one(mappings.used),
      remove: one(mappings.remove),
    },
    scenarios: {
      list: asked(scenarios.list),
      find: asked(scenarios.find),
      put: one(scenarios.put),
      remove: one(scenarios.remove),
    },
    vettings: { list: asked(vettings.list), get: asked(vettings.get), put: one(vettings.put) },
    views: {
      list: asked(views.list),
      find: asked(views.find),
      put: one(views.put),
      update: one(views.update),
      remove: one(views.remove),
    },
  }
}
