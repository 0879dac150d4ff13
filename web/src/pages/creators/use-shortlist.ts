import { useMemo, useState } from 'preact/hooks'
import { useStep } from '../uploads/use-step.ts'
import { setShortlisted, useVettings } from './creator-answers.ts'
import type { Vettings } from './vetting-columns.tsx'

/** What was said of creators, with what is ticked shown at once: before the service has answered. */
export function useShortlist(workspace: string) {
  const { data, retry } = useVettings(workspace)
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map())
  const { problem, run } = useStep()
  const vettings: Vettings = useMemo(
    () => new Map(data?.vettings.map((vetting) => [vetting.creator, vetting]) ?? []),
    [data],
  )
  const shortlisted = useMemo(() => {
    const listed = new Set(
      data?.vettings.flatMap((vetting) => (vetting.shortlisted ? [vetting.creator as string] : [])),
    )
    for (const [id, wanted] of ticked) {
      if (wanted) listed.add(id)
      else listed.delete(id)
    }
    return listed
  }, [data, ticked])
  const tick = async (id: string, wanted: boolean) => {
    setTicked((before) => new Map(before).set(id, wanted))
    const done = await run(() => setShortlisted({ workspace, id }, wanted))
    if (!done) setTicked((before) => new Map([...before].filter(([other]) => other !== id)))
    retry()
  }
  return { vettings, shortlisted, tick, problem }
}
