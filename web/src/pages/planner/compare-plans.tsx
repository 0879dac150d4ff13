import type { Scenario, ScenarioPlan } from '../../../../functions/contract/scenario.ts'
import { t } from '../../messages/planner.ts'
import { usePageParameters } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { Answered } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useScenario, useScenarios } from './plan-answers.ts'
import { type ComparedRow, toComparedRows } from './to-compared-rows.ts'

/** Two saved plans side by side; which ones stands in the address. */
export function ComparePlans({ view }: { view: View }) {
  const [chosen, change] = usePageParameters({ left: '', right: '' })
  const scenarios = useScenarios(view.workspace).data?.scenarios ?? []
  // One that was deleted meanwhile is not asked for again.
  const known = (id: string): string => (scenarios.some((scenario) => scenario.id === id) ? id : '')
  const ids = { left: known(chosen.left), right: known(chosen.right) }
  const left = useScenario(view.workspace, ids.left)
  const right = useScenario(view.workspace, ids.right)
  if (scenarios.length < 2) return null
  return (
    <Card wide title={t('compareTitle')}>
      <div class="plan-chosen">
        <Chosen
          label={t('compareLeft')}
          scenarios={scenarios}
          value={ids.left}
          onChoose={(id) => change({ left: id })}
        />
        <Chosen
          label={t('compareRight')}
          scenarios={scenarios}
          value={ids.right}
          onChoose={(id) => change({ right: id })}
        />
      </div>
      {ids.left === '' || ids.right === '' ? (
        <p class="quiet">{t('compareNone')}</p>
      ) : (
        <Answered answer={left}>
          {(a) => <Answered answer={right}>{(b) => <Compared left={a} right={b} />}</Answered>}
        </Answered>
      )}
    </Card>
  )
}

function Compared({ left, right }: { left: ScenarioPlan; right: ScenarioPlan }) {
  const columns: Column<ComparedRow>[] = [
    { id: 'label', header: t('figure'), cell: ({ label }) => label },
    { id: 'left', header: <bdi>{left.scenario.name}</bdi>, align: 'end', cell: (row) => row.left },
    { id: 'right', header: <bdi>{right.scenario.name}</bdi>, align: 'end', cell: (row) => row.right },
  ]
  return (
    <Table
      cards
      caption={t('compareTitle')}
      columns={columns}
      rows={toComparedRows(left, right)}
      keyOf={({ label }) => label}
    />
  )
}

type ChosenProps = { label: string; scenarios: readonly Scenario[]; value: string; onChoose: (id: string) => void }

function Chosen({ label, scenarios, value, onChoose }: ChosenProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select class="input" value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{t('choose')}</option>
        {scenarios.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
