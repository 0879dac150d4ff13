import type { Reading } from '../../../../../functions/contract/reading.ts'
import { formatDay } from '../../../format/format.ts'
import { t } from '../../../messages/mappings.ts'
import { nameField } from '../../../messages/reading.ts'
import { hrefOf } from '../../../state/use-view.ts'
import type { View } from '../../../state/view.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { UploadReading } from './use-upload-reading.ts'

/** By what was said of an earlier file this one is read, and how to have it read without. */
export function MappingNote({ view, bundle }: { view: View; bundle: UploadReading }) {
  const { reading, open, without } = bundle
  if (!reading?.mapping) return null
  const { id, name, version, updatedBy, updatedAt, answers, constants } = reading.mapping
  const questions = answers.map((answer) => sayAnswer(reading, answer)).filter((text) => text !== '')
  const fields = constants.map((field) => `${nameField(field)} ${reading.constants[field]}`)
  const actions = (
    <>
      {open && <Button onClick={without}>{t('without')}</Button>}
      <ButtonLink href={hrefOf(`/uploads/mappings/${id}`, view)}>{t('editOrForget')}</ButtonLink>
    </>
  )
  return (
    <Notice title={t('usedTitle', { name })} actions={actions}>
      {t('usedNote', { version, by: updatedBy, day: formatDay(updatedAt.slice(0, 10)) })}{' '}
      {questions.length > 0 && `${t('usedAnswers', { questions: questions.join('; ') })}.`}{' '}
      {fields.length > 0 && `${t('usedConstants', { fields: fields.join(', ') })}.`}
    </Notice>
  )
}

/** `“Date”: day, month, year`: the column and what was answered of it. */
function sayAnswer({ questions, columns }: Reading, id: string): string {
  const question = questions.find((one) => one.id === id)
  if (!question) return ''
  const label = question.options.find(({ value }) => value === question.answer)?.label ?? ''
  const header = columns.find(({ at }) => at === question.column)?.header
  return header === undefined ? label : `“${header}” ${label}`
}
