import { defineMessages } from './define-messages.ts'

export const t = defineMessages({
  title: 'How sure this is, and why',
  note: 'Like for like holds micro and macro against each other in the same places: as if both had spent their money there in the same mix.',
  noteOf:
    'Like for like holds micro and macro against each other in the same places (by {places}): as if both had spent their money there in the same mix.',
  caption: 'Like for like beside what happened',
  row: 'Comparison',
  likeForLike: 'Like for like',
  crude: 'What happened',
  micro: 'Micro',
  macro: 'Macro',
  ratio: 'Micro / macro',
  difference: 'Micro less macro',
  ranged: '{point} ({low} to {high})',
  times: '{ratio}×',
  decomposed:
    'What happened ({crude}×) is like for like ({like}×), times {mix}× for the mix of places, times {other}× for what cannot be compared.',
  ranges:
    'Ranges are 95%: we recomputed the result with each creator left out in turn. The range shows how far the answer moves, and it widens when a few creators carry most of the money.',
  association:
    'This is an association, not proof of an effect: audience, brief, product, timing and who was chosen are not adjusted for.',
  othersTitle: 'Every other measure, like for like',
  othersNote: 'A side is named only where that is clear even with so many measures looked at (Benjamini-Hochberg, 5%).',
  othersCaption: 'Other measures, like for like',
  measure: 'Measure',
  better: 'Better',
  unclear: 'Not clear',
  untold: 'Not enough data',
  how: 'How we know',
  places: '{first} and {last}',
})

/** By what creators are held against each other. */
export const strataTexts = {
  platform: 'platform',
  niche: 'niche',
  objective: 'objective',
  month: 'month',
  quarter: 'quarter',
} as const
