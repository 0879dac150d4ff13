type Spot = { pagePx: number; framesPx: number[] }

/** How long the content of a page is waited for that somebody has gone back to. */
const waitMs = 3000
const nearPx = 2
const ofReader = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** Going back leads to where one was: the browser's own try comes before the page has its content, and none for tables. */
export function keepPlaces(): () => void {
  const spots = new Map<unknown, Spot>()
  let returning: number | undefined
  const stop = () => {
    if (returning !== undefined) cancelAnimationFrame(returning)
    returning = undefined
  }
  const note = () => {
    if (returning !== undefined) return
    spots.set(history.state, { pagePx: scrollY, framesPx: frames().map(({ scrollTop }) => scrollTop) })
  }
  const goBack = () => {
    stop()
    const spot = spots.get(history.state)
    if (!spot) return
    const until = performance.now() + waitMs
    const step = () => {
      returning = isThere(spot) || performance.now() > until ? undefined : requestAnimationFrame(step)
    }
    returning = requestAnimationFrame(step)
  }
  // Frames tell of their scrolling on the way down only.
  addEventListener('scroll', note, { capture: true, passive: true })
  // A link may be followed before the frame in which the scrolling is told.
  addEventListener('click', note, { capture: true })
  addEventListener('popstate', goBack)
  for (const name of ofReader) addEventListener(name, stop, { passive: true })
  return () => {
    stop()
    removeEventListener('scroll', note, { capture: true })
    removeEventListener('click', note, { capture: true })
    removeEventListener('popstate', goBack)
    for (const name of ofReader) removeEventListener(name, stop)
  }
}

const frames = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.data-frame')]

/** Scrolls there as far as the page reaches by now. */
function isThere({ pagePx, framesPx }: Spot): boolean {
  scrollTo(0, pagePx)
  const found = frames()
  for (const [at, px] of framesPx.entries()) found[at]?.scrollTo(0, px)
  const near = (px: number | undefined, wanted: number) => px !== undefined && Math.abs(px - wanted) <= nearPx
  return near(scrollY, pagePx) && framesPx.every((px, at) => near(found[at]?.scrollTop, px))
}
