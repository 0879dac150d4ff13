import { t, verdictTexts } from '../../messages/compare.ts'
import { hrefOf } from '../../state/use-view.ts'
import { Badge, Card } from '../../ui/card.tsx'
import type { CompareSide } from './to-differences.ts'

/** What the Overview says on either side: verdict, sentence, and what holds it back. */
export function CompareAnswers({ own, other }: { own: CompareSide; other: CompareSide }) {
  return (
    <Card title={t('answers')} note={t('noTest')}>
      <div class="compare-answers">
        <Answer name={t('own')} side={own} />
        <Answer name={t('other')} side={other} />
      </div>
    </Card>
  )
}

function Answer({ name, side: { view, report } }: { name: string; side: CompareSide }) {
  const { verdict, sentence, reasons } = report.comparison
  const tone = verdict === 'micro_better' ? 'micro' : verdict === 'macro_better' ? 'macro' : undefined
  return (
    <section>
      <h3>{name}</h3>
      <p>
        <Badge tone={tone}>{verdictTexts[verdict]}</Badge>
      </p>
      <p class="compare-sentence">{sentence}</p>
      {reasons.length > 0 && <p class="small">{reasons[0]}</p>}
      <p class="small">
        <a href={hrefOf('/', view)}>{t('openOwn')}</a>
      </p>
    </section>
  )
}
