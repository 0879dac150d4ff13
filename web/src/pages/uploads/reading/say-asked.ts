import { formatCount } from '../../../format/format.ts'
import { chooseByCount } from '../../../messages/define-messages.ts'
import { t } from '../../../messages/reading.ts'
import { type Asked, countAsked } from './to-asked.ts'
import type { UploadReading } from './use-upload-reading.ts'

/** `waits`: for answers, and not for what is being found out. */
export type SaidState = { title: string; advice: string; waits: boolean }

/** What the card of the upload's state says instead, where the file waits for answers; undefined where it does not. */
export function sayState({ upload, reading, problem, asked }: UploadReading): SaidState | undefined {
  if (upload.state === 'rejected' && reading === undefined && !problem) return sayLooking()
  return asked ? sayAsked(asked) : undefined
}

export const sayLooking = (): SaidState => ({ title: t('looking'), advice: '', waits: false })

export function sayAsked(asked: Asked): SaidState {
  const count = countAsked(asked)
  const title = chooseByCount(count, { one: t('askedOne'), other: t('askedMany', { count: formatCount(count) }) })
  return { title, advice: t('askedAdvice'), waits: true }
}

/** What there is to do about it. */
export function sayCount(asked: Asked): string {
  const count = countAsked(asked)
  return chooseByCount(count, { one: t('answerOne'), other: t('answerMany', { count: formatCount(count) }) })
}
