import type { PageProps } from '../../app/routes.ts'
import { t } from '../../messages/planner.ts'
import { usePageParameters } from '../../state/use-view.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { ComparePlans } from './compare-plans.tsx'
import { CurvesCard } from './curves-card.tsx'
import { DataCard } from './data-card.tsx'
import { usePlan } from './plan-answers.ts'
import { PlanForm } from './plan-form.tsx'
import { planDefaults } from './plan-question.ts'
import { PlanVerdict } from './plan-verdict.tsx'
import { SavedPlans } from './saved-plans.tsx'
import { SplitCard } from './split-card.tsx'
import './planner.css'

/** How to split a budget over micro and macro, and what was planned before. */
export function PlannerPage({ view }: PageProps) {
  const [parameters, change] = usePageParameters(planDefaults)
  const answer = usePlan(view, parameters)
  return (
    <div class="page">
      <PageHead title={t('title')}>{t('note')}</PageHead>
      {view.tier.length > 0 && <Notice title={t('ignoredTier')} />}
      {view.overhead === 'spread' && <Notice title={t('ignoredOverhead')} />}
      <Answered answer={answer} skeleton={<Skeleton heights={[8, 10, 16, 20]} />}>
        {(plan) => (
          <div class="cards plan-cards">
            <PlanForm plan={plan} onAsk={change} />
            <PlanVerdict plan={plan} onBudget={(minor) => change({ budget: String(minor) })} />
            {plan.current && <SplitCard key={String(plan.proposed !== null)} plan={plan} current={plan.current} />}
            {plan.curves && <CurvesCard plan={plan} curves={plan.curves} />}
            <DataCard plan={plan} />
            <SavedPlans view={view} parameters={parameters} snapshot={plan.snapshot.number} />
            <ComparePlans view={view} />
          </div>
        )}
      </Answered>
    </div>
  )
}
