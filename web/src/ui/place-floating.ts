const gapPx = 6
const edgePx = 12
/** Where style sheets make a sheet at the bottom of what floats. */
const phone = '(max-width: 52rem)'

/** Puts what floats below its anchor, or above where there is no room, and inside the window. */
export function placeFloating(
  floating: HTMLElement,
  anchor: Element,
  align: 'start' | 'center' | 'end' = 'start',
): void {
  if (floating.matches('.popover:not(.menu)') && matchMedia(phone).matches) {
    floating.removeAttribute('style')
    return
  }
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = floating
  const wanted = align === 'start' ? at.left : align === 'end' ? at.right - width : at.left + (at.width - width) / 2
  const left = Math.max(edgePx, Math.min(wanted, innerWidth - width - edgePx))
  const below = at.bottom + gapPx
  const above = at.top - gapPx - height
  const top = below + height > innerHeight - edgePx && above > edgePx ? above : below
  floating.style.left = `${Math.round(left)}px`
  // Over its anchor where there is room on neither side.
  floating.style.top = `${Math.round(Math.max(edgePx, Math.min(top, innerHeight - height - edgePx)))}px`
}
