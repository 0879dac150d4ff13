import { useBooks, useReport } from '../../api/use-books.ts'
import type { PageProps } from '../../app/routes.ts'
import { t } from '../../messages/compare.ts'
import { usePageParameters } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty, Skeleton } from '../../ui/states.tsx'
import { CompareAnswers } from './compare-answers.tsx'
import { CompareTables } from './compare-tables.tsx'
import { DifferencesCard } from './differences-card.tsx'
import { OtherForm } from './other-form.tsx'
import { otherDefaults, readSides } from './read-sides.ts'
import { RestatedBetween } from './restated-between.tsx'
import './compare.css'

/** Two questions, or two states of the books, side by side. */
export function ComparePage({ view }: PageProps) {
  const books = useBooks(view)
  return (
    <div class="page">
      <PageHead title={t('title')}>{t('note')}</PageHead>
      <Answered answer={books}>{({ snapshot }) => <Compared view={view} shown={snapshot.number} />}</Answered>
    </div>
  )
}

function Compared({ view, shown }: { view: View; shown: number }) {
  const [parameters, change] = usePageParameters(otherDefaults)
  const { own, other, ignored } = readSides(view, parameters, shown)
  return (
    <>
      {ignored.length > 0 && <Notice tone="warn" title={t('ignored', { names: ignored.join(', ') })} />}
      <OtherForm key={JSON.stringify([other, parameters])} view={view} other={other} onChange={change} />
      {other === null ? <Empty title={t('onlyOne')}>{t('onlyOneText')}</Empty> : <BothSides own={own} other={other} />}
    </>
  )
}

function BothSides({ own, other }: { own: View; other: View }) {
  const [ownAnswer, otherAnswer] = [useReport(own), useReport(other)]
  const skeleton = <Skeleton heights={[6, 12, 24]} />
  return (
    <Answered answer={ownAnswer} skeleton={skeleton}>
      {(ownReport) => (
        <Answered answer={otherAnswer} skeleton={skeleton}>
          {(otherReport) => {
            const sides = { own: { view: own, report: ownReport }, other: { view: other, report: otherReport } }
            return (
              <>
                <DifferencesCard {...sides} />
                <CompareAnswers {...sides} />
                <CompareTables own={ownReport} other={otherReport} />
                <RestatedBetween {...sides} />
              </>
            )
          }}
        </Answered>
      )}
    </Answered>
  )
}
