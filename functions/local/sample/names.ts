import { itemAt } from '../../domain/random.ts'
import type { Objective } from './model.ts'

// Nobody's handles and nobody's brands: two words put together, a number where the pairs run out.
const firsts = [
  'mossy',
  'paper',
  'velvet',
  'tiny',
  'copper',
  'lunar',
  'salted',
  'quiet',
  'crooked',
  'amber',
  'foggy',
  'plum',
  'marble',
  'hollow',
  'nimble',
  'sunday',
  'woolly',
  'cobalt',
  'rusty',
  'breezy',
]
const seconds = [
  'teapot',
  'otter',
  'lantern',
  'pantry',
  'bicycle',
  'atlas',
  'mitten',
  'harbour',
  'fern',
  'biscuit',
  'magpie',
  'orchard',
  'spindle',
  'pebble',
  'kettle',
  'comet',
  'thimble',
  'walnut',
  'ribbon',
  'badger',
]

export const brands = ['Lumenwick', 'Pebblebrook Foods', 'Fernhollow', 'Otterby Outdoors', 'Quillon Home']
export const niches = ['beauty', 'fitness', 'food', 'home', 'outdoors', 'tech']
export const regions = ['US', 'UK', 'DACH', 'Nordics']

const themes: Record<Objective, readonly string[]> = {
  awareness: ['Hello', 'First Look', 'Big Picture'],
  engagement: ['Tell Us', 'Duets', 'Your Turn'],
  traffic: ['Come See', 'Open House', 'Drop In'],
  conversions: ['Starter Kit', 'Try It', 'Refill'],
  sales: ['Spring Sale', 'Gift Weeks', 'Last Call'],
}

/** Handle of the creator at a place; the first is the one whose invoices carry another name. */
export function nameCreator(index: number): string {
  if (index === 0) return '@annasmith'
  const pair = index * 7
  const first = itemAt(firsts, pair % firsts.length)
  const second = itemAt(seconds, (pair + Math.floor(index / firsts.length)) % seconds.length)
  const round = Math.floor(index / (firsts.length * seconds.length))
  return `@${first}${second}${round === 0 ? '' : round + 1}`
}

export function nameCampaign(index: number, brand: string, objective: Objective, start: string): string {
  const theme = itemAt(themes[objective], Math.floor(index / 5) % 3)
  const round = Math.floor(index / 15)
  return `${brand}: ${theme} ${start.slice(0, 7)}${round === 0 ? '' : ` #${round + 1}`}`
}

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Eleven characters like an Instagram shortcode: five of the number, stirred, and five of noise. Unique below 2^30. */
export function namePost(number: number, noise: number): string {
  // Times an odd number modulo 2^30 is one to one.
  const stirred = Math.imul(number, 0x2c9277b5) & 0x3fffffff
  return `C${spell(stirred, 5)}${spell(noise, 5)}`
}

function spell(value: number, chars: number): string {
  let text = ''
  for (let rest = value, i = 0; i < chars; i++, rest = Math.floor(rest / 64)) text += base64url[rest % 64]
  return text
}
