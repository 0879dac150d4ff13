import type { Closing, Mark } from '../../../../functions/contract/books-change.ts'
import { formatCount, formatInstant } from '../../format/format.ts'
import { t } from '../../messages/closing.ts'

/** What was done to a month that was closed at some time: when, by whom and why. */
export function sayClosing({ closed, reopened, restated }: Closing): string[] {
  return [
    t('closedBy', tell(closed)),
    ...(reopened ? [t('reopenedBy', tell(reopened))] : []),
    ...(restated ? [sayRestated(restated)] : []),
  ]
}

function sayRestated(restated: NonNullable<Closing['restated']>): string {
  if (restated.times === 1) return t('restatedBy', tell(restated))
  return t('restatedTimes', { times: formatCount(restated.times), ...tell(restated) })
}

const tell = ({ at, by, reason }: Mark) => ({ when: formatInstant(at), by, reason: reason ?? t('noReason') })
