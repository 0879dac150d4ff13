import { defineMessages } from './define-messages.ts'

/** Texts of the ranking of creators, of one creator's page, and of notes and the shortlist. */
export const t = defineMessages({
  rankedNote:
    'Ranked by {metric}. Each creator’s own figure is weighed with those of its kind, the more the fewer it has: three lucky posts do not lead.',
  rank: 'Rank',
  rankMeaning: 'By the likely value. What has too little to be judged by stands last.',
  topGroup: 'Top group',
  topGroupMeaning: 'The data cannot tell it from the first.',
  likely: 'Likely {metric}',
  likelyMeaning:
    'What to expect of this creator: its own figure, weighed with those of its platform and tier. The true value lies in the range 19 times out of 20.',
  likelyPost: 'Of a typical post.',
  between: '{low} to {high}',
  rough: 'rough',
  roughMeaning: 'Fewer than 20 creators to weigh it with: the range may be too narrow.',
  chance: 'Chance to be better',
  chanceMeaning: 'How likely it is that the creator is truly better than the average of its kind.',
  consistency: 'Consistency',
  consistencyMeaning:
    '100 where all posts do alike; 50 where they typically swing by a factor of 2. Needs three posts with engagements and impressions.',
  trend: 'Trend',
  trendMeaning: '{metric} of {earlier}, then of {later}.',
  noTrend: 'The range holds fewer than two months.',
  trendOf: '{earlier} → {later}',
  lastPosted: 'Last posted',
  contentScore: 'Content score',
  contentScoreMeaning: 'Mean of the content scores that files give, 0 to 100.',
  brandFit: 'Brand fit',
  brandFitMeaning: 'Mean of the brand-fit scores that files give, 0 to 100.',
})
