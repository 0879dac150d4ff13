import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const tokens = readFileSync(join(import.meta.dirname, '../../web/src/styles/tokens.css'), 'utf8')
type Rgb = [number, number, number]
type Matrix = [Rgb, Rgb, Rgb]

function token(name: string, theme: 'light' | 'dark'): Rgb {
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? []
  const hex = theme === 'light' ? light : dark
  return [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as Rgb
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

// Machado, Oliveira & Fernandes 2009, severity 1; the last is what a grey printer sees (BT.709 luminance).
const eyes: Record<string, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  print: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
}

const seenBy = (matrix: Matrix, [r, g, b]: Rgb): Rgb =>
  matrix.map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b))) as Rgb

/** CIE 1976 L*a*b* under D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function distance(a: Rgb, b: Rgb): number {
  const other = lab(b)
  return Math.hypot(...lab(a).map((value, at) => value - (other[at] ?? 0)))
}

function contrast(a: Rgb, b: Rgb): number {
  const light = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
  return Math.max(light(a), light(b)) / Math.min(light(a), light(b))
}

const cases = Object.keys(eyes).flatMap((eye) => (['light', 'dark'] as const).map((theme) => ({ eye, theme })))

test.each(cases)('micro and macro stay apart for $eye in $theme', ({ eye, theme }) => {
  const matrix = eyes[eye] as Matrix
  const [micro, macro] = [seenBy(matrix, token('micro', theme)), seenBy(matrix, token('macro', theme))]
  expect(distance(micro, macro)).toBeGreaterThan(20)
})

// WCAG 2.2: 4.5 for text, 3 for marks.
test.each(['light', 'dark'] as const)('text and marks stand out from their ground in %s', (theme) => {
  const grounds = ['card', 'page'].map((name) => token(name, theme))
  const least = (name: string) => Math.min(...grounds.map((ground) => contrast(token(name, theme), ground)))
  for (const name of ['ink', 'ink-2', 'ink-3', 'accent', 'micro-text', 'macro-text', 'good', 'warn', 'bad'])
    expect(least(name), name).toBeGreaterThanOrEqual(4.5)
  for (const name of ['micro', 'macro', 'line-strong']) expect(least(name), name).toBeGreaterThanOrEqual(3)
})
