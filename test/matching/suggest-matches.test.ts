import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { noEvidence } from '../../functions/domain/matching/match-evidence.ts'
import type { Party } from '../../functions/domain/matching/party.ts'
import { isRefused, refusalKey, suggestMatches } from '../../functions/domain/matching/suggest-matches.ts'
import { aliasesOf, creatorsOf, matchFiles, namesOf, resultsOf, spendOf } from './match-files.ts'

const suggested = (...files: Parameters<typeof matchFiles>[0]): string[] => matchFiles(files).suggestions.map(namesOf)

/** Others of the same campaign, so that nobody is the only one left over. */
const others = [spendOf(['Zebra Holding'], ['Quartz Media']), resultsOf(['@mountainview'], ['@bluebird'])]

test.each([
  ['Anna Smith Ltd', '@annasmith', 'handle-is-name'],
  ['Anna Smith Ltd', 'SMITH Anna', 'same-name'],
  ['instagram.com/annasmith', 'https://tiktok.com/@annasmith', 'same-handle'],
  ['Ánna Smîth ✨', 'anna.smith_official', 'core-name'],
  ['Anna Smith Ltd', '@anna', 'name-within'],
  ['A. Smith', 'Anna Smith', 'initials'],
  ['asmith', 'Anna Smith', 'initials'],
  ['Anna Smith', 'Ana Smitth', 'similar-name'],
  ['Annasmith', 'Anna Smith', 'joined-name'],
])('spend of %s and results of %s are suggested by %s', (spent, shown, code) => {
  const { suggestions } = matchFiles([spendOf([spent]), resultsOf([shown]), ...others])
  const [first] = suggestions.filter(({ alias, name }) => [alias, name].some(({ spellings }) => spellings[0] === spent))
  expect(first && namesOf(first)).toBe(`${spent} → ${shown}`)
  expect(first?.reasons.map((reason) => reason.code)).toContain(code)
})

test('the name that the results have and the files know stays', () => {
  const { suggestions } = matchFiles([
    creatorsOf('Anna Smith Ltd,instagram,5000,2026-01-01'),
    spendOf(['Anna Smith Ltd']),
    resultsOf(['@annasmith', { followers: '' }]),
  ])
  expect(suggestions.map(namesOf)).toEqual(['@annasmith → Anna Smith Ltd'])
})

test('the more speaks for a pair, the higher its confidence', () => {
  const confidenceOf = (spent: string, shown: string): number =>
    matchFiles([spendOf([spent]), resultsOf([shown]), ...others]).suggestions.find(
      ({ alias }) => alias.spellings[0] === spent,
    )?.confidence ?? 0
  expect(confidenceOf('Anna Smith Ltd', '@annasmith')).toBeGreaterThan(confidenceOf('Anna Smith Ltd', '@anna'))
})

test('an invoice number that is a post of the other tells that they are one', () => {
  const { suggestions } = matchFiles([
    spendOf(['Northlight GmbH', { reference: 'https://instagram.com/p/C5kd83Jx01', campaign: 'A' }]),
    resultsOf(['@wanderer', { post: 'C5kd83Jx01', campaign: 'B' }]),
  ])
  expect(suggestions.map(namesOf)).toEqual(['Northlight GmbH → @wanderer'])
  expect(suggestions[0]?.reasons[0]?.code).toBe('same-reference')
})

test('the account in the address of a post names its creator', () => {
  const { suggestions } = matchFiles([
    spendOf(['annasmith', { campaign: 'A' }]),
    resultsOf(['C-0031', { post: 'https://www.tiktok.com/@anna.smith/video/7301', campaign: 'B' }]),
  ])
  expect(suggestions[0]?.reasons.map(({ code }) => code)).toEqual(['handle-in-post'])
})

