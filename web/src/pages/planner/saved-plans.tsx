import { useState } from 'preact/hooks'
import type { Scenario } from '../../../../functions/contract/scenario.ts'
import { formatInstant, formatMoney } from '../../format/format.ts'
import { goalTexts, t } from '../../messages/planner.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Answered, ErrorBox } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useStep } from '../uploads/use-step.ts'
import { deleteScenario, useScenarios } from './plan-answers.ts'
import { type PlanParameters, placeOf } from './plan-question.ts'
import { SavePlan } from './save-plan.tsx'

type SavedProps = { view: View; parameters: PlanParameters; snapshot: number }

/** Plans kept by name: to save this one, open another, or delete it. */
export function SavedPlans({ view, parameters, snapshot }: SavedProps) {
  const [asked, setAsked] = useState<Scenario | null>(null)
  const [said, setSaid] = useState('')
  const answer = useScenarios(view.workspace)
  return (
    <Card wide title={t('savedTitle')} note={t('savedNote')}>
      <SavePlan
        view={view}
        parameters={parameters}
        snapshot={snapshot}
        onSaved={(name) => setSaid(t('saved', { name }))}
      />
      <p role="status" class="small">
        {said}
      </p>
      <Answered answer={answer}>
        {({ scenarios }) =>
          scenarios.length === 0 ? (
            <p class="quiet">{t('none')}</p>
          ) : (
            <Table
              cards
              caption={t('savedTitle')}
              columns={columnsOf(view.workspace, setAsked)}
              rows={scenarios}
              keyOf={({ id }) => id}
            />
          )
        }
      </Answered>
      {asked && (
        <DeleteDialog
          workspace={view.workspace}
          scenario={asked}
          onClose={(done) => {
            if (done) setSaid(t('deleted', { name: asked.name }))
            setAsked(null)
          }}
        />
      )}
    </Card>
  )
}

function columnsOf(workspace: string, onDelete: (scenario: Scenario) => void): Column<Scenario>[] {
  return [
    {
      id: 'name',
      header: t('name'),
      cell: (scenario) => <PlanName scenario={scenario} workspace={workspace} />,
    },
    { id: 'asks', header: t('asks'), cell: sayQuestion },
    { id: 'snapshot', header: t('ofSnapshot'), align: 'end', cell: ({ query }) => query.snapshot },
    {
      id: 'by',
      header: t('savedBy'),
      cell: ({ savedBy, savedAt }) => t('savedWhen', { who: savedBy, when: formatInstant(savedAt) }),
    },
    {
      id: 'delete',
      header: <span class="visually-hidden">{t('delete')}</span>,
      cell: (scenario) =>
        scenario.deletable && (
          <Button
            kind="plain"
            aria-label={t('deleteNamed', { name: scenario.name })}
            onClick={() => onDelete(scenario)}
          >
            {t('delete')}
          </Button>
        ),
    },
  ]
}

/** A link, but for a plan of single creators: this page has no such filter, and would show another plan. */
function PlanName({ scenario, workspace }: { scenario: Scenario; workspace: string }) {
  if (scenario.query.creator.length > 0) return <bdi>{scenario.name}</bdi>
  const { view, parameters } = placeOf(scenario, workspace)
  return (
    <a href={hrefOf('/planner', view, parameters)} dir="auto">
      {scenario.name}
    </a>
  )
}

function sayQuestion({ query, currency }: Scenario): string {
  const { budgetMinor, goal, campaigns, months } = query
  const asked = { goal: goalTexts[goal], campaigns, months }
  return budgetMinor === undefined
    ? t('askedSoFar', asked)
    : t('asked', { ...asked, money: formatMoney(budgetMinor, currency, 'whole') })
}

type DialogProps = { workspace: string; scenario: Scenario; onClose: (done: boolean) => void }

function DeleteDialog({ workspace, scenario: { id, name }, onClose }: DialogProps) {
  const step = useStep()
  const remove = async () => {
    if (await step.run(() => deleteScenario(workspace, id))) onClose(true)
  }
  return (
    <Dialog
      title={t('deleteTitle', { name })}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
          <Button kind="danger" disabled={step.busy} onClick={() => void remove()}>
            {t('delete')}
          </Button>
        </>
      }
    >
      <p>{t('deleteText')}</p>
      {step.problem && <ErrorBox problem={step.problem} />}
    </Dialog>
  )
}
