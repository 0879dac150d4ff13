import { useEffect, useReducer } from 'preact/hooks'
import type { UploadKind } from '../../../../functions/contract/upload.ts'
import type { Dropped } from '../../ui/dropped-files.ts'
import { guessKindOf } from './guess-kind.ts'
import { isSameFile } from './is-same-file.ts'

export type Chosen = {
  key: number
  file: File
  kind: UploadKind | null
  unsure: boolean
  /** Holds what an earlier one of the list holds: its key. */
  twin: number | null
}

type State = { chosen: readonly Chosen[]; folders: readonly string[] }

/** What is about to be uploaded; it stays while other pages are looked at, as long as the window. */
let state: State = { chosen: [], folders: [] }
let lastKey = 0
const changed = new EventTarget()

function change(next: Partial<State>): void {
  state = { ...state, ...next }
  changed.dispatchEvent(new Event('change'))
}

export function setChosen(chosen: readonly Chosen[]): void {
  change({ chosen, folders: [] })
}

/** Adds files with the kind that their headers tell. Folders are named and not taken. */
export async function takeFiles({ files, folders }: Dropped): Promise<void> {
  change({ folders })
  for (const file of files) {
    const kind = await guessKindOf(file)
    const twin = await findTwin(file)
    lastKey += 1
    change({ chosen: [...state.chosen, { key: lastKey, file, kind, unsure: kind === null, twin }] })
  }
}

async function findTwin(file: File): Promise<number | null> {
  for (const { key, file: other } of state.chosen) if (await isSameFile(file, other)) return key
  return null
}

export function useChosen(): State {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const listener = () => redraw(undefined)
    changed.addEventListener('change', listener)
    return () => changed.removeEventListener('change', listener)
  }, [])
  return state
}
