import { useMemo } from 'preact/hooks'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/ledger.ts'
import { hrefOf, usePageParameters } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { writeView } from '../../state/view-url.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty, Skeleton } from '../../ui/states.tsx'
import { readChosen, toggleChosen } from './chosen-snapshots.ts'
import { type Snapshots, useAllSnapshots } from './read-snapshots.ts'
import { snapshotColumns } from './snapshot-columns.tsx'
import './snapshots.css'

const keyOf = ({ number }: { number: number }): string => String(number)

export function SnapshotsPage({ view }: PageProps) {
  const answer = useAllSnapshots(view.workspace)
  return (
    <div class="page">
      <PageHead title={t('snapshots')}>{t('snapshotsIntro')}</PageHead>
      <Answered answer={answer} skeleton={<Skeleton heights={[24]} />}>
        {(snapshots) => <SnapshotTable view={view} snapshots={snapshots} />}
      </Answered>
    </div>
  )
}

function SnapshotTable({ view, snapshots }: { view: View; snapshots: Snapshots }) {
  const { rows, cut } = snapshots
  const [{ chosen: parameter }, change] = usePageParameters({ chosen: '' })
  const role = useSession()?.role
  const chosen = readChosen(parameter)
  const newest = rows[0]?.number ?? 0
  const columns = useMemo(() => {
    const pages = [{ path: '/', text: t('openOverview') }]
    if (role !== 'executive') {
      pages.push({ path: '/campaigns', text: t('openCampaigns') }, { path: '/creators', text: t('openCreators') })
    }
    const onToggle = (number: number) => change({ chosen: toggleChosen(chosen, number) }, { replace: true })
    return snapshotColumns(view, newest, { chosen, onToggle }, pages)
  }, [writeView(view), newest, parameter, role])
  const note = cut ? t('snapshotsCut', { shown: formatCount(rows.length) }) : undefined
  return (
    <>
      {rows.length < 2 && <Empty title={t('onlyOpened')}>{t('onlyOpenedText')}</Empty>}
      <Card title={t('snapshots')} note={note}>
        <Chosen view={view} chosen={chosen} onClear={() => change({ chosen: '' }, { replace: true })} />
        <DataTable
          caption={t('snapshots')}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          usualSort={{ sort: 'number', order: 'desc' }}
          searchLabel={t('searchSnapshots')}
        />
      </Card>
    </>
  )
}

type ChosenProps = { view: View; chosen: readonly number[]; onClear: () => void }

/** Which two are chosen, and the way to their comparison: from the older to the newer. */
function Chosen({ view, chosen, onClear }: ChosenProps) {
  const [before, after] = [...chosen].sort((a, b) => a - b)
  if (before === undefined) return <p class="choosing quiet">{t('chooseTwo')}</p>
  return (
    <div class="choosing" role="status">
      {after === undefined ? (
        <span>{t('chooseOne', { number: before })}</span>
      ) : (
        <ButtonLink kind="main" href={hrefOf(`/snapshots/${before}/diff/${after}`, view)}>
          {t('compareChosen', { before, after })}
        </ButtonLink>
      )}
      {after !== undefined && (
        <ButtonLink
          href={hrefOf('/compare', { ...view, snapshot: after, preview: null }, { withSnapshot: String(before) })}
        >
          {t('answersChosen')}
        </ButtonLink>
      )}
      <Button kind="plain" onClick={onClear}>
        {t('clearChosen')}
      </Button>
    </div>
  )
}
