import { defineMessages } from './define-messages.ts'

/** Texts of problems that one correction mends. */
export const t = defineMessages({
  byCause: 'By cause',
  one: '1 problem',
  many: '{count} problems',
  whole: 'The whole file',
  found: 'found “{found}”',
  blank: 'nothing found',
  mixed: 'different things found',
  first: 'The first: {message}',
  showOne: 'Show the line',
  show: 'Show the {count} lines',
  showFirst: 'Show the first {listed} of them',
  leaveOutOne: 'Leave this line out',
  leaveOut: 'Leave these {count} lines out',
  beyond: '{count} problems more have other causes. Mend these first, then check again.',
  byLine: 'Line by line',
})
