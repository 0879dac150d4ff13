import { useRef, useState } from 'preact/hooks'
import type { MetricName } from '../../../functions/contract/report.ts'
import { metricTexts } from '../messages/metrics.ts'
import { t } from '../messages/question.ts'
import { t as shell } from '../messages/shell.ts'
import { changeView } from '../state/use-view.ts'
import { metricNames, type View } from '../state/view.ts'
import { Choices } from '../ui/choices.tsx'

type MetricFormProps = { view: View; close: () => void }

/** Arrows walk the list; Enter, Space or a click chooses: each choice asks for a report and is a step to go back. */
export function MetricForm({ view, close }: MetricFormProps) {
  const [own, setOwn] = useState(view.metric)
  const walking = useRef(false)
  const choose = (metric: MetricName | null) => {
    changeView({ metric })
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    walking.current = event.key.startsWith('Arrow')
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    choose(own)
  }
  const onKeyUp = () => {
    walking.current = false
  }
  const choices = metricNames.map((name) => ({
    value: name as MetricName | null,
    label: metricTexts[name].name,
    hint: metricTexts[name].meaning,
  }))
  const automatic = { value: null, label: t('metricAuto'), hint: t('metricAutoHint') }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the radio buttons within.
    <div onKeyDown={onKeyDown} onKeyUp={onKeyUp}>
      <Choices
        legend={shell('metric')}
        hideLegend
        value={own}
        choices={[automatic, ...choices]}
        onChoose={(metric) => (walking.current ? setOwn(metric) : choose(metric))}
      />
    </div>
  )
}
