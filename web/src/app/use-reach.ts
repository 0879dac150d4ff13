import { useEffect, useState } from 'preact/hooks'
import { currentReach, onReach, type Reach } from '../api/reach.ts'

export function useReach(): Reach {
  const [reach, setReach] = useState(currentReach)
  useEffect(() => onReach(() => setReach(currentReach())), [])
  return reach
}
