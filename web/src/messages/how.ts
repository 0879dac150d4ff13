import type { MetricName } from '../../../functions/contract/report.ts'
import { defineMessages } from './define-messages.ts'

export const t = defineMessages({
  title: 'How we know',
  intro:
    'What stands behind every number: how it is computed, from which sums, out of which uploads, and how sure it is.',
  partsTitle: 'Every measure, and what it is made of',
  partsNote: 'For the range and filters above. Ranges are 95%.',
  partsCaption: 'Measures by tier with numerator and denominator',
  measure: 'Measure',
  micro: 'Micro',
  macro: 'Macro',
  all: 'All tiers',
  quotient: '{top} / {bottom}',
  thousand: '1,000 × {top} / {bottom}',
  profit: '({top} − {bottom}) / {bottom}',
  range: '{low} to {high}, {creators} creators',
  sourcesTitle: 'The uploads that it comes from',
  sourcesNote: 'Committed files with rows in this range, newest first.',
  sourcesNow:
    'Files as they stand today. Those that were sent, taken back or replaced after this state of the books, or that are only previewed in it, are not told apart.',
  sourcesCaption: 'Uploads behind these numbers',
  sourcesWithheld: 'Which files were uploaded, and what stood in them, is open to finance and admins.',
  file: 'File',
  kind: 'Kind',
  rows: 'Rows',
  months: 'Months',
  monthsFromTo: '{first} to {last}',
  committed: 'Committed',
  noValue: '–',
  pinned: 'Snapshot {number}, committed {when}. The same snapshot always gives the same numbers.',
  noInterval: 'no range: {reason}',
})

/** For everybody but analysts: docs/statistics.md has the formulas. */
export const explanations: readonly { title: string; text: readonly string[] }[] = [
  {
    title: 'What the range is',
    text: [
      'We recompute the result with each creator left out in turn. The range shows how far the answer moves. It widens when a few creators carry most of the money, and it is widest with few creators.',
      'A range of 95% is made so that, over many such questions, the true value lies inside 95 times in a hundred.',
    ],
  },
  {
    title: 'Why like for like',
    text: [
      'Micro and macro creators rarely get the same work: one side may be on another platform, in another niche or in the costlier months. A plain average then compares places, not creators.',
      'Like for like splits everything by platform, niche, objective and month, as finely as there are enough creators of both sides, and weights both sides alike. What one side has and the other has not is left out, and the page says how much that is.',
      'It is chosen from spend only, never from results, so that nobody can look for the split with the nicest answer.',
    ],
  },
  {
    title: 'When there is a verdict',
    text: [
      'Before anything is said there must be at least 5 creators on each side, as many as 3 if they all had the same budget, at least 10 events to be expected on each side, and at least half of each side in places where both are. Else it says “not enough to compare”.',
      'Micro or macro did better only if the range of the ratio leaves 1 out; with five campaigns or more, also when each campaign is left out in turn. No difference worth acting on: the whole range lies within 10%. Everything else is “cannot tell yet”, and that is the usual honest answer with few macro creators.',
      'A verdict is called stable once it has held at two month closes in a row.',
    ],
  },
  {
    title: 'What the chance is',
    text: [
      'The chance that micro is better starts from doubt: before seeing data, differences of more than four times are taken to be rare. It is never shown as 0% or 100%.',
    ],
  },
  {
    title: 'Many measures at once',
    text: [
      'One measure is asked about, fixed by the objective before looking: awareness asks for cost per thousand impressions, engagement for cost per engagement, traffic for cost per click, conversions for cost per conversion, sales for ROAS.',
      'Of a dozen measures one looks special by luck. The others therefore have to be clearer before a side is named.',
    ],
  },
  {
    title: 'What it cannot say',
    text: [
      'It shows an association, not proof of an effect. Audience, brief, product, timing inside a month, and who was chosen are not adjusted for. Errors in tracking that all creators share cannot be seen.',
    ],
  },
]

/** What is divided by what, in words. */
export const partTexts: Record<MetricName, readonly [top: string, bottom: string]> = {
  cpm: ['spend', 'impressions'],
  cpe: ['spend', 'engagements'],
  cpc: ['spend', 'clicks'],
  cpa: ['spend', 'conversions'],
  ctr: ['clicks', 'impressions'],
  cvr: ['conversions', 'clicks'],
  erReach: ['engagements', 'sum of reach'],
  erImpressions: ['engagements', 'impressions'],
  erFollowers: ['engagements', 'followers over posts'],
  costPerPost: ['spend', 'posts'],
  aov: ['revenue', 'conversions'],
  roas: ['revenue', 'spend'],
  roi: ['gross profit', 'spend'],
}
