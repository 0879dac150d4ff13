import type { StepFailure } from './states.ts'

/** What kept a step from being taken, and what to do about it. */
export const stepFailureTexts: Record<StepFailure, { title: string; advice: string }> = {
  'preview-missing': { title: 'There is no such preview', advice: 'Open the upload and look at its present preview.' },
  'upload-state': { title: 'The upload has moved on', advice: 'Its present state is shown: go on from there.' },
  'upload-has-problems': { title: 'The file has problems', advice: 'Correct them in the file and upload it again.' },
  'upload-too-large': { title: 'The file is too large', advice: 'Split it by month and upload the pieces.' },
  'part-too-large': { title: 'A part of the file is too large', advice: 'Reload the page and upload the file again.' },
  'part-not-gzip': { title: 'A part did not arrive whole', advice: 'Try again.' },
  'part-digest-mismatch': { title: 'A part changed on its way', advice: 'Try again.' },
  'part-missing': { title: 'Parts are missing', advice: 'Choose the same file again: what has arrived is kept.' },
  'bytes-mismatch': { title: 'The parts do not add up to the file', advice: 'Upload the file again.' },
  'replaced-not-committed': {
    title: 'That upload cannot be replaced',
    advice: 'Only a committed upload of the same kind can. Upload the file on its own.',
  },
  'too-many-refusals': {
    title: 'There are too many refused pairs',
    advice: 'Take back some that no longer matter.',
  },
  'too-many-scenarios': { title: 'There are too many saved plans', advice: 'Delete some that nobody needs any more.' },
  'too-many-views': { title: 'There are too many saved views', advice: 'Delete some that nobody needs any more.' },
  'too-many-notes': { title: 'There are too many notes', advice: 'Delete some that no longer matter.' },
  'too-many-mappings': { title: 'There are too many mappings', advice: 'Forget some of files that no longer come.' },
  'too-many-uploads': { title: 'There are too many uploads', advice: 'Put several files into one.' },
  'amount-too-large': { title: 'An amount is too large', advice: 'Check the file for a misplaced decimal point.' },
  'fx-rate-in-use': {
    title: 'The exchange rate is in use',
    advice: 'Rows are converted by it. Upload a replacement instead of taking it out.',
  },
  'month-closed': { title: 'A closed month would change', advice: 'An admin can commit it with a reason.' },
  'reason-missing': { title: 'A reason is missing', advice: 'Say why, then try again.' },
  'four-eyes': { title: 'Somebody else has to commit this', advice: 'Ask another member to look and commit.' },
  'change-state': { title: 'The change has moved on', advice: 'Load the page again.' },
  'nothing-to-change': { title: 'Nothing would change', advice: 'The books say so already.' },
}
