import { defineMessages } from './define-messages.ts'

/** Texts of lines that a person leaves out, or takes back in. */
export const t = defineMessages({
  leaveOut: 'Leave these {count} lines out',
  leaveOutOne: 'Leave this line out',
  flagged: 'Show the {count} lines',
  flaggedOne: 'Show the line',
  flaggedCut: 'Show the first {listed} of {count} lines',
  leaveAllOut: 'Leave all {count} lines out',
  leaveAlikeOut: 'Leave all lines of these {count} warnings out',
  title: 'Left out by you',
  flaggedOut: '{count} lines are left out because of a warning: {message}',
  flaggedNone: 'Lines with the warning “{code}” are left out; the last check found none.',
  takeFlaggedIn: 'Take these lines back in',
  note: '{count} by number. They are not loaded and stay in the original.',
  cut: 'The first {listed} are listed.',
  line: 'Line',
  step: 'Step',
  takeIn: 'Take in',
  takeInLine: 'Take in line {line} and check again',
  takeAllIn: 'Take all of them back in',
})
