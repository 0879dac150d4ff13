import { useState } from 'preact/hooks'
import type { Upload } from '../../../../functions/contract/upload.ts'
import type { UploadTotals } from '../../../../functions/contract/upload-rows.ts'
import { useSplitTotals } from '../../api/upload-answers.ts'
import { formatCount, formatDay, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/upload-rows.ts'
import type { View } from '../../state/view.ts'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'

type By = 'byMonth' | 'byCampaign'

/** The control totals of a file once more, by month or by campaign: asked for when they are opened. */
export function SplitTotals({ view, upload }: { view: View; upload: Upload }) {
  const [by, setBy] = useState<By | null>(null)
  const check = `${upload.preview} ${upload.snapshot} ${JSON.stringify(upload.totals)}`
  const answer = useSplitTotals({ workspace: view.workspace, id: upload.id }, by === null ? null : check)
  return (
    <div class="upload-stack">
      <div class="actions">
        {(['byMonth', 'byCampaign'] as const).map((name) => (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={name === by}
            data-set={name === by}
            onClick={() => setBy(name === by ? null : name)}
          >
            {t(name)}
          </button>
        ))}
      </div>
      {by !== null && (
        <Answered answer={answer} skeleton={<Skeleton heights={[8]} />}>
          {(totals) => <Sums by={by} totals={totals} />}
        </Answered>
      )}
    </div>
  )
}

function Sums({ by, totals }: { by: By; totals: UploadTotals }) {
  const rows =
    by === 'byMonth'
      ? totals.months.map((sum) => ({ ...sum, name: formatDay(sum.month) }))
      : totals.campaigns.map((sum) => ({ ...sum, name: sum.campaign ?? t('noCampaign') }))
  return (
    <>
      <Table
        cards
        caption={t(by)}
        rows={rows.map((row, at) => ({ ...row, key: String(at) }))}
        keyOf={({ key }) => key}
        columns={[
          {
            id: 'name',
            header: t(by === 'byMonth' ? 'month' : 'campaign'),
            cell: ({ name }) => (
              <span class="upload-cell" dir="auto">
                {name}
              </span>
            ),
          },
          { id: 'measure', header: t('measure'), cell: ({ measure }) => t(measure) },
          { id: 'rows', header: t('rows'), align: 'end', cell: (sum) => formatCount(sum.rows) },
          {
            id: 'total',
            header: t('total'),
            align: 'end',
            cell: ({ amountMinor, currency }) => formatMoney(amountMinor, currency),
          },
        ]}
      />
      {by === 'byCampaign' && totals.campaignsLeft > 0 && (
        <p class="quiet small">{t('campaignsLeft', { count: formatCount(totals.campaignsLeft) })}</p>
      )}
    </>
  )
}
