import type { Reading } from '../../../../../functions/contract/reading.ts'
import { formatDay } from '../../../format/format.ts'
import { nameField, t } from '../../../messages/reading.ts'
import { Card, Facts } from '../../../ui/card.tsx'
import { ColumnsTable } from './columns-table.tsx'
import { FindingsPart } from './findings-part.tsx'
import { noEdits } from './reading-edits.ts'
import { inputOf } from './value-fault.ts'

/** How a file was read that has been decided on: to look at, not to change. */
export function RecordedReading({ reading }: { reading: Reading }) {
  const constants = Object.entries(reading.constants)
  return (
    <Card title={t('howRead')}>
      <details class="reading-recorded">
        <summary>{t('showAll', { source: reading.source })}</summary>
        <div class="reading-card">
          <section class="reading-part" aria-label={t('columns')}>
            <h3>{t('columns')}</h3>
            <ColumnsTable reading={reading} edits={noEdits} onChange={null} disabled />
          </section>
          {constants.length > 0 && (
            <section class="reading-part" aria-label={t('constants')}>
              <h3>{t('constants')}</h3>
              <Facts
                facts={constants.map(([field, value]) => ({
                  term: nameField(field),
                  value: <bdi>{inputOf(field) === 'date' ? formatDay(value) : value}</bdi>,
                }))}
              />
            </section>
          )}
          <FindingsPart reading={reading} />
        </div>
      </details>
    </Card>
  )
}
