import { useCallback, useState } from 'preact/hooks'
import type { UploadList } from '../../../../functions/contract/upload.ts'
import type { Answer } from '../../api/use-answer.ts'
import { useSession } from '../../app/use-session.ts'
import type { View } from '../../state/view.ts'
import type { LoadedCreators } from './load-creators.ts'
import { useCreators } from './use-creators.ts'
import { useUploadsIf } from './use-uploads-if.ts'

export type CardAnswers = {
  uploads: Answer<UploadList>
  creators: Answer<LoadedCreators>
  /** The reader is a screen away from the creators: what nobody scrolls to is not asked for. */
  onNear: () => void
}

/** Where cards stand side by side (as in overview-cards.css), the creators are near from the start. */
const sideBySide = '(min-width: 70rem)'

/**
 * What cards show besides the report, asked for beside it and not after it: their charts are drawn once, with all that
 * they show, and no card grows below the reader's eyes.
 */
export function useCardAnswers(view: View): CardAnswers {
  const role = useSession()?.role
  const mayList = role !== undefined && role !== 'executive'
  const [near, setNear] = useState(() => matchMedia(sideBySide).matches)
  // The creators first: a chart waits for them.
  const creators = useCreators(mayList && near, view)
  const uploads = useUploadsIf(mayList, view.workspace)
  return {
    uploads,
    creators,
    onNear: useCallback(() => setNear(true), []),
  }
}
