/** The tokens that charts draw with, as colours that a canvas understands. */
export type ChartTheme = {
  ink: string
  quiet: string
  line: string
  card: string
  neutral: string
  micro: string
  microSoft: string
  macro: string
  macroSoft: string
  font: string
}

const tokens = {
  ink: '--ink',
  quiet: '--ink-2',
  line: '--line',
  card: '--card',
  neutral: '--neutral',
  micro: '--micro',
  microSoft: '--micro-soft',
  macro: '--macro',
  macroSoft: '--macro-soft',
} as const

let kept: ChartTheme | undefined
let listens = false

/** The page's own, read once for all charts until it changes. */
export function readChartTheme(): ChartTheme {
  // Charts begin to listen later than this does, so that none of them is told before the old colours are forgotten.
  if (!listens) onThemeChange(forgetTheme)
  listens = true
  kept ??= readTokens()
  return kept
}

function forgetTheme(): void {
  kept = undefined
}

/** Reads them from the page: a custom property's own text may still be a choice between light and dark. */
function readTokens(): ChartTheme {
  // All probes are there before the first is read, so that the browser works out styles once.
  const probes = Object.entries(tokens).map(([name, token]) => {
    const probe = document.createElement('span')
    probe.style.color = `var(${token})`
    // Where the reader's own colours hold, every text would have one and the same.
    probe.style.forcedColorAdjust = 'none'
    return { name, probe }
  })
  document.body.append(...probes.map(({ probe }) => probe))
  const colours = probes.map(({ name, probe }) => [name, getComputedStyle(probe).color])
  const font = getComputedStyle(document.body).fontFamily
  for (const { probe } of probes) probe.remove()
  return { ...Object.fromEntries(colours), font } as ChartTheme
}

/** Calls back when the page goes from light to dark or back, by the system's doing or the reader's. */
export function onThemeChange(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const chosen = new MutationObserver(listener)
  system.addEventListener('change', listener)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', listener)
    chosen.disconnect()
  }
}

/** Diagonal lines: tells macro's areas from micro's without colour. */
export function hatch(colour: string, ground: string): CanvasPattern | string {
  const sizePx = 8
  const tile = document.createElement('canvas')
  tile.width = sizePx
  tile.height = sizePx
  const pen = tile.getContext('2d')
  if (!pen) return colour
  pen.fillStyle = colour
  pen.fillRect(0, 0, sizePx, sizePx)
  pen.strokeStyle = ground
  pen.globalAlpha = 0.5
  pen.lineWidth = 1.2
  pen.beginPath()
  for (const shift of [-sizePx, 0, sizePx]) {
    pen.moveTo(shift, sizePx)
    pen.lineTo(shift + sizePx, 0)
  }
  pen.stroke()
  return pen.createPattern(tile, 'repeat') ?? colour
}
