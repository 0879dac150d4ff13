import { describe, expect, test } from 'vitest'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import { countWrites } from '../store/faulty-books.ts'
import { openUncached } from '../store/uncached.ts'
import { continueOn, openHistory, work } from '../support/history.ts'
import { everything, toQuery } from '../support/history-compare.ts'
import { essence, workUntilCrash } from '../support/history-crash.ts'
import { runs } from '../support/history-runs.ts'
import { scenes } from '../support/history-scenes.ts'
import { freshWorkspace, testTable } from '../support/table.ts'

type Scene = (typeof scenes)[string]

/** What a scene ends with, where its worker dies after write `n` and another process does the task again. */
async function ending(scene: Scene, n: number | null) {
  const workspace = freshWorkspace()
  const history = await openHistory((await testTable()).openBooks(workspace))
  const id = await scene(history)
  const counted = countWrites(history.books)
  if (n === null) await work(history, id, counted.books)
  else {
    await workUntilCrash(history, id, history.books, n, 'after')
    await work(continueOn(history, await openUncached(workspace)), id)
  }
  const books = await openUncached(workspace)
  const report = await answerReport({ books }, toQuery(everything))
  return { seen: { ...(await essence(books)), report }, writes: counted.writes() }
}

/** In memory every write has its crash; here every few, a little later in each scene. */
const stride = Math.max(1, Math.ceil(160 / runs(8).numRuns))

describe.each(Object.entries(scenes).map(([name, scene], at) => ({ name, scene, at })))('$name', ({ scene, at }) => {
  test('done again by another process after a crash, leaves what it leaves without', async () => {
    const calm = await ending(scene, null)
    expect(calm.seen.findings).toEqual([])
    for (let n = 1 + (at % stride); n <= calm.writes; n += stride)
      expect((await ending(scene, n)).seen, `after write ${n}`).toEqual(calm.seen)
    expect((await ending(scene, calm.writes)).seen, 'after the last write').toEqual(calm.seen)
  })
})
