import type { UploadKind, UploadState } from '../../../functions/contract/upload.ts'

/** Each state in words: what it means, and what to do next. */
export const stateWords: Record<UploadState, { title: string; advice: string }> = {
  receiving: {
    title: 'Waiting for the rest of the file',
    advice: 'The window that sent it was closed. Choose the same file again to go on, or cancel the upload.',
  },
  checking: {
    title: 'The file is being checked',
    advice: 'You may leave this page and come back. Nothing counts yet.',
  },
  ready: {
    title: 'Checked, and ready to commit',
    advice: 'Look at what it would change, here or on the dashboard. Nothing counts before you commit it.',
  },
  rejected: {
    title: 'Not loaded: the file has problems',
    advice: 'Correct the file and upload it again, leave lines out, or load the valid rows only.',
  },
  failed: {
    title: 'The work ended without a result',
    advice: 'The books are as they were. Check the file again; if it fails again, report what is said below.',
  },
  committing: {
    title: 'Being committed',
    advice: 'The books move all at once when it is done. You may leave this page.',
  },
  committed: {
    title: 'Committed: it counts',
    advice: 'Take it out again or replace it by a newer version of the file. You see what changes before you agree.',
  },
  reverting: {
    title: 'Being reverted',
    advice: 'The books move all at once when it is done. You may leave this page.',
  },
  reverted: {
    title: 'Reverted: it does not count any more',
    advice: 'Nothing was deleted. It can be committed again in its former place; look at the preview of that first.',
  },
  cancelled: {
    title: 'Cancelled before it was committed',
    advice: 'It never counted. Upload the file again if you want it.',
  },
  expired: {
    title: 'Expired: nobody committed it',
    advice: 'Previews are kept for 14 days. It never counted. Upload the file again if you want it.',
  },
}

/** By whether the newer file counts, as far as that is known. */
export const replacedWords = {
  unknown: { title: 'Replaced by a newer file', advice: 'It does not count itself.' },
  counts: {
    title: 'Replaced: a newer file counts in its place',
    advice: 'Open the newer upload to revert or replace that one.',
  },
  gone: {
    title: 'Replaced, and the newer file was taken out again: neither counts',
    advice: 'Commit this file again in its place, or the newer one on its own page.',
  },
}

export const sendingWords = {
  queued: { title: 'Waiting for its turn', advice: 'Files are sent one after another. Leave this window open.' },
  sending: {
    title: 'The file is being sent',
    advice: 'You may look at other pages. Leave this window open until it is sent.',
  },
  broken: {
    title: 'Sending has stopped',
    advice: 'What has arrived is kept. Continue when the reason below is mended.',
  },
}

/** What a warning asks for, beside its own words. */
export const warningAdvice: Record<string, string> = {
  'preview-changed':
    'Somebody else’s change came in between, so nothing was done. The numbers below are of the new preview: look at them and confirm again.',
  'recommit-conflict': 'Revert or replace what stands in its way, or upload a corrected file.',
  'columns-ignored': 'If one of them matters, give it a name from the template and upload the file again.',
  'creators-unknown': 'A creators file with their followers gives them a tier.',
  'campaigns-unknown': 'A campaigns file gives them dates, a brand and an objective.',
}

/** What each kind of file holds. */
export const kindMeanings: Record<UploadKind, string> = {
  spend: 'What was paid, to whom and for what',
  results: 'What posts and campaigns brought: impressions, clicks, conversions, revenue',
  performance: 'Cost and results on one line, as ad platforms export them',
  creators: 'Followers, niche and region of creators',
  campaigns: 'Dates, brand, budget, margin and targets of campaigns',
  aliases: 'Other spellings of creators and campaigns',
  fx: 'Exchange rates by day',
}
