import type { ComponentChildren } from 'preact'
import type { ApiProblem } from '../api/api-problem.ts'
import type { Answer } from '../api/use-answer.ts'
import { failureText, t } from '../messages/states.ts'
import { Button } from './button.tsx'

/** Grey shapes of about the size of what comes, one for each height (in rem). */
export function Skeleton({ heights = [9, 6, 16] }: { heights?: number[] }) {
  return (
    <div class="page" role="status" aria-label={t('loading')}>
      {heights.map((height, at) => (
        <span key={at} class="skeleton" style={{ height: `${height}rem` }} />
      ))}
    </div>
  )
}

/** Nothing is wrong and there is nothing to show: says why, and what to do. */
export function Empty({
  title,
  children,
  action,
  level = 2,
}: {
  title: string
  children: ComponentChildren
  action?: ComponentChildren
  /** 1 where it is the page's own heading. */
  level?: 1 | 2
}) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <section class="state">
      <Heading>{title}</Heading>
      <p>{children}</p>
      {action}
    </section>
  )
}

type ErrorBoxProps = { problem: ApiProblem; onRetry?: () => void; level?: 1 | 2 | undefined }

/** What went wrong, what to do, and the id under which the log tells more. */
export function ErrorBox({ problem, onRetry, level = 2 }: ErrorBoxProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  const { title, advice } = failureText(problem.code)
  return (
    <section class="state" data-tone="bad" role="alert">
      <Heading>{title}</Heading>
      <p>{advice}</p>
      {problem.message !== '' && <p class="small">{problem.message}</p>}
      {problem.id !== undefined && (
        <p class="small">
          <code>{t('reference', { id: problem.id })}</code>
        </p>
      )}
      {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    </section>
  )
}

type AnsweredProps<T> = {
  answer: Answer<T>
  skeleton?: ComponentChildren
  /** 1 on a page whose heading comes with the answer. */
  level?: 1 | 2
  children: (data: T) => ComponentChildren
}

/** Draws an answer in each of its states. What is out of date is dimmed and not taken away. */
export function Answered<T>({ answer, skeleton, level, children }: AnsweredProps<T>) {
  if (answer.data === undefined) {
    if (answer.problem) return <ErrorBox problem={answer.problem} onRetry={answer.retry} level={level} />
    return <>{skeleton ?? <Skeleton />}</>
  }
  return (
    <div class={answer.stale ? 'page stale' : 'page'} aria-busy={answer.loading}>
      {children(answer.data)}
    </div>
  )
}
