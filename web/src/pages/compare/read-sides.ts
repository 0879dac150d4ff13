import type { View } from '../../state/view.ts'
import { parseView } from '../../state/view-url.ts'

/** The page's own part of the address. `with` is the search of another view; the rest overrides parts of it. */
export const otherDefaults = { with: '', withFrom: '', withTo: '', withSnapshot: '' }
export type OtherParameters = Readonly<typeof otherDefaults>

export type Sides = {
  own: View
  /** Null: there is nothing before what is shown, and nothing else is named. */
  other: View | null
  /** Parts of the address that mean nothing: the other side is without them, and has to say so. */
  ignored: string[]
}

/**
 * What the address sets side by side: the view, and what it names besides; else the compared range; else the same
 * question to the state of the books before.
 * @param shown number of the snapshot that the view shows, or that its preview was made from
 */
export function readSides(view: View, parameters: OtherParameters, shown: number): Sides {
  const own = { ...view, compareFrom: null, compareTo: null }
  const asked = parseView(parameters.with)
  const { withFrom, withTo, withSnapshot } = parameters
  const given = Object.entries({ from: withFrom, to: withTo, snapshot: withSnapshot }).filter(([, text]) => text !== '')
  const override = parseView(new URLSearchParams(given).toString())
  const ignored = [...asked.ignored, ...override.ignored.map((name) => overrideNames[name] ?? name)]
  if (asked.newer) ignored.push('with')
  if (parameters.with === '' && given.length === 0) return { own, other: usualOther(view, own, shown), ignored }
  const base = parameters.with === '' ? own : asBase(own, asked.view)
  const { from, to, snapshot } = override.view
  return {
    own,
    other: {
      ...base,
      ...(withFrom === '' && withTo === '' ? {} : { from, to }),
      ...(snapshot === null ? {} : { snapshot, preview: null }),
    },
    ignored,
  }
}

const overrideNames: Partial<Record<string, string>> = { from: 'withFrom', to: 'withTo', snapshot: 'withSnapshot' }

/** Another question, to the same books unless it names others. */
function asBase(own: View, asked: View): View {
  const state = asked.snapshot === null ? {} : { snapshot: asked.snapshot, preview: null }
  const { workspace, snapshot, preview } = own
  return { ...asked, workspace, snapshot, preview, ...state, compareFrom: null, compareTo: null }
}

function usualOther({ compareFrom, compareTo, preview }: View, own: View, shown: number): View | null {
  if (compareFrom !== null && compareTo !== null) return { ...own, from: compareFrom, to: compareTo }
  if (preview !== null) return { ...own, preview: null, snapshot: shown }
  return shown > 0 ? { ...own, snapshot: shown - 1 } : null
}

/** A saved view as the other side: its question, at its snapshot where it is pinned to one. */
export function otherOf({ search, snapshot }: { search: string; snapshot: number | null }): OtherParameters {
  // Present even where it asks for nothing but the usual.
  return {
    ...otherDefaults,
    with: search === '' ? 'v=1' : search,
    withSnapshot: snapshot === null ? '' : `${snapshot}`,
  }
}
