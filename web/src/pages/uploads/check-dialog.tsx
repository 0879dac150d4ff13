import { useState } from 'preact/hooks'
import type { CheckOptions, Upload } from '../../../../functions/contract/upload.ts'
import { t as states } from '../../messages/states.ts'
import { t } from '../../messages/upload-figures.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type CheckDialogProps = {
  upload: Upload
  last: CheckOptions
  onCheck: (options: CheckOptions) => void
  onClose: () => void
}

const withFigures: readonly Upload['kind'][] = ['results', 'performance']
const withLineIds: readonly Upload['kind'][] = ['spend', 'performance']
const linesNamedMax = 20

/** How the file is to be read another time. */
export function CheckDialog({ upload, last, onCheck, onClose }: CheckDialogProps) {
  const [options, setOptions] = useState<CheckOptions>(() => ({
    ...last,
    rowPolicy: upload.rowPolicy,
  }))
  const change = (fields: CheckOptions) => setOptions({ ...options, ...fields })
  const { kind } = upload
  const { exclude = [], excludeFlagged: flagged = [] } = options
  const actions = (
    <>
      <Button onClick={onClose}>{states('cancel')}</Button>
      <Button kind="main" onClick={() => onCheck(options)}>
        {t('check')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('checkTitle')} onClose={onClose} actions={actions}>
      {withFigures.includes(kind) && (
        <Choices
          legend={t('figures')}
          value={options.figures ?? 'daily'}
          choices={[
            { value: 'daily', label: t('daily'), hint: t('dailyHint') },
            { value: 'lifetime', label: t('lifetime'), hint: t('lifetimeHint') },
          ]}
          onChoose={(figures) => change({ figures })}
        />
      )}
      <Choices
        legend={t('ruleLegend')}
        value={options.rowPolicy ?? 'all'}
        choices={[
          { value: 'all', label: t('ruleAll') },
          { value: 'valid', label: t('ruleValid') },
        ]}
        onChoose={(rowPolicy) => change({ rowPolicy })}
      />
      {withLineIds.includes(kind) && (
        <>
          <Choices
            legend={t('moves')}
            value={options.moves ?? 'problem'}
            choices={[
              { value: 'problem', label: t('movesProblem') },
              { value: 'move', label: t('movesMove') },
            ]}
            onChoose={(moves) => change({ moves })}
          />
          <Choices
            legend={t('twins')}
            value={options.twins ?? 'problem'}
            choices={[
              { value: 'problem', label: t('twinsProblem') },
              { value: 'differ', label: t('twinsDiffer') },
            ]}
            onChoose={(twins) => change({ twins })}
          />
        </>
      )}
      <Choices
        legend={t('remember')}
        value={options.remember === undefined ? 'new' : options.remember ? 'always' : 'never'}
        choices={[
          { value: 'new', label: t('rememberNew') },
          { value: 'always', label: t('rememberAlways') },
          { value: 'never', label: t('rememberNever') },
        ]}
        onChoose={(choice) => setOptions(withRemember(options, choice))}
      />
      <p class="small">{exclude.length === 0 ? t('excludedNone') : t('excluded', { lines: nameLines(exclude) })}</p>
      {flagged.length > 0 && <p class="small">{t('excludedFlagged', { codes: flagged.join(', ') })}</p>}
      {exclude.length + flagged.length > 0 && (
        <Button onClick={() => change({ exclude: [], excludeFlagged: [] })}>{t('excludeNothing')}</Button>
      )}
    </Dialog>
  )
}

function withRemember({ remember: _, ...options }: CheckOptions, choice: 'new' | 'always' | 'never'): CheckOptions {
  return choice === 'new' ? options : { ...options, remember: choice === 'always' }
}

function nameLines(lines: readonly number[]): string {
  return lines.slice(0, linesNamedMax).join(', ') + (lines.length > linesNamedMax ? ' …' : '')
}
