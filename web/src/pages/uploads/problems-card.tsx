import { useState } from 'preact/hooks'
import { limits } from '../../../../functions/contract/limits.ts'
import type { Problem } from '../../../../functions/contract/problem.ts'
import type { Upload } from '../../../../functions/contract/upload.ts'
import type { NextCheck } from '../../api/check-options.ts'
import { loadAllProblems, useProblems } from '../../api/upload-answers.ts'
import { withExcluded } from '../../api/upload-options.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/upload-figures.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Answered, ErrorBox } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ByLine, ProblemCauses } from './problem-causes.tsx'
import { saveFile } from './save-file.ts'
import { suggestChecks } from './suggest-checks.ts'
import { toProblemsCsv } from './to-problems-csv.ts'
import { useStep } from './use-step.ts'

type ProblemsCardProps = {
  view: View
  upload: Upload
  onCheck: (next: NextCheck) => void
  busy: boolean
}

/** What is wrong with the file, line by line, and how to load it all the same. */
export function ProblemsCard({ view, upload, onCheck, busy }: ProblemsCardProps) {
  const place = { workspace: view.workspace, id: upload.id as string }
  // A number for each page that was turned: the service knows only where the next one begins.
  const [cursors, setCursors] = useState([''])
  const cursor = cursors.at(-1) ?? ''
  const check = `${upload.state} ${upload.mappingVersion} ${JSON.stringify(upload.rows)}`
  const answer = useProblems(place, check, cursor)
  const first = useProblems(place, check, '').data
  const isGrouped = first !== undefined && first.causes.length > 0 && first.causes.length < first.total
  const [byLine, setByLine] = useState(false)
  const step = useStep()
  const download = () =>
    step.run(async () => {
      const csv = toProblemsCsv(await loadAllProblems(place))
      saveFile(new Blob([csv], { type: 'text/csv' }), `${upload.filename.replace(/\.csv$/i, '')}-problems.csv`)
    })
  const open = upload.state === 'rejected' || upload.state === 'ready'
  const isOnePage = (next: string | null): boolean => next === null && cursors.length === 1
  const exclude = (lines: number[]) => onCheck((last) => withExcluded(last, lines))
  return (
    <Card title={t('problems')} note={noteOf(first?.total ?? upload.rows.problems)}>
      <Answered answer={answer}>
        {({ problems, next }) => (
          <div class="upload-stack upload-narrow">
            <div class="actions">
              {open &&
                suggestChecks(upload, problems).map(({ text, change }) => (
                  <Button key={text} disabled={busy} onClick={() => onCheck((last) => ({ ...last, ...change }))}>
                    {t(text)}
                  </Button>
                ))}
              {open && problems.some(({ line }) => line > 0) && (
                <Button disabled={busy} onClick={() => exclude(linesOf(problems))}>
                  {isOnePage(next)
                    ? t('excludeAll')
                    : t('excludeListed', { count: formatCount(linesOf(problems).length) })}
                </Button>
              )}
              {open && problems.some(({ code }) => code === 'no-rate') && (
                <ButtonLink href={hrefOf('/uploads', view)}>{t('sendRates')}</ButtonLink>
              )}
              <Button disabled={step.busy} onClick={() => void download()}>
                {t('downloadProblems')}
              </Button>
            </div>
            {step.problem && <ErrorBox problem={step.problem} />}
            {isGrouped && <ProblemCauses {...first} busy={busy} onLeaveOut={open ? exclude : null} />}
            <ByLine isFolded={isGrouped} isOpen={byLine} onToggle={setByLine}>
              <Table
                cards
                caption={t('problems')}
                columns={columnsOf(open ? (line) => exclude([line]) : null, busy)}
                rows={problems.map((problem, at) => ({ ...problem, key: String(at) }))}
                keyOf={({ key }) => key}
              />
              <div class="actions">
                {cursors.length > 1 && (
                  <Button onClick={() => setCursors(cursors.slice(0, -1))}>{t('previousPage')}</Button>
                )}
                {next !== null && <Button onClick={() => setCursors([...cursors, next])}>{t('nextPage')}</Button>}
              </div>
            </ByLine>
          </div>
        )}
      </Answered>
    </Card>
  )
}

const linesOf = (problems: readonly Problem[]): number[] => [
  ...new Set(problems.map(({ line }) => line).filter((line) => line > 0)),
]

function noteOf(total: number): string {
  const count = formatCount(total)
  const listed = limits.problemsListedMax
  return total > listed ? t('problemsListed', { count, listed: formatCount(listed) }) : t('problemsNote', { count })
}

type Row = Problem & { key: string }

function columnsOf(onExclude: ((line: number) => void) | null, busy: boolean): Column<Row>[] {
  const text = (value: string) => (
    <span class="upload-cell" dir="auto">
      {value}
    </span>
  )
  const columns: Column<Row>[] = [
    { id: 'line', header: t('line'), cell: ({ line }) => (line === 0 ? t('wholeFile') : formatCount(line)) },
    { id: 'column', header: t('column'), cell: ({ column }) => text(column) },
    { id: 'found', header: t('found'), cell: ({ found }) => text(found) },
    { id: 'expected', header: t('expected'), cell: ({ expected }) => text(expected) },
    {
      id: 'what',
      header: t('what'),
      cell: ({ message }) => (
        <span class="upload-message" dir="auto">
          {message}
        </span>
      ),
    },
  ]
  if (!onExclude) return columns
  const button = ({ line }: Row) =>
    line > 0 && (
      <Button disabled={busy} aria-label={t('exclude', { line })} onClick={() => onExclude(line)}>
        {t('excludeShort')}
      </Button>
    )
  return [...columns, { id: 'step', header: t('step'), cell: button }]
}
