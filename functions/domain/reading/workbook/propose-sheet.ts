import type { SheetSurvey } from './survey-sheets.ts'

export type SheetProposal = {
  /** The sheet to read unless the user names another. */
  index: number
  /** Whether the user should be asked: another sheet holds a table too, or the proposed one is not shown by Excel. */
  ask: boolean
  /** Sheets that Excel does not show but that say something. */
  hidden: string[]
}

/**
 * Proposes the sheet that holds most of a table: one that is shown before one that is not. A hidden sheet is asked about
 * where it holds more than the proposed one, as the data behind a report does.
 */
export function proposeSheet(surveys: readonly SheetSurvey[]): SheetProposal {
  const filled = surveys.filter(({ rows }) => rows > 0)
  const best = filled.toSorted((a, b) => rank(b) - rank(a) || a.index - b.index)[0]
  if (!best) throw new RangeError('there is nothing to propose')
  const rivals = filled.filter(
    (survey) => survey !== best && survey.hasTable && (isShown(survey) || cellsOf(survey) > cellsOf(best)),
  )
  return {
    index: best.index,
    ask: rivals.length > 0 || !isShown(best),
    hidden: filled.filter((survey) => !isShown(survey)).map(({ name }) => name),
  }
}

const isShown = ({ state }: SheetSurvey): boolean => state === 'visible'

const cellsOf = ({ rows, columns }: SheetSurvey): number => rows * columns

const rank = (survey: SheetSurvey): number =>
  cellsOf(survey) + (survey.hasTable ? 1e10 : 0) + (isShown(survey) ? 1e11 : 0)
