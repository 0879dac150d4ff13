import { refreshAnswers } from './answer-store.ts'
import { answerOf, api } from './client.ts'

/** Takes the sample data out of the books. Resolves when that has begun; the books say when it is done. */
export async function removeSample(workspace: string): Promise<void> {
  await answerOf(api.sample.remove.$post({ param: { workspace } }))
  refreshAnswers()
}
