import { defineMessages } from './define-messages.ts'

/** Texts of lines that a person leaves out, or takes back in. */
export const t = defineMessages({
  leaveOut: 'Leave these {count} lines out',
  leaveOutOne: 'Leave this line out',
  flagged: 'Show the {count} lines',
  flaggedOne: 'Show the line',
  flaggedCut:
    'Of {count} lines the first {listed} are named and can be left out; the next check names those that follow.',
  title: 'Left out by you',
  note: '{count} in all. They are not loaded and stay in the original.',
  cut: 'The first {listed} are listed.',
  line: 'Line',
  step: 'Step',
  takeIn: 'Take in',
  takeInLine: 'Take in line {line} and check again',
  takeAllIn: 'Take all of them back in',
})
