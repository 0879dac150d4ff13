import type { Upload } from '../../../../../functions/contract/upload.ts'
import { formatCount } from '../../../format/format.ts'
import { chooseByCount } from '../../../messages/define-messages.ts'
import { t } from '../../../messages/reading.ts'

/** Said instead of the state, with the step to take, where a file waits for answers; undefined where it does not. */
export function sayAsked({ asks }: Pick<Upload, 'asks'>): { title: string; advice: string; step: string } | undefined {
  if (asks === 0) return undefined
  const count = formatCount(asks)
  return {
    title: chooseByCount(asks, { one: t('askedOne'), other: t('askedMany', { count }) }),
    advice: t('askedAdvice'),
    step: chooseByCount(asks, { one: t('answerOne'), other: t('answerMany', { count }) }),
  }
}
