import { useEffect, useState } from 'preact/hooks'
import { currentSession, onSession, type Session } from '../api/session.ts'

/** Who the pages are shown to; undefined until the first answer. */
export function useSession(): Session | undefined {
  const [session, setSession] = useState(currentSession)
  useEffect(() => {
    const update = () => setSession(currentSession())
    // It may have come after the first drawing and before this.
    update()
    return onSession(update)
  }, [])
  return session
}
