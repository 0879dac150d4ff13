import { useEffect, useState } from 'preact/hooks'
import { currentSession, onSession, type Session } from '../api/session.ts'

/** Who the pages are shown to; undefined until the first answer. */
export function useSession(): Session | undefined {
  const [session, setSession] = useState(currentSession)
  useEffect(() => onSession(() => setSession(currentSession())), [])
  return session
}
