import { counted } from '../cli/show-table.ts'
import { type LoadSampleDeps, loadSample } from './load-sample.ts'

const uploadsSeen = 100

/** Loads the sample where it is wanted and due, and says so; else what the books hold instead. Never rejects. */
export async function fillBooks(deps: LoadSampleDeps, wanted: boolean, say: (sentence: string) => void): Promise<void> {
  try {
    if (!wanted) {
      const { sample, text } = await describeBooks(deps)
      if (sample > 0)
        say(`SAMPLE=off loads nothing more, but the books hold ${text}. Set another DATA_DIR for empty books.`)
      return
    }
    const outcome = await loadSample(deps, { begin: () => say('Loading sample data …') })
    if (outcome === 'loaded') say('Sample data is loaded.')
    if (outcome === 'not due')
      say(`No sample data is to be loaded: the books hold ${(await describeBooks(deps)).text}.`)
  } catch (error) {
    if (deps.signal.aborted) return
    deps.log({ level: 'error', message: 'the sample was not loaded', error })
  }
}

async function describeBooks({ books }: LoadSampleDeps): Promise<{ sample: number; text: string }> {
  const { items, next } = await books.uploads.list({ limit: uploadsSeen })
  const committed = items.filter(({ state }) => state === 'committed')
  const sample = committed.filter((upload) => upload.sample).length
  const own = committed.length - sample
  const parts = [
    ...(sample === 0 ? [] : [counted(sample, 'sample upload')]),
    ...(own === 0 ? [] : [`${counted(own, 'upload')} of your own`]),
  ]
  const text = parts.length === 0 ? 'no committed upload' : parts.join(' and ')
  return { sample, text: next === null ? text : `${text} among the latest ${uploadsSeen}` }
}
