import { ApiProblem } from './api-problem.ts'

let answers = true
const changed = new EventTarget()

/** `fetch` that tells a service out of reach from a bug of ours: both throw a `TypeError`. */
export const reach: typeof fetch = async (input, init) => {
  try {
    const response = await fetch(input, init)
    note(true)
    return response
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    note(false)
    throw new ApiProblem('offline', { detail: error.message })
  }
}

function note(next: boolean): void {
  if (answers === next) return
  answers = next
  changed.dispatchEvent(new Event('change'))
}

/** `silent`: the service did not answer when it was last asked, though this machine has a connection. */
export type Reach = 'ok' | 'offline' | 'silent'

export function currentReach(): Reach {
  if (!navigator.onLine) return 'offline'
  return answers ? 'ok' : 'silent'
}

export function onReach(listener: () => void): () => void {
  changed.addEventListener('change', listener)
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    changed.removeEventListener('change', listener)
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
