import * as z from 'zod'

export const UploadKind = z.enum(['spend', 'results', 'performance', 'creators', 'campaigns', 'aliases', 'fx'])
export type UploadKind = z.infer<typeof UploadKind>
