/** Why a value that could have a range has none. */
export const noIntervalTexts = {
  'one-creator': 'it rests on one creator',
  'no-positive-outcome': 'nothing came of it',
  'too-few-creators': 'too few creators',
} as const
