import { useRef } from 'preact/hooks'

type Kept<T> = { value: T; latest: T; text: string | undefined }

/** An answer of before, while the new one says the same: asked for again, it redraws no chart. */
export function useSame<T>(latest: T): T {
  const kept = useRef<Kept<T> | null>(null)
  if (kept.current && kept.current.latest === latest) return kept.current.value
  const text = JSON.stringify(latest)
  const value = kept.current && kept.current.text === text ? kept.current.value : latest
  kept.current = { value, latest, text }
  return value
}
