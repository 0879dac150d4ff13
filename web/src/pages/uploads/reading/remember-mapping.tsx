import { useState } from 'preact/hooks'
import { limits } from '../../../../../functions/contract/limits.ts'
import type { FileMapping } from '../../../../../functions/contract/mapping.ts'
import type { Reading } from '../../../../../functions/contract/reading.ts'
import type { Upload } from '../../../../../functions/contract/upload.ts'
import { t } from '../../../messages/remember.ts'
import { hrefOf } from '../../../state/use-view.ts'
import type { View } from '../../../state/view.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorBox } from '../../../ui/states.tsx'
import { rememberMapping, useMappings } from '../../mappings/mapping-answers.ts'
import { useStep } from '../use-step.ts'

type RememberProps = { view: View; upload: Upload; reading: Reading }

/** Keeps how this file is read for the next of its shape, before it is committed; or says by what those are read. */
export function RememberMapping({ view, upload, reading }: RememberProps) {
  const [naming, setNaming] = useState(false)
  const { data } = useMappings(view.workspace)
  if (data === undefined) return null
  const standing = data.mappings.find((mapping) => isOfShape(mapping, upload, reading))
  if (standing) {
    const [before, after] = t('done', { name: '\n' }).split('\n')
    return (
      <p role="status" class="small">
        {before}
        <a href={hrefOf(`/uploads/mappings/${standing.id}`, view)} dir="auto">
          {standing.name}
        </a>
        {after}
      </p>
    )
  }
  if (naming) return <NameForm view={view} upload={upload} onClose={() => setNaming(false)} />
  return (
    <div class="actions">
      <Button onClick={() => setNaming(true)}>{t('remember')}</Button>
    </div>
  )
}

function isOfShape({ kind, headers }: FileMapping, upload: Upload, reading: Reading): boolean {
  const isSame = headers.length === reading.columns.length
  return kind === upload.kind && isSame && reading.columns.every(({ header }, at) => header === headers[at])
}

function NameForm({ view, upload, onClose }: Omit<RememberProps, 'reading'> & { onClose: () => void }) {
  const [name, setName] = useState(() => nameOf(upload.filename))
  const step = useStep()
  const nameless = name.trim() === ''
  const submit = (event: Event) => {
    event.preventDefault()
    if (!nameless) void step.run(() => rememberMapping(view.workspace, { upload: upload.id, name }))
  }
  return (
    <form class="upload-stack" onSubmit={submit}>
      <p class="quiet small">{t('note')}</p>
      <label class="field">
        <span>{t('name')}</span>
        <input
          class="input"
          // biome-ignore lint/a11y/noAutofocus: the button that had the focus gave way to this.
          autoFocus
          value={name}
          maxLength={limits.mappingNameCharsMax}
          dir="auto"
          aria-invalid={nameless}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        {nameless && <small role="alert">{t('nameMissing')}</small>}
      </label>
      {step.problem && <ErrorBox problem={step.problem} />}
      <div class="actions">
        <Button kind="main" type="submit" disabled={step.busy || nameless}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

const nameOf = (filename: string): string =>
  filename
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .slice(0, limits.mappingNameCharsMax)
    .trim()
