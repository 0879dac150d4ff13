import type { UploadKind } from '../../../../functions/contract/upload.ts'
import { kindTexts } from '../../messages/ledger.ts'
import { kindMeanings } from '../../messages/upload-states.ts'
import { t } from '../../messages/uploads.ts'
import { Card } from '../../ui/card.tsx'

export function Templates() {
  return (
    <Card title={t('templates')} note={t('templatesNote')}>
      <ul class="template-list">
        {(Object.keys(kindTexts) as UploadKind[]).map((kind) => (
          <li key={kind}>
            <a href={`/api/templates/${kind}`} download={`tierwise-${kind}.csv`}>
              {t('template', { kind: kindTexts[kind] })}
            </a>
            <small class="quiet">{kindMeanings[kind]}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
