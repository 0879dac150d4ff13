import { importWithTierwise } from './own-import.ts'
import { reportWithTierwise } from './own-report.ts'
import type { Task } from './tasks.ts'

/**
 * The product's side: `tierwise-import` gives an ImportResult of the same files (`openDataset(scale)`),
 * `tierwise-report` a ReportResult of the same question. A task that is not here is named as such in the table.
 */
export const ownTasks: Record<string, Task> = {
  'tierwise-import': importWithTierwise,
  'tierwise-report': reportWithTierwise,
}
