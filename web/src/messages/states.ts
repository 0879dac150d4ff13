import type { ProblemCode } from '../../../functions/contract/problem.ts'
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

type FailureText = { title: string; advice: string }

/** What may keep a page from being shown; all else keeps a step from being taken, and its texts load when it does. */
type ReadFailure =
  | Exclude<FailureCode, ProblemCode>
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'invalid-request'
  | 'preview-outdated'
  | 'storage-unavailable'
  | 'conflict'
  | 'too-new-format'
  | 'internal'
export type StepFailure = Exclude<FailureCode, ReadFailure>

let stepTexts: Partial<Record<FailureCode, FailureText>> = {}

/** To be waited for before a failure is shown. Where they cannot be had, the service's own words stand under a general title. */
export async function loadFailureText(code: FailureCode): Promise<void> {
  if (code in failureTexts) return
  stepTexts = await import('./step-failures.ts').then(
    (m) => m.stepFailureTexts,
    () => stepTexts,
  )
}

/** Also of a service that is newer than the page and fails in ways of its own. */
export function failureText(code: FailureCode): FailureText {
  const texts: Partial<Record<FailureCode, FailureText>> = failureTexts
  return texts[code] ?? stepTexts[code] ?? failureTexts.internal
}

/** What a failure means to the reader and what to do about it. */
export const failureTexts: Record<ReadFailure, FailureText> = {
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
  'storage-unavailable': {
    title: 'The books cannot be reached',
    advice: 'Nothing is lost. Try again in a few seconds.',
  },
  conflict: {
    title: 'Somebody else changed this meanwhile',
    advice: 'Look at what stands here now, and repeat what you did.',
  },
  'too-new-format': { title: 'The books were written by a newer version', advice: 'Update Tierwise and try again.' },
  internal: {
    title: 'Something went wrong on our side',
    advice: 'Try again; if it stays, report the reference below.',
  },
}
