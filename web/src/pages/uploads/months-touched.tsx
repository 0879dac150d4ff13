import type { Upload } from '../../../../functions/contract/upload.ts'
import { t } from '../../messages/closing.ts'
import { Card } from '../../ui/card.tsx'
import { MonthChangesTable } from '../closing/month-changes-table.tsx'
import { RestatedTable } from '../closing/restated-table.tsx'

/** Closed months that the preview would make say something else, and months that exchange rates change. */
export function MonthsTouched({ upload }: { upload: Upload }) {
  const { preview, kind, reported, restated, restates } = upload
  if (preview === null) return null
  return (
    <>
      {restated.length > 0 && (
        <Card title={t('monthClosed')} note={t('restatesNote')}>
          <RestatedTable restated={restated} restates={restates} />
        </Card>
      )}
      {kind === 'fx' && reported.length > 0 && (
        <Card title={t('ratesReported')} note={t('monthsReportedNote')}>
          <MonthChangesTable caption={t('ratesReported')} months={reported} />
        </Card>
      )}
    </>
  )
}
