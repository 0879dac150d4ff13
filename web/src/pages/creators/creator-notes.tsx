import { useState } from 'preact/hooks'
import { limits } from '../../../../functions/contract/limits.ts'
import type { Vetting } from '../../../../functions/contract/vetting.ts'
import { refreshAnswers } from '../../api/answer-store.ts'
import type { Answer } from '../../api/use-answer.ts'
import { formatInstant } from '../../format/format.ts'
import { t } from '../../messages/creators.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Answered, ErrorBox, Skeleton } from '../../ui/states.tsx'
import { useStep } from '../uploads/use-step.ts'
import { addNote, removeNote, setShortlisted } from './creator-answers.ts'

type NotesProps = { place: { workspace: string; id: string }; answer: Answer<Vetting> }

/** What was noted on a creator, and a field for the next note. */
export function CreatorNotes({ place, answer }: NotesProps) {
  const [text, setText] = useState('')
  const step = useStep()
  const said = text.trim()
  const add = async () => {
    if (!(await step.run(() => addNote(place, said)))) return
    setText('')
    refreshAnswers()
  }
  const remove = async (note: string) => {
    if (await step.run(() => removeNote(place, note))) refreshAnswers()
  }
  return (
    <Card title={t('notesTitle')} note={t('notesNote')}>
      <form
        class="note-form"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <label class="field">
          <span>{t('noteLabel')}</span>
          <textarea
            class="input"
            rows={2}
            maxLength={limits.noteCharsMax}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <Button type="submit" disabled={step.busy || said === ''}>
          {t('addNote')}
        </Button>
      </form>
      {step.problem && <ErrorBox problem={step.problem} />}
      <Answered answer={answer} skeleton={<Skeleton heights={[4]} />}>
        {({ notes }) =>
          notes.length === 0 ? (
            <p class="quiet">{t('noNotes')}</p>
          ) : (
            <ul class="notes">
              {notes.map(({ id, text: note, by, at }) => (
                <li key={id}>
                  <p dir="auto">{note}</p>
                  <p class="quiet small">
                    {t('noteBy', { by, at: formatInstant(at) })}{' '}
                    <Button
                      kind="plain"
                      disabled={step.busy}
                      aria-label={t('removeNoteOf', { at: formatInstant(at) })}
                      onClick={() => void remove(id)}
                    >
                      {t('removeNote')}
                    </Button>
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  )
}

/** Puts the creator on the shortlist, or takes it off. */
export function ShortlistButton({ place, answer }: NotesProps) {
  const step = useStep()
  const shortlisted = answer.data?.shortlisted ?? null
  const change = async () => {
    if (await step.run(() => setShortlisted(place, shortlisted === null))) refreshAnswers()
  }
  if (!answer.data) return null
  return (
    <>
      {shortlisted && (
        <span class="quiet small">{t('shortlistedBy', { at: formatInstant(shortlisted.at), by: shortlisted.by })}</span>
      )}
      <Button aria-pressed={shortlisted !== null} disabled={step.busy} onClick={() => void change()}>
        {shortlisted ? t('offShortlist') : t('toShortlist')}
      </Button>
      {step.problem && <ErrorBox problem={step.problem} />}
    </>
  )
}