test('the last two of a campaign are suggested, with little confidence', () => {
  const { suggestions } = matchFiles([spendOf(['Northlight GmbH']), resultsOf(['@wanderer'])])
  expect(suggestions.map(namesOf)).toEqual(['Northlight GmbH → @wanderer'])
  expect(suggestions[0]?.reasons[0]?.code).toBe('only-ones')
  expect(suggestions[0]?.confidence).toBeLessThan(0.7)
})

test('numbers are no typing errors', () => {
  expect(suggested(spendOf(['Creator 12'], ['Creator 14']), resultsOf(['creator_13'], ['creator_15']))).toEqual([])
})

test('two with spend and results in one campaign are two deals', () => {
  expect(suggested(spendOf(['Anna Smith'], ['Anna Smith Ltd']), resultsOf(['Anna Smith'], ['Anna Smith Ltd']))).toEqual(
    [],
  )
})

test('two that the creators file counts apart on one platform and day are two accounts', () => {
  const apart = creatorsOf('Anna Smith Ltd,instagram,5000,2026-01-01', '@annasmith,instagram,7000,2026-01-01')
  const alike = creatorsOf('Anna Smith Ltd,instagram,5000,2026-01-01', '@annasmith,instagram,5000,2026-01-01')
  const rows = [spendOf(['Anna Smith Ltd']), resultsOf(['@annasmith'])]
  expect(suggested(apart, ...rows)).toEqual([])
  expect(matchFiles([alike, ...rows]).suggestions[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'both-listed', against: true }),
  )
})

test('what an alias has made one is not suggested again, and brings its spelling', () => {
  const files = [spendOf(['Anna Smith Ltd']), resultsOf(['@anna'])]
  const { suggestions, parties } = matchFiles([...files, aliasesOf('creator,Anna Smith Ltd,@anna')])
  expect(suggestions).toEqual([])
  expect(parties.map(({ spellings, lacks }) => [spellings, lacks])).toEqual([[['@anna', 'Anna Smith Ltd'], []]])
})

test('a refusal holds for every spelling of a name', () => {
  const { parties } = matchFiles([spendOf(['a1'], ['b1']), aliasesOf('creator,a2,a1')])
  const [a, b] = ['a1', 'b1'].map((name) => parties.find(({ spellings }) => spellings[0] === name)) as [Party, Party]
  expect(isRefused(new Set([refusalKey(b.id, a.ids[1] as number)]), a, b)).toBe(true)
  expect(isRefused(new Set([refusalKey(b.id, b.id)]), a, b)).toBe(false)
})

test('the group that moves most money comes first, and spend counts before revenue', () => {
  const spend = spendOf(['Anna Smith Ltd', { amount: '10.00' }], ['Bob Jones Ltd', { amount: '900.00' }])
  const { suggestions } = matchFiles([spend, resultsOf(['@annasmith'], ['@bobjones'])])
  expect(suggestions.map(({ moves }) => moves)).toEqual([
    { spendMinor: 90_000, revenueMinor: 1000 },
    { spendMinor: 1000, revenueMinor: 1000 },
  ])
})

test('campaigns are suggested by words and creators in common, and apart by their year', () => {
  const { suggestions } = matchFiles(
    [
      spendOf(
        ['a', { campaign: 'Spring Launch 2026' }],
        ['b', { campaign: 'Spring Launch 2026' }],
        ['c', { campaign: 'Spring Launch 2025' }],
      ),
      resultsOf(['a', { campaign: 'launch_spring_2026' }], ['b', { campaign: 'launch_spring_2026' }]),
    ],
    'campaign',
  )
  expect(suggestions.map(namesOf)).toEqual(['Spring Launch 2026 → launch_spring_2026'])
  expect(suggestions[0]?.reasons.map(({ code }) => code)).toEqual(['same-name', 'same-creators', 'close-dates'])
})

const word = fc.constantFrom('anna', 'Anna', 'smith', 'Smith Ltd', '@anna', 'jones', 'A.', 'é', '🔥', '12', 'media')
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const parties = fc.uniqueArray(
  fc.record({
    text: name,
    hasSpend: fc.boolean(),
    hasResults: fc.boolean(),
    known: fc.boolean(),
    spendMinor: fc.nat(1000),
  }),
  { selector: ({ text }) => text.toLowerCase(), maxLength: 14 },
)

