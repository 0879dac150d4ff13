import type { UploadKind } from '../../../../functions/contract/upload.ts'

/** As the service compares headers: no case, spaces, underscores, hyphens or points. */
const keyOf = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.]+/gu, '')

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
// Only columns that tell kinds apart; a test holds them to what the service reads.
const money = words('amount spend cost fee payout totalpayout amountspent totalcost price netamount payment')
const spendOnly = words('lineid transactionid payoutid invoice invoiceno invoicenumber periodstart periodend')
const figures = words(
  'impressions views impr videoviews plays reach uniquereach accountsreached engagements engagement interactions ' +
    'totalengagements comments commentcount saves bookmarks savecount shares reposts sharecount clicks linkclicks ' +
    'clickcount taps conversions orders purchases results conversioncount salescount revenue conversionvalue ' +
    'purchasevalue salesvalue ordervalue turnover grossprofit contentscore brandfit',
)
const posts = words('post postid mediaid contentid permalink videoid postlink')
const plans = words(
  'budget plannedspend margin grossmargin objective goal brand brief targetniche targetcpa targetroas',
)
const people = words('followers followercount followerscount subscribers niche region country market')
const creators = words('creator creatorid creatorname influencer influencername influencerid handle username account')
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

/** The cells of the first line that is not blank, by the delimiter that it has most of. */
export function readHeader(text: string): string[] {
  const line =
    text
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\n|\r/)
      .find((found) => found.trim() !== '') ?? ''
  const delimiter = [',', ';', '\t'].reduce((best, next) => (countOf(line, next) > countOf(line, best) ? next : best))
  return splitCells(line, delimiter)
}

const countOf = (line: string, delimiter: string): number => line.split(delimiter).length

function splitCells(line: string, delimiter: string): string[] {
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

/** Looks at the beginning of a file. */
export async function guessKindOf(file: Blob): Promise<UploadKind | null> {
  try {
    return guessKind(readHeader(await file.slice(0, headerBytesMax).text()))
  } catch {
    // What cannot be read now is told when it is sent.
    return null
  }
}
