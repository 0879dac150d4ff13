import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FileParser } from '../../functions/domain/ingest/file-parser.ts'
import { NameHasher } from '../../functions/domain/ingest/name-hasher.ts'

type Kind = 'results' | 'spend'

const usual: Record<string, fc.Arbitrary<string>> = {
  date: fc.constantFrom('2026-03-14', '2026-03-15', '2026-04-01'),
  campaign: fc.constantFrom('Spring Launch', 'Grüße an alle', ''),
  creator: fc.constantFrom('@anna', 'Bo', ''),
  platform: fc.constantFrom('Instagram', 'TikTok', ''),
  post: fc.constantFrom('C5kd83Jx', 'p-2', ''),
  published: fc.constantFrom('2026-03-12', '2026-02-28', ''),
  followers: fc.constantFrom('48200', ''),
  impressions: fc.nat(10_000_000).map(String),
  clicks: fc.nat(500).map(String),
  conversions: fc.constantFrom('3', '0', ''),
  revenue: fc.constantFrom('12.50', '0.00', '7', '-3.1', ''),
  brand_fit: fc.constant(''),
  note: fc.constantFrom('x', ''),
  category: fc.constantFrom('fee', 'product', ''),
  line_id: fc.nat(50).map((n) => (n === 0 ? '' : `INV-${n}`)),
  reference: fc.constantFrom('PO 1', ''),
  status: fc.constantFrom('paid', 'Invoiced', ''),
  period_start: fc.constant(''),
  period_end: fc.constant(''),
  amount: fc.constantFrom('1250.00', '0.01', '-20', '5'),
  currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
}
const unusual = fc.constantFrom(
  ...[
    '',
    ' ',
    'x',
    ' 12 ',
    '1,5',
    '12.',
    '.5',
    '.',
    '-',
    '--1',
    '+5',
    '-0',
    '1e5',
    '12.0',
    '007',
    '12.345',
    '0.1234567',
  ],
  ...['999999999999999', '9999999999999999', '99999999999999.99', '2026-02-30', '2026-03-14T10:00', '1899-01-01'],
  ...[' a', 'a ', 'a  b', 'ａ', '\u00a0', 'usd', ' USD', 'XXX', 'a\rb', 'x'.repeat(301), '"quoted, twice"', 'in"side'],
)
const columns: Record<Kind, string[]> = {
  results: ['date', 'campaign', 'creator', 'platform', 'post', 'published', 'followers', 'impressions', 'clicks'],
  spend: [
    'date',
    'campaign',
    'creator',
    'platform',
    'category',
    'line_id',
    'reference',
    'status',
    'amount',
    'currency',
  ],
}
columns.results.push('conversions', 'revenue', 'currency', 'brand_fit', 'note')
columns.spend.push('period_start', 'period_end', 'note')

const fileOf = (kind: Kind): fc.Arbitrary<Buffer> =>
  fc
    .tuple(fc.shuffledSubarray(columns[kind], { minLength: columns[kind].length - 2 }), fc.constantFrom(',', ';', '\t'))
    .chain(([header, delimiter]) => {
      const cell = (name: string) =>
        fc.oneof({ weight: 60, arbitrary: usual[name] as typeof unusual }, { weight: 1, arbitrary: unusual })
      const line = fc.tuple(...header.map(cell)).map((cells) => cells.join(delimiter))
      const odd = fc.constantFrom('', delimiter, delimiter.repeat(30), 'x', ' ')
      const lines = fc.array(fc.oneof({ weight: 40, arbitrary: line }, { weight: 1, arbitrary: odd }), {
        maxLength: 40,
      })
      return fc
        .tuple(lines, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), fc.boolean())
        .map(([rows, end, marked, ended]) =>
          Buffer.from(`${marked ? '\ufeff' : ''}${[header.join(delimiter), ...rows].join(end)}${ended ? end : ''}`),
        )
    })

/** What a parser makes of a file that comes in pieces. Of a file in one piece the general reader reads every line. */
function parse(kind: Kind, pieces: Buffer[], options: { exclude?: number[] } = {}) {
  const given: unknown[] = []
  const names = new NameHasher('key')
  const parser = new FileParser({
    kind,
    options,
    names,
    sink: {
      result: (line, row, { creator, campaign }) => given.push([line, row, creator, campaign]),
      spend: (line, row, { creator, campaign }, identity) => given.push([line, row, creator, campaign, identity]),
      directory: () => undefined,
    },
    skip: new Set([4]),
  })
  for (const piece of pieces) parser.push(piece)
  parser.finish()
  const { listed, total, lines, fatal } = parser.problems
  return {
    given,
    listed,
    total,
    lines: [...lines],
    fatal,
    warnings: parser.warnings(),
    names: [...names.names.values()],
  }
}

function cut(file: Buffer, places: number[]): Buffer[] {
  const at = [...new Set(places.map((place) => place % (file.length + 1)))].sort((a, b) => a - b)
  return [0, ...at].map((start, i) => file.subarray(start, at[i] ?? file.length))
}

describe('a file in pieces, read straight from its bytes, gives what the general reader makes of it', () => {
  test.each(['results', 'spend'] as const)('%s', (kind) => {
    fc.assert(
      fc.property(fileOf(kind), fc.array(fc.nat(5000), { maxLength: 12 }), (file, places) => {
        expect(parse(kind, cut(file, places))).toEqual(parse(kind, [file]))
      }),
      { numRuns: 400 },
    )
  })

  test('excluded lines stay out', () => {
    const file = Buffer.from('date;creator;platform;post;clicks\n'.concat('2026-03-14;@anna;tiktok;p;1\n'.repeat(8)))
    const pieces = [file.subarray(0, 40), file.subarray(40)]
    expect(parse('results', pieces, { exclude: [6] })).toEqual(parse('results', [file], { exclude: [6] }))
  })

  test('bytes that are no UTF-8 stop it at the same place', () => {
    const line = Buffer.from('2026-03-14,@änna,tiktok,p,1\n')
    const file = Buffer.concat([
      Buffer.from('date,creator,platform,post,clicks\n'),
      ...Array.from({ length: 9 }, () => line),
    ])
    file[file.length - 40] = 0xff
    const pieces = [file.subarray(0, 60), file.subarray(60)]
    expect(parse('results', pieces).fatal).toBe(true)
    expect(parse('results', pieces).listed).toEqual(parse('results', [file]).listed)
  })
})
