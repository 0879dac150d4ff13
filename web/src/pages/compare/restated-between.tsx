import { useDiff } from '../../api/use-ledger.ts'
import { t } from '../../messages/compare.ts'
import type { View } from '../../state/view.ts'
import { Answered } from '../../ui/states.tsx'
import { DiffBody } from '../snapshots/diff-body.tsx'
import type { CompareSide } from './to-differences.ts'

type RestatedProps = { own: CompareSide; other: CompareSide }

/** What became of the books between the two states, where they are two. */
export function RestatedBetween({ own, other }: RestatedProps) {
  const numbers = [own, other].map(({ report }) => report.snapshot.number)
  const [before, after] = [Math.min(...numbers), Math.max(...numbers)]
  if (own.view.preview !== null || other.view.preview !== null) return <p class="quiet">{t('previewState')}</p>
  if (before === after) return <p class="quiet">{t('sameState', { number: after })}</p>
  return (
    <>
      <div class="compare-restated">
        <h2>{t('restated', { before, after })}</h2>
        <p class="quiet">{t('restatedNote')}</p>
      </div>
      <Restated view={own.view} before={before} after={after} />
    </>
  )
}

function Restated({ view, before, after }: { view: View; before: number; after: number }) {
  const answer = useDiff(view.workspace, String(before), String(after))
  return <Answered answer={answer}>{(diff) => <DiffBody view={view} diff={diff} />}</Answered>
}
