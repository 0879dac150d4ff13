import type { UploadKind } from '../../../../functions/contract/upload.ts'
import { isZip, readWorkbookWords } from './read-workbook-words.ts'

/** As the service compares headers: no case, spaces, underscores, hyphens or points, and no currency in brackets. */
const keyOf = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*\(\S{1,3}\)$/u, '')
    .replace(/[\s_\-.]+/gu, '')

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
// Only columns that tell kinds apart; a test holds them to what the service reads.
const money = words(
  'amount spend cost fee payout totalpayout amountspent totalcost price netamount payment betrag nettobetrag betragnetto rechnungsbetrag ' +
    'umsatz(ohnesoll/habenkz) kosten ' +
    'ausgaben montant coût importe coste gasto valor custo biaya nominal chiphí sốtiền',
)
const spendOnly = words('lineid transactionid payoutid invoice invoiceno invoicenumber periodstart periodend')
const figures = words(
  'impressions views impr videoviews plays reach uniquereach accountsreached engagements engagement interactions ' +
    'totalengagements comments commentcount saves bookmarks savecount shares reposts sharecount clicks linkclicks ' +
    'clickcount taps conversions orders purchases results conversioncount salescount revenue conversionvalue ' +
    'purchasevalue salesvalue ordervalue turnover grossprofit contentscore brandfit impressionen aufrufe reichweite ' +
    'lineitemquantity klicks bestellungen umsatz vues portée clics commandes impresiones alcance pedidos ingresos impressões cliques ' +
    'receita tayangan jangkauan klik pesanan pendapatan lượthiểnthị lượtxem lượtnhấp đơnhàng doanhthu',
)
const posts = words('post postid mediaid contentid permalink videoid postlink')
const plans = words(
  'budget plannedspend margin grossmargin objective goal brand brief targetniche targetcpa targetroas',
)
const people = words(
  'followers followercount followerscount subscribers niche region country market follower abonnenten abonnés ' +
    'seguidores pengikut ngườitheodõi',
)
const creators = words(
  'creator creatorid creatorname influencer influencername influencerid handle username account influenceur créateur ' +
    'creador criador kreator',
)
const aliases = words('alias othername alsoknownas aka')
const rates = words('rate fxrate exchangerate')

/** The kind of file that a header belongs to, or null where it fits none or several. */
export function guessKind(header: readonly string[]): UploadKind | null {
  const keys = header.map(keyOf)
  const has = (set: ReadonlySet<string>): boolean => keys.some((key) => set.has(key))
  if (has(rates) && has(words('from base fromcurrency'))) return 'fx'
  if (has(aliases)) return 'aliases'
  const cost = has(money)
  const outcome = has(figures) || has(posts)
  if (cost && has(plans) && !outcome) return null
  if (cost) return outcome ? 'performance' : 'spend'
  if (has(plans) && !outcome) return 'campaigns'
  if (outcome) return 'results'
  if (has(spendOnly)) return null
  return has(people) && (has(creators) || keys.includes('name')) ? 'creators' : null
}

/** The kind that the first line tells that looks like a header: titles and remarks may stand above it. */
export function guessKindOfText(text: string): UploadKind | null {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
  for (const line of lines.slice(0, headerLinesMax)) {
    const kind = guessKind(splitCells(line))
    if (kind !== null) return kind
  }
  return null
}

const headerLinesMax = 40

const countOf = (line: string, delimiter: string): number => line.split(delimiter).length

/** By the delimiter that the line has most of. */
export function splitCells(line: string): string[] {
  const delimiter = [',', ';', '\t', '|'].reduce((best, next) =>
    countOf(line, next) > countOf(line, best) ? next : best,
  )
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (const character of line) {
    if (character === '"') quoted = !quoted
    else if (character === delimiter && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += character
  }
  return [...cells, cell.trim()]
}

const headerBytesMax = 64_000

/** Looks at the beginning of a file, or at the texts of a workbook. */
export async function guessKindOf(file: Blob): Promise<UploadKind | null> {
  try {
    const bytes = new Uint8Array(await file.slice(0, headerBytesMax).arrayBuffer())
    return isZip(bytes) ? guessKind(await readWorkbookWords(file)) : guessKindOfText(decode(bytes))
  } catch {
    // What cannot be read now is told when it is sent.
    return null
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
