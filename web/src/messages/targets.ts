import { defineMessages } from './define-messages.ts'

/** Texts of campaigns' targets. */
export const t = defineMessages({
  reached: 'Target {target}: reached',
  missed: 'Target {target}: missed',
  unknown: 'Target {target}: no figure to hold against it',
  otherCurrency: 'The target is in another currency',
  sameOfMany: 'Target {target}: {met} of {count} campaigns reach it',
  oneReaches: 'The one campaign with a target reaches it',
  oneMisses: 'The one campaign with a target misses it',
  ownOfMany: '{met} of {count} campaigns reach their target',
  noneKnown: 'Campaigns with a target: {count}, none with a figure to hold against it',
  withUnknown: '{text}; {unknown} cannot be held against it',
})
