import type { CheckOptions } from '../../contract/upload.ts'
import type { Day } from '../calendar.ts'

export type Figures = CheckOptions['figures']

export type ReadingOptions = Pick<CheckOptions, 'mapping' | 'figures' | 'reading'> & {
  /** Proposed where the file names no currency. */
  reportingCurrency: string
  /** The day on which the file was sent. */
  sentOn: Day
}
