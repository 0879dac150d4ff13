/** Runs `work` over `inputs`, at most `limit` at a time; results in the order of the inputs. Stops at the first failure. */
export async function runParallel<T, R>(
  inputs: readonly T[],
  limit: number,
  work: (input: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(inputs.length)
  const pending = inputs.entries()
  let failed = false
  const worker = async () => {
    for (const [index, input] of pending) {
      if (failed) return
      try {
        results[index] = await work(input)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  // All workers are waited for, so that no write is still under way when the failure is reported.
  const ends = await Promise.allSettled(Array.from({ length: Math.min(limit, inputs.length) }, worker))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return results
}
