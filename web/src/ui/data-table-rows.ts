import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core'
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'
import { type Segment, toSegments } from './data-table-model.ts'

type Rows = {
  count: number
  estimatePx: number
  keyOf: (index: number) => string
}

type Drawn<E extends HTMLElement> = {
  frame: { current: E | null }
  segments: Segment[]
  measure: (element: Element | null) => void
  /** A row keeps its focus, also where it is scrolled out of sight. */
  onFocus: (event: FocusEvent) => void
  onBlur: () => void
  /** Home and End: the browser's own way there is cut short where rows turn out higher than they were thought. */
  onKeyDown: (event: KeyboardEvent) => void
}

const overscan = 10

/** Rows of a frame that scrolls on its own: only those in sight are drawn. */
export function useFrameRows<E extends HTMLElement>(rows: Rows): Drawn<E> {
  const frame = useRef<E>(null)
  return useVirtualRows<E, HTMLElement>(frame, rows, {
    getScrollElement: () => frame.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
  })
}

/** The same for rows that scroll with the page. */
export function usePageRows<E extends HTMLElement>(rows: Rows): Drawn<E> {
  const frame = useRef<E>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    if (frame.current) setTop(Math.round(frame.current.getBoundingClientRect().top + scrollY))
  })
  return useVirtualRows<E, Window>(frame, rows, {
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    scrollMargin: top,
  })
}

type Scrolling<S extends HTMLElement | Window> = Pick<
  VirtualizerOptions<S, Element>,
  'getScrollElement' | 'observeElementRect' | 'observeElementOffset' | 'scrollToFn' | 'scrollMargin'
>

function useVirtualRows<E extends HTMLElement, S extends HTMLElement | Window>(
  frame: { current: E | null },
  { count, estimatePx, keyOf }: Rows,
  scrolling: Scrolling<S>,
): Drawn<E> {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const focused = useRef<number | null>(null)
  const options: VirtualizerOptions<S, Element> = {
    ...scrolling,
    count,
    overscan,
    estimateSize: () => estimatePx,
    getItemKey: keyOf,
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), focused.current, count),
    onChange: () => redraw(undefined),
  }
  const [virtual] = useState(() => new Virtualizer<S, Element>(options))
  virtual.setOptions(options)
  // What the library's own adapters call: it has no other way to be told of a mount.
  useLayoutEffect(() => virtual._didMount(), [])
  useLayoutEffect(() => virtual._willUpdate())
  const margin = scrolling.scrollMargin ?? 0
  const items = virtual.getVirtualItems().map(({ index, start, end }) => ({
    index,
    start: start - margin,
    end: end - margin,
  }))
  return {
    frame,
    segments: toSegments(items, virtual.getTotalSize()),
    measure: virtual.measureElement,
    onFocus: (event) => {
      const row = event.target instanceof Element ? event.target.closest('[data-index]') : null
      focused.current = row ? Number(row.getAttribute('data-index')) : null
    },
    onBlur: () => {
      focused.current = null
    },
    onKeyDown: (event) => {
      const { key, target } = event
      if ((key !== 'Home' && key !== 'End') || target !== frame.current) return
      event.preventDefault()
      virtual.scrollToIndex(key === 'Home' ? 0 : count - 1, { align: key === 'Home' ? 'start' : 'end' })
    },
  }
}

function withIndex(indexes: number[], index: number | null, count: number): number[] {
  if (index === null || index >= count || indexes.includes(index)) return indexes
  return [...indexes, index].sort((a, b) => a - b)
}
