import type { TargetedInputEvent, TargetedKeyboardEvent } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { settled } from './settled.ts'

const settleMs = 250

/** Props of an input that tells what was typed once no key follows for a moment, at once on Enter and when it is left. */
export function useSettled(value: string, onSettle: (value: string) => void) {
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const tell = useRef(onSettle)
  tell.current = onSettle
  const wait = useMemo(() => {
    return settled<string>(settleMs, (text) => {
      told.current = text
      tell.current(text)
    })
  }, [])
  useEffect(() => {
    if (value === told.current) return
    // It was set from elsewhere: what was being typed is over.
    told.current = value
    wait.drop()
    setTyped(value)
  }, [value, wait])
  useEffect(() => wait.drop, [wait])
  return {
    value: typed,
    onInput: ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) => {
      setTyped(currentTarget.value)
      wait.take(currentTarget.value)
    },
    onKeyDown: ({ key }: TargetedKeyboardEvent<HTMLInputElement>) => {
      if (key === 'Enter') wait.now()
    },
    onBlur: wait.now,
  }
}
