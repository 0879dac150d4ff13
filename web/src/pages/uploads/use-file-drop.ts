import { useEffect, useRef, useState } from 'preact/hooks'
import { type Dropped, hasFiles, readDropped } from '../../ui/dropped-files.ts'

/** Takes files that are dropped anywhere in the window. @returns whether some hover above it */
export function useFileDrop(onFiles: (dropped: Dropped) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    // Enter and leave come for every element below the pointer: what is left of them is the window's own.
    let depth = 0
    const settle = (next: number) => {
      depth = Math.max(0, next)
      setOver(depth > 0)
    }
    const listeners = {
      dragenter: (event: DragEvent) => hasFiles(event) && settle(depth + 1),
      dragleave: (event: DragEvent) => hasFiles(event) && settle(depth - 1),
      // Without this the browser opens the file instead.
      dragover: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
      drop: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        settle(0)
        latest.current(readDropped(event))
      },
    }
    const names = ['dragenter', 'dragleave', 'dragover', 'drop'] as const
    for (const name of names) addEventListener(name, listeners[name])
    return () => {
      for (const name of names) removeEventListener(name, listeners[name])
    }
  }, [])
  return over
}
