import { useState } from 'preact/hooks'
import { type ApiProblem, toProblem } from '../../api/api-problem.ts'

/** One step at a time: whether one is under way, and what kept the last one from being done. */
export function useStep() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const run = async (step: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await step()
      return true
    } catch (error) {
      setProblem(toProblem(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run, clear: () => setProblem(undefined) }
}