function partyOf(
  {
    text,
    spendMinor,
    ...given
  }: { text: string; hasSpend: boolean; hasResults: boolean; known: boolean; spendMinor: number },
  at: number,
): Party {
  return {
    ...given,
    id: at + 1,
    ids: [at + 1],
    spellings: [text],
    counted: given.hasResults,
    lacks: given.hasSpend === given.hasResults ? [] : given.hasSpend ? ['results'] : ['spend'],
    spendMinor: given.hasSpend ? spendMinor : 0,
    unmatchedMinor: 0,
    revenueMinor: 0,
    posts: 0,
    platforms: new Set(),
    first: 0,
    last: 0,
    shares: new Map(),
  }
}

const inputOf = (all: readonly Party[]) => ({
  kind: 'creator' as const,
  parties: all,
  directory: { creators: [], campaigns: [], creatorAliases: [], campaignAliases: [] },
  evidence: noEvidence,
  otherName: String,
})

test('the same names in any order give the same suggestions', () =>
  fc.assert(
    fc.property(parties, fc.integer(), (given, seed) => {
      const all = given.map(partyOf)
      const turned = all.toSorted((a, b) => ((a.id * 7919 + seed) % 31) - ((b.id * 7919 + seed) % 31))
      expect(suggestMatches(inputOf(turned))).toEqual(suggestMatches(inputOf(all)))
    }),
  ))

test('each pair is suggested once, of two that are not one, one of which lacks something', () =>
  fc.assert(
    fc.property(parties, (given) => {
      const { suggestions } = suggestMatches(inputOf(given.map(partyOf)))
      const pairs = suggestions.map(({ alias, name }) => refusalKey(alias.id, name.id))
      expect(new Set(pairs).size).toBe(pairs.length)
      for (const { alias, name, confidence, reasons } of suggestions) {
        expect(alias.id).not.toBe(name.id)
        expect(alias.lacks.length + name.lacks.length).toBeGreaterThan(0)
        expect(confidence).toBeGreaterThanOrEqual(limits.matchConfidenceMin)
        expect(confidence).toBeLessThan(1)
        expect(reasons.length).toBeGreaterThan(0)
      }
    }),
  ))

test('5,000 names of spend find theirs among 5,000 of results without comparing all pairs', () => {
  const firsts = Array.from(
    { length: 100 },
    (_, i) => `${'bcdfghjklm'[i % 10]}${'aeiou'[i % 5]}${'nrstvwxzpq'[Math.floor(i / 10)]}ia`,
  )
  const lasts = Array.from(
    { length: 50 },
    (_, i) => `${'aeiou'[i % 5]}${'bcdfghjklm'[i % 10]}${'lmnrs'[Math.floor(i / 10)]}o${'ktz'[i % 3]}er`,
  )
  const full = firsts.flatMap((first) => lasts.map((last) => `${first} ${last}`))
  const all = full.flatMap((text, at) => [
    partyOf({ text: `${text} Ltd`, hasSpend: true, hasResults: false, known: false, spendMinor: at }, 2 * at),
    partyOf(
      { text: `@${text.replace(' ', '')}`, hasSpend: false, hasResults: true, known: false, spendMinor: 0 },
      2 * at + 1,
    ),
  ])
  const { suggestions, compared } = suggestMatches(inputOf(all))
  expect(compared).toBeLessThan(10_000 * 24)
  expect(suggestions.length).toBeLessThanOrEqual(10_000 * limits.matchCandidatesMax)
  const found = new Set(
    suggestions.filter(({ confidence }) => confidence > 0.8).map(({ alias, name }) => `${alias.id} ${name.id}`),
  )
  expect(full.filter((_, at) => !found.has(`${2 * at + 1} ${2 * at + 2}`))).toEqual([])
}, 30_000)
