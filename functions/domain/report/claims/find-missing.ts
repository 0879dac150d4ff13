import type { ClaimArm, ClaimMissing } from '../../../contract/claims.ts'
import { type Measure, measureIndex } from '../../ledger/measures.ts'
import type { Arm, Cells } from '../../stats/cells.ts'
import type { StatColumn } from '../../stats/stat-columns.ts'
import { armTexts, joinWords } from './claim-words.ts'
import type { Pair } from './measured.ts'

/** One side as files tell of it. */
type ArmFacts = {
  arm: ClaimArm
  /** Bits of the measures that some row gave. */
  given: number
  totals: (column: StatColumn) => number
}

type Lack = { kind: 'spend' | 'results'; column: string; noun: string }

/** @param cells all in one stratum */
export function factsOf(cells: Cells, arms: Pair<ClaimArm>, given: Pair<number>): Pair<ArmFacts> {
  const of = (arm: Arm): ArmFacts => ({
    arm: arms[arm],
    given: given[arm],
    totals: (column) => cells.sums[column].reduce((sum, value, at) => (cells.arm[at] === arm ? sum + value : sum), 0),
  })
  return [of(0), of(1)]
}

/** Template columns that no file gives although these sums need them, with the sides that lack them. */
export function findMissing(columns: readonly StatColumn[], facts: Pair<ArmFacts>): ClaimMissing[] {
  const lacks = new Map<string, { kind: Lack['kind']; lacks: Lack[]; arms: string[] }>()
  const ofArms = facts.map((of) => columns.flatMap((column) => lacksOf(column, of)))
  const all = new Map(ofArms.flat().map((lack) => [lack.column, lack]))
  for (const lack of all.values()) {
    const arms = facts.filter((_, arm) => ofArms[arm]?.some(({ column }) => column === lack.column))
    const texts = arms.map(({ arm }) => armTexts[arm])
    const key = `${lack.kind} ${texts.join()}`
    const known = lacks.get(key)
    if (known) known.lacks.push(lack)
    else lacks.set(key, { kind: lack.kind, lacks: [lack], arms: texts })
  }
  return [...lacks.values()].map((group) => missingOf(group))
}

function missingOf({ kind, lacks, arms }: { kind: Lack['kind']; lacks: Lack[]; arms: string[] }): ClaimMissing {
  const columns = lacks.map(({ column }) => column)
  const nouns = lacks.map(({ noun }) => noun)
  return {
    message: `No file gives ${joinWords(nouns, 'or')} of ${joinWords(arms, 'or')} in this range and these filters. Add the ${columns.length === 1 ? 'column' : 'columns'} ${joinWords(columns)} to a ${kind} file and upload it.`,
    kind,
    columns,
  }
}

const deep: readonly Measure[] = ['comments', 'saves', 'shares']
const counted = { spend: ['spend', 'amount'], posts: ['results', 'post'], followers: ['results', 'followers'] } as const

function lacksOf(column: StatColumn, { given, totals }: ArmFacts): Lack[] {
  const gives = (measure: Measure): boolean => (given & (1 << measureIndex[measure])) !== 0
  const result = (measure: Measure): Lack => ({ kind: 'results', column: measure, noun: measure })
  if (column === 'deepEngagements') return deep.filter((measure) => !gives(measure)).map(result)
  if (column === 'grossProfit') throw new Error('no claim is measured by gross profit')
  if (column === 'spend' || column === 'posts' || column === 'followers') {
    const [kind, name] = counted[column]
    return totals(column) > 0 ? [] : [{ kind, column: name, noun: column }]
  }
  return gives(column) ? [] : [result(column)]
}
