/** Why a value that could have a range has none. */
export const noIntervalTexts = {
  'one-creator': 'one creator holds nearly all of it',
  'no-positive-outcome': 'nothing came of it',
  'too-few-creators': 'too few creators',
} as const
