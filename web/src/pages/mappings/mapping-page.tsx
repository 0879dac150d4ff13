import { useEffect, useState } from 'preact/hooks'
import type { FileMapping } from '../../../../functions/contract/mapping.ts'
import { refreshAnswers } from '../../api/answer-store.ts'
import { isUnknown } from '../../api/api-problem.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { formatCount, formatInstant } from '../../format/format.ts'
import { kindTexts } from '../../messages/ledger.ts'
import { t } from '../../messages/mappings.ts'
import { navigate } from '../../state/router.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card, Facts } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty, ErrorBox } from '../../ui/states.tsx'
import { NotForYou } from '../uploads/not-for-you.tsx'
import { useStep } from '../uploads/use-step.ts'
import './mappings.css'
import { forgetMapping, useMapping } from './mapping-answers.ts'
import { MappingForm } from './mapping-form.tsx'

export function MappingPage({ view, parameters }: PageProps) {
  const executive = useSession()?.role === 'executive'
  return executive ? <NotForYou view={view} /> : <OneMapping view={view} id={parameters.id ?? ''} />
}

function OneMapping({ view, id }: { view: View; id: string }) {
  const [forgetting, setForgetting] = useState(false)
  const [gone, setGone] = useState(false)
  const answer = useMapping(gone ? null : { workspace: view.workspace, id })
  useEffect(() => {
    if (!gone) return
    // Not before this page has stopped asking for what is no more.
    refreshAnswers()
    navigate(hrefOf('/uploads/mappings', view), { replace: true })
  }, [gone])
  const all = <ButtonLink href={hrefOf('/uploads/mappings', view)}>{t('allMappings')}</ButtonLink>
  if (isUnknown(answer.problem)) {
    return (
      <Empty level={1} title={t('unknown')} action={all}>
        {t('unknownText')}
      </Empty>
    )
  }
  const name = answer.data?.name ?? t('mapping')
  const actions = (
    <>
      {all}
      {answer.data && (
        <Button kind="danger" onClick={() => setForgetting(true)}>
          {t('forget')}
        </Button>
      )}
    </>
  )
  return (
    <div class="page">
      <PageHead title={name} under={t('title')} actions={actions} />
      <Answered answer={answer}>
        {(mapping) => (
          <>
            <MappingForm key={mapping.version} workspace={view.workspace} mapping={mapping} />
            <AboutMapping view={view} mapping={mapping} />
          </>
        )}
      </Answered>
      {forgetting && (
        <ForgetDialog
          view={view}
          id={id}
          name={name}
          onClose={() => setForgetting(false)}
          onGone={() => setGone(true)}
        />
      )}
    </div>
  )
}

function AboutMapping({ view, mapping }: { view: View; mapping: FileMapping }) {
  const { kind, version, createdAt, createdBy, updatedAt, updatedBy, lastUsedAt, lastUsedBy } = mapping
  const facts = [
    { term: t('kind'), value: kindTexts[kind] },
    { term: t('version'), value: formatCount(version) },
    { term: t('created'), value: <Who by={createdBy} at={createdAt} /> },
    { term: t('changed'), value: <Who by={updatedBy} at={updatedAt} /> },
    ...(lastUsedAt === null || lastUsedBy === null
      ? []
      : [
          {
            term: t('lastUsed'),
            value: (
              <>
                {formatInstant(lastUsedAt)}, <a href={hrefOf(`/uploads/${lastUsedBy}`, view)}>{t('openUpload')}</a>
              </>
            ),
          },
        ]),
  ]
  return (
    <Card title={t('about')}>
      <Facts facts={facts} />
    </Card>
  )
}

function Who({ by, at }: { by: string; at: string }) {
  return (
    <>
      <bdi>{by}</bdi>, {formatInstant(at)}
    </>
  )
}

type ForgetProps = { view: View; id: string; name: string; onClose: () => void; onGone: () => void }

function ForgetDialog({ view, id, name, onClose, onGone }: ForgetProps) {
  const step = useStep()
  const forget = async () => {
    if (await step.run(() => forgetMapping({ workspace: view.workspace, id }))) onGone()
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('keep')}</Button>
      <Button kind="danger" disabled={step.busy} onClick={() => void forget()}>
        {t('forgetNow')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('forgetAsk', { name })} onClose={onClose} actions={actions}>
      <p>{t('forgetText')}</p>
      {step.problem && <ErrorBox problem={step.problem} />}
    </Dialog>
  )
}
