import type { UploadKind } from '../../../contract/upload.ts'
import { currenciesOfMark } from './currency-marks.ts'
import type { FileFacts } from './file-facts.ts'
import { type Preset, presets } from './presets.ts'
import { findHeader, type MappingProposal, proposeMapping } from './propose-mapping.ts'
import { isLedgerSide } from './side-column.ts'

export type KindProposal = { kind: UploadKind; confidence: number; reason: string }

const figures = [
  'impressions',
  'reach',
  'engagements',
  'comments',
  'saves',
  'shares',
  'clicks',
  'conversions',
  'revenue',
  'gross_profit',
]
const aboutCampaigns = ['start', 'end', 'budget', 'objective', 'brand', 'margin', 'target_niche', 'brief']

/** The preset whose headers all stand in the file; null if none fits. */
export function findPreset(file: FileFacts): Preset | null {
  const fits = presets.filter(({ known }) => known.every((header) => findHeader(file.columns, header) !== undefined))
  return fits.sort((a, b) => b.known.length - a.known.length)[0] ?? null
}

/**
 * What a file probably is, the likeliest kind first.
 * @param dated the file names its period in its title, so that no column must
 */
export function proposeKinds(file: FileFacts, dated = false): KindProposal[] {
  const preset = findPreset(file)
  const proposals = scoreKinds(file, dated)
  if (preset)
    proposals.push({ kind: preset.kind, confidence: 0.97, reason: `Its headers are those of ${preset.name}.` })
  const best = new Map<UploadKind, KindProposal>()
  for (const proposal of proposals.sort((a, b) => b.confidence - a.confidence))
    if (!best.has(proposal.kind)) best.set(proposal.kind, proposal)
  return [...best.values()]
}

function scoreKinds(file: FileFacts, dated: boolean): KindProposal[] {
  const line = proposeMapping(file, 'performance')
  const spend = proposeMapping(file, 'spend')
  const hasAmount = has(line, 'amount')
  const hasDate = dated || has(line, 'date') || has(line, 'published') || has(spend, 'period_start')
  const found = figures.filter((field) => has(line, field)).length
  const proposals: KindProposal[] = []
  const propose = (kind: UploadKind, confidence: number, reason: string): void =>
    void proposals.push({ kind, confidence, reason })
  if (hasAmount && found > 0)
    propose(
      'performance',
      hasDate ? 0.9 : found > 1 ? 0.65 : 0.45,
      'It has what was spent and what came of it on each line.',
    )
  if (has(spend, 'amount') && file.columns.some(isLedgerSide))
    propose('spend', 0.92, 'It has amounts and says which are debit and which are credit.')
  if (hasAmount) propose('spend', spendConfidence(found, hasDate), 'It has amounts that were spent.')
  if (found > 0 || has(line, 'post'))
    propose('results', hasAmount ? (hasDate ? 0.4 : 0.2) : hasDate ? 0.9 : 0.6, 'It has figures of posts or campaigns.')
  proposals.push(...scoreDirectory(file, hasAmount || found > 0))
  return proposals
}

/** One figure without a date beside an amount, as in a list of payouts per order, makes no report of results. */
function spendConfidence(figures: number, hasDate: boolean): number {
  if (figures === 0) return hasDate ? 0.9 : 0.7
  return hasDate ? 0.55 : figures === 1 ? 0.6 : 0.4
}

function scoreDirectory(file: FileFacts, hasFigures: boolean): KindProposal[] {
  const proposals: KindProposal[] = []
  const creators = proposeMapping(file, 'creators')
  const about = ['followers', 'niche', 'region'].filter((field) => has(creators, field)).length
  if (has(creators, 'creator') && about > 0)
    proposals.push({ kind: 'creators', confidence: hasFigures ? 0.4 : 0.9, reason: 'It describes creators.' })
  const campaigns = proposeMapping(file, 'campaigns')
  const told = campaigns.fields.filter(
    ({ field }) => aboutCampaigns.includes(field) || field.startsWith('target'),
  ).length
  if (has(campaigns, 'campaign') && told > 1)
    proposals.push({ kind: 'campaigns', confidence: hasFigures ? 0.35 : 0.85, reason: 'It describes campaigns.' })
  const aliases = proposeMapping(file, 'aliases')
  if (has(aliases, 'alias', 0.85) && has(aliases, 'name', 0.85))
    proposals.push({
      kind: 'aliases',
      confidence: hasFigures ? 0.3 : 0.9,
      reason: 'It lists other spellings of names.',
    })
  const fx = proposeMapping(file, 'fx')
  const wide = file.columns.filter(
    ({ header, number }) => isCode(header.trim()) && (number.numbers.cells > 0 || file.rows === 0),
  ).length
  if (wide >= 3 && has(fx, 'date'))
    proposals.push({ kind: 'fx', confidence: 0.95, reason: `It has a column for each of ${wide} currencies.` })
  else if (has(fx, 'rate', 0.85) && has(fx, 'from', 0.85) && has(fx, 'to', 0.85))
    proposals.push({ kind: 'fx', confidence: 0.95, reason: 'It lists rates between two currencies.' })
  return proposals
}

const isCode = (header: string): boolean => /^[A-Z]{3}$/.test(header) && currenciesOfMark(header)?.[0] === header

const has = ({ fields }: MappingProposal, name: string, min = 0): boolean =>
  fields.some(({ field, confidence }) => field === name && confidence >= min)
