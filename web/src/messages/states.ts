import type { FailureCode } from '../api/api-problem.ts'
import { defineMessages } from './define-messages.ts'

/** Texts of the states that every page can be in. */
export const t = defineMessages({
  loading: 'Loading …',
  retry: 'Try again',
  reference: 'Reference {id}',
  cancel: 'Cancel',
  sampleTitle: 'This is sample data.',
  sampleText: 'A made-up company, so that every page shows something.',
  sampleRemove: 'Remove it and start with yours',
  sampleRemoving: 'Removing the sample data …',
  sampleAsk: 'Remove the sample data?',
  sampleAskText:
    'Its uploads are reverted one after another and the books become empty. Nothing is deleted: each can be committed again under Uploads.',
  sampleConfirm: 'Remove the sample data',
  sampleForOthers: 'Finance can remove it.',
  previewTitle: 'You are looking at a preview.',
  previewText: 'All pages show the numbers as they would be.',
  previewOpen: 'Review and commit',
  previewLeave: 'Leave the preview',
  pastTitle: 'You are looking at snapshot {number}.',
  pastText: 'All pages show the books as they were then.',
  pastSince: 'All pages show the books as they stood from {when} on, until the next commit.',
  pastLeave: 'Show the newest',
  offlineTitle: 'You are offline.',
  offlineText: 'What you see is what was last loaded.',
  silentTitle: 'Tierwise does not answer.',
  silentText: 'It is asked again every few seconds; what you see is what was last loaded.',
  booksTitle: 'The state of the books could not be loaded.',
  booksText: 'Filters have no values until then: {reason}',
  staleTitle: 'These numbers may be out of date.',
  staleText: 'They could not be loaded again: {reason}',
  emptyTitle: 'The books are empty.',
  emptyThenTitle: 'The books were empty then.',
  emptyThenText: 'That state held neither spend nor results. A later one may: the newest is one click above.',
  emptyText: 'Upload what campaigns cost and what they brought. Nothing counts before you commit it.',
  emptyAction: 'Upload a file',
  emptyForOthers: 'Finance has not committed a file yet.',
})

/** Also of a service that is newer than the page and fails in ways of its own. */
export function failureText(code: FailureCode): FailureText {
  return failureTexts[code] ?? failureTexts.internal
}

type FailureText = { title: string; advice: string }

/** What a failure means to the reader and what to do about it. */
export const failureTexts: Record<FailureCode, FailureText> = {
  offline: {
    title: 'The service cannot be reached',
    advice: 'Check your connection. On your own machine, see whether npm start still runs.',
  },
  unreadable: {
    title: 'The answer could not be read',
    advice: 'Something between this page and the service answered in its place. Try again in a minute.',
  },
  'no-sign-in': {
    title: 'There is no sign-in yet',
    advice: 'This service does not offer development sessions. Use a token from its command line with the API.',
  },
  unauthorized: { title: 'Your session has ended', advice: 'Reload the page to begin a new one.' },
  forbidden: { title: 'Your role does not allow this', advice: 'Ask an administrator of the workspace for access.' },
  'not-found': { title: 'There is nothing here', advice: 'The link may be old. Go back, or start from the Overview.' },
  'invalid-request': {
    title: 'The address asks for something impossible',
    advice: 'Correct or clear the filters above.',
  },
  'preview-outdated': {
    title: 'This preview is outdated',
    advice: 'The upload has a newer one, or was cancelled. Leave the preview, or open the upload again.',
  },
  'preview-missing': { title: 'There is no such preview', advice: 'Open the upload and look at its present preview.' },
  'storage-unavailable': {
    title: 'The books cannot be reached',
    advice: 'Nothing is lost. Try again in a few seconds.',
  },
  conflict: {
    title: 'Somebody else changed this meanwhile',
    advice: 'Look at what stands here now, and repeat what you did.',
  },
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
  'too-new-format': { title: 'The books were written by a newer version', advice: 'Update Tierwise and try again.' },
  internal: {
    title: 'Something went wrong on our side',
    advice: 'Try again; if it stays, report the reference below.',
  },
}
