import type { ComponentType } from 'preact'
import { useEffect, useReducer } from 'preact/hooks'

/** A component whose code is fetched when it is first drawn. Nothing stands in its place until it is there. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => preact.JSX.Element | null {
  let Loaded: ComponentType<P> | undefined
  return function Lazy(props) {
    const [, redraw] = useReducer((count: number) => count + 1, 0)
    useEffect(() => {
      if (Loaded) return
      load().then(
        (found) => {
          Loaded = found
          redraw(undefined)
        },
        // Not to be had now: asked for again where it is drawn anew.
        () => undefined,
      )
    }, [])
    return Loaded ? <Loaded {...props} /> : null
  }
}
