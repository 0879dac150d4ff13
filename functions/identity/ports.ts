import * as z from 'zod'

export const Role = z.enum(['executive', 'finance', 'admin'])
export type Role = z.infer<typeof Role>

export const Actor = z.object({ name: z.string().min(1).max(200), role: Role })
export type Actor = z.infer<typeof Actor>

/** Who stands behind a bearer token; `undefined` where it proves nobody (absent, expired, of another signer). */
export type Identity = { authenticate(bearer: string | undefined): Promise<Actor | undefined> }
