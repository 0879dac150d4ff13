import { median } from './measure-task.ts'
import { startService } from './own-service.ts'
import type { Timed } from './tasks.ts'
import { timeRun } from './time-run.ts'

export type OwnStart = { runsMs: number[]; medianMs: number }

const starts = 3

/** `npm start` over an empty folder until it answers; the sample data loads behind its back. */
export function startWithNpm(): Promise<Timed<OwnStart>> {
  return timeRun(async () => {
    const runsMs: number[] = []
    for (let run = 0; run < starts; run++) {
      const service = await startService(['npm', 'start', '--silent'], {})
      runsMs.push(service.startMs)
      await service.stop()
    }
    return { runsMs, medianMs: median(runsMs) }
  })
}
