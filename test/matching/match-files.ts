import type { MatchKind } from '../../functions/contract/match.ts'
import { EvidenceCollector } from '../../functions/domain/matching/match-evidence.ts'
import { collectParties } from '../../functions/domain/matching/party.ts'
import { type Suggestion, suggestMatches } from '../../functions/domain/matching/suggest-matches.ts'
import { foldFiles, type TestFile } from '../report/fold-files.ts'

/** What books of these files suggest. */
export function matchFiles(files: readonly TestFile[], kind: MatchKind = 'creator') {
  const folded = foldFiles(files)
  const { view, directory, blocks, nameOf } = folded
  const parties = collectParties(kind, view, directory, nameOf)
  const collector = new EvidenceCollector(kind, 1000)
  for (const block of blocks) collector.addSpend(block)
  for (const block of blocks) collector.addResults(block)
  const input = { kind, parties, directory, evidence: collector.evidence(), otherName: nameOf }
  return { ...folded, parties, input, ...suggestMatches(input) }
}

export const namesOf = ({ alias, name }: Suggestion): string => `${alias.spellings[0]} → ${name.spellings[0]}`

type Line = [creator: string, more?: { date?: string; campaign?: string; amount?: string; reference?: string }]

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A spend file: 100.00 in campaign Spring on 2026-03-01 where a line does not say otherwise. */
export function spendOf(...lines: Line[]): TestFile {
  const rows = lines.map(
    ([creator, { date = '2026-03-01', campaign = 'Spring', amount = '100.00', reference = '' } = {}]) =>
      [date, quoted(campaign), quoted(creator), amount, 'USD', quoted(reference)].join(','),
  )
  return { kind: 'spend', file: ['date,campaign,creator,amount,currency,reference', ...rows].join('\n') }
}

type ResultLine = [creator: string, more?: { date?: string; campaign?: string; post?: string; followers?: string }]

/** A results file: one conversion of 10.00 revenue in campaign Spring on 2026-03-02, by a creator of 5,000 followers. */
export function resultsOf(...lines: ResultLine[]): TestFile {
  const rows = lines.map(
    ([creator, { date = '2026-03-02', campaign = 'Spring', post = '', followers = '5000' } = {}]) =>
      [date, quoted(campaign), quoted(creator), 'instagram', quoted(post), followers, '1', '10.00', 'USD'].join(','),
  )
  const header = 'date,campaign,creator,platform,post,followers,conversions,revenue,currency'
  return { kind: 'results', file: [header, ...rows].join('\n') }
}

export const creatorsOf = (...lines: string[]): TestFile => ({
  kind: 'creators',
  file: ['creator,platform,followers,date', ...lines].join('\n'),
})

export const aliasesOf = (...lines: string[]): TestFile => ({
  kind: 'aliases',
  file: ['kind,alias,name', ...lines].join('\n'),
})
