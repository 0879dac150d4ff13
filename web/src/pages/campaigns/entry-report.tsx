import type { Report } from '../../../../functions/contract/report.ts'
import type { Answer } from '../../api/use-answer.ts'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { EntryTiles } from './entry-tiles.tsx'
import { SeriesChart } from './series-chart.tsx'
import type { Span } from './to-span-marks.ts'

type EntryReportProps = {
  answer: Answer<Report>
  /** When a campaign begins and ends. */
  span?: Span | undefined
}

/** The figures of one campaign or creator, and how they came over time. */
export function EntryReport({ answer, span }: EntryReportProps) {
  return (
    <Answered answer={answer} skeleton={<Skeleton heights={[6, 20]} />}>
      {(report) => (
        <>
          <EntryTiles report={report} />
          <div class="cards">
            <SeriesChart report={report} span={span} />
          </div>
        </>
      )}
    </Answered>
  )
}
