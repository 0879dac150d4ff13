import type { Dialect } from './dialect.ts'
import type { TextEncoding } from './text-encoding.ts'

/** How the bytes of a text file become records: all that a second reading needs to know. */
export type TextPlan = { encoding: TextEncoding; bom: boolean; dialect: Dialect }
