import { defineMessages } from './define-messages.ts'

/** Texts of remembering how a file is read before it is committed. */
export const t = defineMessages({
  remember: 'Remember this mapping …',
  note: 'Its columns, answers and values for all lines. The next file with the same columns is read so without asking.',
  name: 'Name of the mapping',
  nameMissing: 'Write a name by which you will find it.',
  save: 'Remember it',
  cancel: 'Do not remember it now',
  done: 'Files with these columns are read as remembered in {name}.',
})
