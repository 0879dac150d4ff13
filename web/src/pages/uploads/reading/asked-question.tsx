import { useId } from 'preact/hooks'
import type { ReadingQuestion } from '../../../../../functions/contract/reading.ts'
import { t } from '../../../messages/reading.ts'

type AskedQuestionProps = { question: ReadingQuestion; answer: string; onAnswer: (value: string) => void }

/** One question with its options and what each of them means; what is proposed says why. */
export function AskedQuestion({ question, answer, onAnswer }: AskedQuestionProps) {
  const { text, options, proposed, reason } = question
  const name = useId()
  return (
    <fieldset class="choices reading-question">
      <legend class="reading-ask" dir="auto">
        {text}
      </legend>
      {options.map(({ value, label, effect }) => (
        <label key={value} class="choice">
          <input type="radio" name={name} checked={value === answer} onChange={() => onAnswer(value)} />
          <span dir="auto">{label}</span>
          <small dir="auto">
            {effect}
            {value === proposed && <b class="reading-proposed">{t('proposed', { reason })}</b>}
          </small>
        </label>
      ))}
    </fieldset>
  )
}
