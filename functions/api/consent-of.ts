import type { Actor } from '../identity/ports.ts'
import type { Consent } from '../usecases/agree-to-change.ts'

/** Who agrees, and why where closed months are to say something else. */
export const consentOf = ({ name, role }: Actor, reason: string | undefined): Consent => ({
  by: name,
  isAdmin: role === 'admin',
  reason,
})
