import { useUpload } from '../../api/use-ledger.ts'
import type { PageProps } from '../../app/routes.ts'
import { formatCount, formatInstant } from '../../format/format.ts'
import { kindTexts, t } from '../../messages/ledger.ts'
import { Card, Facts } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered } from '../../ui/states.tsx'
import { StateBadge } from './state-badge.tsx'

export function UploadPage({ view, parameters }: PageProps) {
  const answer = useUpload(view.workspace, parameters.id ?? '')
  return (
    <div class="page">
      <PageHead title={answer.data?.filename ?? t('upload')} />
      <Answered answer={answer}>
        {(upload) => (
          <>
            {upload.warnings.map(({ code, message }) => (
              <Notice key={code} tone="warn" title={message} />
            ))}
            <Card title={kindTexts[upload.kind]} aside={<StateBadge state={upload.state} />}>
              <Facts
                facts={[
                  { term: t('rows'), value: formatCount(upload.rows.valid) },
                  { term: t('problems'), value: formatCount(upload.rows.problems) },
                  { term: t('uploadedAt'), value: formatInstant(upload.createdAt) },
                  { term: t('by'), value: upload.createdBy },
                ]}
              />
            </Card>
          </>
        )}
      </Answered>
    </div>
  )
}
