import { useRef, useState } from 'preact/hooks'
import type { Reading } from '../../../../../functions/contract/reading.ts'
import { formatCount } from '../../../format/format.ts'
import { t } from '../../../messages/reading.ts'
import type { View } from '../../../state/view.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { knownCurrencies } from '../../../ui/currency-list.tsx'
import { ErrorBox } from '../../../ui/states.tsx'
import { ColumnsTable } from './columns-table.tsx'
import { ConstantsPart } from './constants-part.tsx'
import { FindingsPart } from './findings-part.tsx'
import { PlacePart } from './place-part.tsx'
import { fieldsInForce, isEdited, isElsewhere, noEdits } from './reading-edits.ts'
import { RecordedReading } from './recorded-reading.tsx'
import { RememberMapping } from './remember-mapping.tsx'
import { shownConstants } from './to-constants.ts'
import type { UploadReading } from './use-upload-reading.ts'
import { inputOf, valueFault } from './value-fault.ts'
import '../../../styles/reading.css'

const checkable = ['ready', 'rejected', 'failed']

/** How the file was read: its columns, the values for all lines, and what it says of itself. */
export function ReadingCard({ view, bundle }: { view: View; bundle: UploadReading }) {
  const { upload, reading, problem, retry, open, send } = bundle
  if (reading === undefined) return problem ? <ErrorBox problem={problem} onRetry={retry} /> : null
  const mayChange = checkable.includes(upload.state)
  if (reading === null) {
    // Of a file that could not be read at all there is nothing to tell, nor of one that the service wrote.
    if (upload.rows.read === 0 || upload.origin === 'matching') return null
    return (
      <Card title={t(mayChange ? 'how' : 'howRead')} note={t('asTemplate')}>
        {mayChange && (
          <div class="actions">
            <Button disabled={!open} onClick={() => send(noEdits)}>
              {t('changeHow')}
            </Button>
          </div>
        )}
      </Card>
    )
  }
  return mayChange ? (
    <EditReading view={view} bundle={bundle} reading={reading} />
  ) : (
    <RecordedReading reading={reading} />
  )
}

function EditReading({ view, bundle, reading }: { view: View; bundle: UploadReading; reading: Reading }) {
  const { upload, asked, edits, change, rounding, chosen, open, send } = bundle
  const [tried, setTried] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const elsewhere = isElsewhere(reading, edits)
  const bare = reading.columns.length === 0
  const needed = asked?.needs.map(({ field }) => field) ?? []
  const questions = asked?.questions.map(({ id }) => id) ?? []
  const edited = isEdited(reading, edits, rounding)
  const faults = new Set(
    shownConstants(reading, edits, needed)
      .filter(([field, value]) => valueFault(inputOf(field), value, knownCurrencies()) !== null)
      .map(([field]) => field),
  )
  const check = () => {
    setTried(true)
    if (faults.size === 0) return send(edits)
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const shared = { reading, edits, onChange: change, disabled: !open }
  return (
    <Card title={t('how')} note={sayHow(reading, fieldsInForce(reading, edits).size)}>
      <div class="reading-card" ref={body}>
        <PlacePart {...shared} asked={questions} />
        {elsewhere || bare ? (
          <p class="quiet">{t(elsewhere ? 'otherPlace' : 'noHeaders')}</p>
        ) : (
          <>
            <section class="reading-part" aria-label={t('columns')}>
              <h3>{t('columns')}</h3>
              <p class="quiet small">{t('columnsNote')}</p>
              <ColumnsTable {...shared} />
            </section>
            <ConstantsPart {...shared} asked={needed} faults={tried ? faults : new Set()} />
            {reading.fields.some(({ field }) => money.includes(field)) && (
              <label class="choice reading-rounding">
                <input
                  type="checkbox"
                  checked={edits.rounding ?? rounding}
                  disabled={!open}
                  onChange={(event) => change({ ...edits, rounding: event.currentTarget.checked })}
                />
                <span>{t('rounding')}</span>
                <small>{t('roundingHint')}</small>
              </label>
            )}
            <FindingsPart reading={reading} />
          </>
        )}
        {asked === null && !edited && !bare && reading.mapping === null && (
          <RememberMapping view={view} upload={upload} reading={reading} />
        )}
        {(edited || chosen) && (
          <div class="actions">
            {edited && (
              <>
                <Button kind={asked ? 'normal' : 'main'} disabled={!open} onClick={check}>
                  {t('checkChanges')}
                </Button>
                <Button disabled={!open} onClick={() => change(noEdits)}>
                  {t('discard')}
                </Button>
              </>
            )}
            {chosen && (
              <Button kind="plain" disabled={!open} onClick={() => send(null)}>
                {t('startOver')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  )
}

const money = ['amount', 'revenue', 'budget']

function sayHow({ source, columns, preset }: Reading, loaded: number): string {
  const how = t('summary', { source, loaded: formatCount(loaded), columns: formatCount(columns.length) })
  return preset === null ? how : `${how} ${t('preset', { preset })}`
}
