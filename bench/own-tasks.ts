import { uploadDaily } from './own-daily.ts'
import { importHalfWithTierwise, importWithTierwise } from './own-import.ts'
import { answerWithTierwise, pageWithTierwise, reportWithTierwise } from './own-report.ts'
import { startWithNpm } from './own-start.ts'
import { uploadWithTierwise } from './own-upload.ts'
import type { TaskInput, Timed } from './tasks.ts'

/** The product's side. A task that is not here is named as such in the table. */
export const ownTasks = {
  'tierwise-import': importWithTierwise,
  'tierwise-half-import': importHalfWithTierwise,
  'tierwise-report': reportWithTierwise,
  'tierwise-answer': answerWithTierwise,
  'tierwise-page': pageWithTierwise,
  'tierwise-upload': uploadWithTierwise,
  'tierwise-daily': uploadDaily,
  'tierwise-start': startWithNpm,
} satisfies Record<string, (input: TaskInput) => Promise<Timed<unknown>>>
