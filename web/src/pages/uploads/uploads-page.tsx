import { useEffect, useRef, useState } from 'preact/hooks'
import type { Upload, UploadList } from '../../../../functions/contract/upload.ts'
import { refreshAnswers } from '../../api/answer-store.ts'
import { useHistory } from '../../api/upload-answers.ts'
import { type Sending, useSendings } from '../../api/upload-queue.ts'
import type { Answer } from '../../api/use-answer.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { t as ledger } from '../../messages/ledger.ts'
import { t } from '../../messages/uploads.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty } from '../../ui/states.tsx'
import '../../styles/uploads.css'
import { ChosenFiles } from './chosen-files.tsx'
import { setChosen, takeFiles, useChosen } from './chosen-store.ts'
import { isInWork } from './describe-upload.ts'
import { FileButton } from './file-button.tsx'
import { History } from './history.tsx'
import { NotForYou } from './not-for-you.tsx'
import { Templates } from './templates.tsx'
import { UnderWay } from './under-way.tsx'
import { useFileDrop } from './use-file-drop.ts'

const busyMs = 700
/** A file that another window may be sending. */
const waitingMs = 5000

export function UploadsPage({ view }: PageProps) {
  return useSession()?.role === 'executive' ? <NotForYou view={view} /> : <Uploads view={view} />
}

function Uploads({ view }: { view: View }) {
  const { workspace } = view
  const sendings = useSendings().filter((sending) => sending.workspace === workspace)
  const { answer, older } = useFollowedHistory(workspace, sendings)
  const { chosen, folders } = useChosen()
  const over = useFileDrop((dropped) => void takeFiles(dropped))
  const undecided = sendings.filter(({ id }) => !isDecided(answer.data?.uploads.find((upload) => upload.id === id)))
  return (
    <div class="page">
      <PageHead
        title={ledger('uploads')}
        actions={
          <>
            <ButtonLink href={hrefOf('/uploads/mappings', view)}>{t('mappings')}</ButtonLink>
            <FileButton
              kind={chosen.length === 0 ? 'main' : 'normal'}
              multiple
              onFiles={(files) => void takeFiles({ files, folders: [] })}
            >
              {t('choose')}
            </FileButton>
          </>
        }
      >
        {t('lead')}
      </PageHead>
      {over && <p class="drop-veil">{t('dropHere')}</p>}
      {folders.map((name) => (
        <p key={name} role="alert" class="upload-ask">
          {t('folder', { name })}
        </p>
      ))}
      {chosen.length > 0 && (
        <ChosenFiles
          workspace={workspace}
          chosen={chosen}
          onChange={setChosen}
          onSent={() => requestAnimationFrame(() => document.getElementById('under-way')?.focus())}
        />
      )}
      {undecided.length > 0 && <UnderWay view={view} sendings={undecided} uploads={answer.data?.uploads ?? []} />}
      <Answered answer={answer}>
        {(list) =>
          list.uploads.length === 0 ? (
            <Empty title={t('noUploads')}>{t('noUploadsText')}</Empty>
          ) : (
            <History view={view} list={list} onOlder={older} />
          )
        }
      </Answered>
      <Templates />
    </div>
  )
}

/** Nothing is left to do with it on this page. */
function isDecided(upload: Upload | undefined): boolean {
  return ['committed', 'reverted', 'cancelled', 'expired'].includes(upload?.state ?? '')
}

/** The history, asked for again while something is in work; the other pages are told when the books have moved. */
function useFollowedHistory(workspace: string, sendings: Sending[]): { answer: Answer<UploadList>; older: () => void } {
  const [pages, setPages] = useState(1)
  const [pollMs, setPollMs] = useState<number | undefined>(busyMs)
  const answer = useHistory(workspace, pages, pollMs)
  const uploads = answer.data?.uploads
  const sends = sendings.some(({ phase }) => phase === 'sending' || phase === 'queued')
  const works = uploads?.some(isInWork) ?? false
  const waits = uploads?.some(({ state }) => state === 'receiving') ?? false
  useEffect(() => setPollMs(sends || works ? busyMs : waits ? waitingMs : undefined), [sends, works, waits])
  const worked = useRef(false)
  useEffect(() => {
    if (worked.current && !works) refreshAnswers()
    worked.current = works
  }, [works])
  return { answer, older: () => setPages(pages + 1) }
}
