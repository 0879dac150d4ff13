import type { CheckOptions } from '../../contract/upload.ts'

export type Figures = CheckOptions['figures']

export type ReadingOptions = Pick<CheckOptions, 'mapping' | 'figures' | 'reading'> & {
  /** Proposed where the file names no currency. */
  reportingCurrency: string
}
