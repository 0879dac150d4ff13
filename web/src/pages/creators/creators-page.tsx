import { useMemo } from 'preact/hooks'
import type { PageProps } from '../../app/routes.ts'
import { t } from '../../messages/creators.ts'
import { t as lists } from '../../messages/lists.ts'
import { metricTexts } from '../../messages/metrics.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { ListPage } from '../campaigns/list-page.tsx'
import { type CreatorEntries, useAllCreators } from '../campaigns/use-entries.ts'
import { saveFile } from '../uploads/save-file.ts'
import { useStep } from '../uploads/use-step.ts'
import { loadShortlistCsv } from './creator-answers.ts'
import { CreatorTable } from './creator-table.tsx'
import { useShortlist } from './use-shortlist.ts'
import { shortlistChoice, vettingColumns } from './vetting-columns.tsx'

export function CreatorsPage({ view }: PageProps) {
  return (
    <ListPage
      view={view}
      title={lists('creators')}
      note={lists('creatorsNote')}
      withheld={lists('withheldCreators')}
      useEntries={useAllCreators}
      actions={<ExportButton view={view} />}
    >
      {(entries) => <Ranked view={view} entries={entries} />}
    </ListPage>
  )
}

function ExportButton({ view }: { view: View }) {
  const { busy, problem, run } = useStep()
  const download = () => run(async () => saveFile(await loadShortlistCsv(view), 'shortlist.csv'))
  return (
    <>
      <Button disabled={busy} onClick={() => void download()}>
        {t('exportShortlist')}
      </Button>
      {problem && <ErrorBox problem={problem} />}
    </>
  )
}

/** Every creator by rank, with the shortlist to tick. */
function Ranked({ view, entries }: { view: View; entries: CreatorEntries }) {
  const { vettings, shortlisted, tick, problem } = useShortlist(view.workspace)
  const columns = useMemo(
    () => vettingColumns({ vettings, shortlisted, onTick: (id, wanted) => void tick(id, wanted) }),
    [vettings, shortlisted],
  )
  const choices = useMemo(() => [shortlistChoice(shortlisted)], [shortlisted])
  return (
    <>
      <p class="quiet">{t('rankedNote', { metric: metricTexts[entries.metric].name })}</p>
      {problem && <ErrorBox problem={problem} />}
      <CreatorTable view={view} entries={entries} columns={columns} choices={choices} />
    </>
  )
}
