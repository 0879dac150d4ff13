import { currencyExponent } from '../../money/currency.ts'

/**
 * What stands beside an amount, and the currencies that write it so, the likeliest first. More than one means that the
 * mark alone does not tell.
 */
const marks: Record<string, readonly string[]> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'CLP', 'COP', 'ARS', 'TWD'],
  us$: ['USD'],
  u$s: ['USD'],
  u$: ['USD'],
  $us: ['USD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  can$: ['CAD'],
  cdn$: ['CAD'],
  $ca: ['CAD'],
  a$: ['AUD'],
  au$: ['AUD'],
  nz$: ['NZD'],
  s$: ['SGD'],
  sg$: ['SGD'],
  hk$: ['HKD'],
  nt$: ['TWD'],
  mx$: ['MXN'],
  mex$: ['MXN'],
  col$: ['COP'],
  ar$: ['ARS'],
  r$: ['BRL'],
  '€': ['EUR'],
  euro: ['EUR'],
  euros: ['EUR'],
  '£': ['GBP'],
  'gb£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  円: ['JPY'],
  元: ['CNY', 'TWD'],
  'cn¥': ['CNY'],
  rmb: ['CNY'],
  'jp¥': ['JPY'],
  '₹': ['INR'],
  rs: ['INR', 'PKR', 'LKR', 'NPR', 'MUR'],
  rp: ['IDR'],
  '₫': ['VND'],
  đ: ['VND'],
  vnđ: ['VND'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  zł: ['PLN'],
  zl: ['PLN'],
  kč: ['CZK'],
  kc: ['CZK'],
  ft: ['HUF'],
  lei: ['RON'],
  лв: ['BGN'],
  '₺': ['TRY'],
  tl: ['TRY'],
  '₽': ['RUB'],
  руб: ['RUB'],
  '₴': ['UAH'],
  '₩': ['KRW'],
  원: ['KRW'],
  '₱': ['PHP'],
  '฿': ['THB'],
  '₪': ['ILS'],
  '₦': ['NGN'],
  '₵': ['GHS'],
  'gh₵': ['GHS'],
  '₸': ['KZT'],
  '₲': ['PYG'],
  '₡': ['CRC'],
  rm: ['MYR'],
  r: ['ZAR'],
  fr: ['CHF'],
  sfr: ['CHF'],
  's/': ['PEN'],
  ksh: ['KES'],
  dh: ['AED', 'MAD'],
  dhs: ['AED', 'MAD'],
}

/** Marks that are words or letters stand for money only beside digits; these do so anywhere, also in a header. */
const signs = /[$€£¥₹₫₺₽₴₩₱฿₪₦₵₸₲₡]/u

/** Currencies that a mark or a code beside an amount may mean, the likeliest first; undefined if it is no such mark. */
export function currenciesOfMark(mark: string): readonly string[] | undefined {
  const known = marks[mark.toLowerCase()]
  if (known) return known
  if (!/^[a-z]{3}$/i.test(mark)) return undefined
  const code = mark.toUpperCase()
  return currencyExponent(code) === undefined ? undefined : [code]
}

/** The currencies that a header names: `Amount spent (USD)`, `Betrag in EUR`, `Cost £`; [] if it names none. */
export function currenciesOfHeader(header: string): readonly string[] {
  for (const word of header.split(/[\s()[\]{},;:/_|-]+/u)) {
    // Three capitals that ISO lists; in small letters too many words are codes (`all`, `top`, `try`).
    if (/^[A-Z]{3}$/.test(word) && !notCodes.has(word) && currencyExponent(word) !== undefined) return [word]
    if (/^euros?$/i.test(word)) return ['EUR']
    if (/^(?:vnđ|rp|rmb|zł|kč)$/i.test(word)) return currenciesOfMark(word) ?? []
    const scaled = /^(?:T|K|k|M)(€|£|\$|EUR|USD|GBP|CHF)$/.exec(word)?.[1]
    const found = scaled ?? (signs.test(word) ? word : undefined)
    const currencies = found === undefined ? undefined : currenciesOfMark(found)
    if (currencies) return currencies
  }
  return []
}

/** ISO codes that a header in capitals uses as words. */
const notCodes = new Set(['ALL', 'TOP', 'TRY', 'XXX', 'XTS', 'MOP', 'GEL', 'LAK', 'STN', 'COP', 'PEN', 'RON', 'SOS'])

/** The power of ten of a header that says its amounts are in thousands, millions, cents or millionths; 0 for none. */
export function powerOfHeader(header: string): number {
  const words = header.replace(/_/g, ' ')
  return scales.find(({ said }) => said.test(words))?.power ?? 0
}

const scales = [
  {
    power: 3,
    said: /\bthousands?\b|\b000s\b|\bT(?:€|EUR|USD|CHF|GBP)|(?:^|[\s([])k(?:€|\$|£|eur|usd|gbp|chf)|\bTsd\b|\bmiles de\b|\bmilliers\b|\bmilhares\b|\bribuan\b|\bnghìn\b|[’']000/i,
  },
  {
    power: 6,
    said: /\bmillions?\b|\bMio\b|\bMn\b|\bMEUR\b|\bMUSD\b|\bmillones\b|\bmilhões\b|\bjutaan\b|\btriệu\b/i,
  },
  { power: -6, said: /\bmicros?\b/i },
  { power: -2, said: /\bcents?\b|\bminor units?\b|\bpence\b|\bcentimes\b|\bcentavos\b|\bcéntimos\b/i },
]
