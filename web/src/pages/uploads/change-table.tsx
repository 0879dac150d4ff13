import type { Report } from '../../../../functions/contract/report.ts'
import { useWholeReport } from '../../api/upload-answers.ts'
import { useBooks } from '../../api/use-books.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/upload-figures.ts'
import type { View } from '../../state/view.ts'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { type Change, toChanges } from './to-changes.ts'

/** What a preview would do, over all that the books held when it was made: other commits since are not its doing. */
export function ChangeTable({ view, preview }: { view: View; preview: string }) {
  const { workspace } = view
  const after = useWholeReport(workspace, { preview })
  const base = after.data?.snapshot.number
  const before = useWholeReport(workspace, base === undefined ? null : { snapshot: base })
  const newest = useBooks({ ...view, snapshot: null, preview: null }).data?.snapshot.number
  return (
    <Answered answer={after} skeleton={<Skeleton heights={[8]} />}>
      {(then) => (
        <Answered answer={before} skeleton={<Skeleton heights={[8]} />}>
          {(now) => (
            <>
              {newest !== undefined && newest > then.snapshot.number && (
                <p class="small">{t('changeOlder', { base: then.snapshot.number, newest })}</p>
              )}
              <Changes before={now} after={then} />
            </>
          )}
        </Answered>
      )}
    </Answered>
  )
}

function Changes({ before, after }: { before: Report; after: Report }) {
  const changes = toChanges(before, after)
  const say = ({ money }: Change, value: number): string =>
    money ? formatMoney(value, after.currency) : formatCount(value)
  const signed = (change: Change): string => {
    const by = change.after - change.before
    return by === 0 ? t('same') : `${by > 0 ? '+' : '−'}${say(change, Math.abs(by))}`
  }
  return (
    <div class="upload-stack upload-narrow">
      <p class="quiet small">{t('changeNote', { currency: after.currency })}</p>
      <Table
        caption={t('change')}
        rows={changes}
        keyOf={({ measure }) => measure}
        columns={[
          { id: 'measure', header: t('measure'), cell: ({ measure }) => t(measure) },
          { id: 'before', header: t('before'), align: 'end', cell: (change) => say(change, change.before) },
          { id: 'after', header: t('after'), align: 'end', cell: (change) => say(change, change.after) },
          { id: 'by', header: t('difference'), align: 'end', cell: signed },
        ]}
      />
      {changes.every((change) => change.before === change.after) && <p class="small">{t('noChange')}</p>}
    </div>
  )
}
