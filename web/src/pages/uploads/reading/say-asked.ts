import { formatCount } from '../../../format/format.ts'
import { chooseByCount } from '../../../messages/define-messages.ts'
import { t } from '../../../messages/reading.ts'
import { type Asked, countAsked } from './to-asked.ts'
import type { UploadReading } from './use-upload-reading.ts'

/** What the card of the upload's state says instead, where the file waits for answers; undefined where it does not. */
export function sayAsked({ upload, reading, asked }: UploadReading): { title: string; advice: string } | undefined {
  if (upload.state === 'rejected' && reading === undefined) return { title: t('looking'), advice: '' }
  return asked ? { title: titleOf(asked), advice: t('askedAdvice') } : undefined
}

function titleOf(asked: Asked): string {
  const count = countAsked(asked)
  return chooseByCount(count, { one: t('askedOne'), other: t('askedMany', { count: formatCount(count) }) })
}

/** What there is to do about it. */
export function sayCount(asked: Asked): string {
  const count = countAsked(asked)
  return chooseByCount(count, { one: t('answerOne'), other: t('answerMany', { count: formatCount(count) }) })
}
