import { useEffect, useRef } from 'preact/hooks'
import type { UploadKind } from '../../../../functions/contract/upload.ts'
import { refreshAnswers } from '../../api/answer-store.ts'
import { startUpload } from '../../api/upload-queue.ts'
import { formatBytes } from '../../format/format.ts'
import { kindTexts } from '../../messages/ledger.ts'
import { kindMeanings } from '../../messages/upload-states.ts'
import { t } from '../../messages/uploads.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import type { Chosen } from './chosen-store.ts'
import { useStep } from './use-step.ts'

type ChosenFilesProps = {
  workspace: string
  chosen: readonly Chosen[]
  onChange: (chosen: readonly Chosen[]) => void
  onSent: () => void
}

/** What is about to be uploaded, each file with its kind. */
export function ChosenFiles({ workspace, chosen, onChange, onSent }: ChosenFilesProps) {
  const { busy, problem, run } = useStep()
  const list = useRef<HTMLDivElement>(null)
  const open = () => list.current?.querySelector<HTMLElement>('select[aria-invalid="true"]')
  useEffect(() => {
    const next = open() ?? list.current?.querySelector<HTMLElement>('.button[data-kind="main"]')
    next?.focus()
  }, [chosen.length])
  const send = async () => {
    const unsure = open()
    if (unsure) {
      unsure.focus()
      return
    }
    let left = chosen
    const done = await run(async () => {
      for (const item of chosen) {
        if (item.kind === null) continue
        await startUpload(workspace, { file: item.file, kind: item.kind })
        // What was announced is under way even where the next file is refused.
        left = left.filter(({ key }) => key !== item.key)
      }
    })
    refreshAnswers()
    onChange(left)
    if (done) onSent()
  }
  const label = chosen.length === 1 ? t('sendOne') : t('sendMany', { count: chosen.length })
  return (
    <Card title={t('chosen')} note={t('chosenNote')}>
      <div ref={list} class="upload-stack">
        <ul class="upload-list">
          {chosen.map((item) => (
            <ChosenFile
              key={item.key}
              item={item}
              twin={chosen.find(({ key }) => key === item.twin)}
              onKind={(kind) => onChange(chosen.map((other) => (other === item ? { ...item, kind } : other)))}
              onRemove={() => onChange(chosen.filter((other) => other !== item))}
            />
          ))}
        </ul>
        {problem && <ErrorBox problem={problem} />}
        <div class="actions">
          <Button kind="main" disabled={busy} onClick={() => void send()}>
            {busy ? t('announcing') : label}
          </Button>
          <Button kind="plain" disabled={busy} onClick={() => onChange([])}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

type ChosenFileProps = {
  item: Chosen
  twin: Chosen | undefined
  onKind: (kind: UploadKind) => void
  onRemove: () => void
}

function ChosenFile({ item, twin, onKind, onRemove }: ChosenFileProps) {
  const { file, kind, unsure } = item
  const hint = `kind-hint-${item.key}`
  return (
    <li class="upload-row">
      <span class="upload-name">
        <b dir="auto">{file.name}</b>
        <small class="quiet number">{formatBytes(file.size)}</small>
        {twin && <small class="upload-ask">{t('twin', { name: twin.file.name })}</small>}
      </span>
      <span class="upload-kind">
        <select
          class="input"
          aria-label={t('kindOf', { name: file.name })}
          aria-describedby={hint}
          aria-invalid={kind === null}
          value={kind ?? ''}
          onChange={(event) => onKind(event.currentTarget.value as UploadKind)}
        >
          {kind === null && <option value="">{t('chooseKind')}</option>}
          {(Object.keys(kindTexts) as UploadKind[]).map((each) => (
            <option key={each} value={each}>
              {kindTexts[each]}
            </option>
          ))}
        </select>
        <small id={hint} class={unsure && kind === null ? 'upload-ask' : 'quiet'}>
          {kind === null ? t('unsure') : kindMeanings[kind]}
        </small>
      </span>
      <button
        type="button"
        class="button"
        data-kind="plain"
        aria-label={t('remove', { name: file.name })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
