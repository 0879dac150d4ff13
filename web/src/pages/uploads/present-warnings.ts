import type { Upload } from '../../../../functions/contract/upload.ts'

type Warned = Pick<Upload, 'state' | 'warnings' | 'preview' | 'previewAction'>

const undecided: readonly Upload['state'][] = ['ready', 'rejected', 'failed']

/** The warnings that are still true: what a check found is until the file is committed, and the books move on. */
export function presentWarnings({ state, warnings, preview, previewAction }: Warned): Upload['warnings'] {
  const holds: Record<string, boolean> = {
    'task-failed': true,
    'revert-refused': true,
    'recommit-conflict': true,
    'preview-changed': preview !== null,
    'closed-months': preview !== null,
    'commit-refused': preview !== null,
    'statuses-updated': previewAction === 'commit',
    'earlier-rates': previewAction === 'commit',
  }
  return warnings.filter(({ code }) => holds[code] ?? undecided.includes(state))
}
