// Every step of the visit: its state, how many are ahead, about how long.
import type { VisitPlan } from '../../server/live/visit.ts'
import { formatNumber, formatTime } from '../../screens/format.ts'
import { language, pick } from '../../screens/i18n.ts'
import { stepStatusText } from '../../screens/texts/steps.ts'
import { counterName, serviceOf, zonesOf } from './names.ts'
import { isEnded, type VisitStep } from './visit-standing.ts'
import { phoneText } from './texts/index.ts'

export interface StepsProps {
  plan: VisitPlan
  steps: readonly VisitStep[]
  /** Whether the visitor is being called or served: then nothing else can be next. */
  isAtCounter: boolean
}

export function Steps({ plan, steps, isAtCounter }: StepsProps) {
  // A step that waits for another comes after it, whatever order they were chosen in.
  const inOrder = [...steps].sort((a, b) => Number(a.status === 'blocked') - Number(b.status === 'blocked'))
  return (
    <section>
      <h2 class="subtitle">{phoneText('steps')}</h2>
      <ol class="steps">
        {inOrder.map((step) => (
          <StepRow key={step.id} plan={plan} step={step} isAtCounter={isAtCounter} />
        ))}
      </ol>
    </section>
  )
}

function StepRow({ plan, step, isAtCounter }: { plan: VisitPlan; step: VisitStep; isAtCounter: boolean }) {
  const service = serviceOf(plan, step.service)
  const [first, ...more] = statusLines(step, isAtCounter)
  const counter = counterName(plan, step.counter)
  return (
    <li class={`step step-${step.status}`}>
      <span class="step-name">{service ? pick(service.name) : stepStatusText(step.status)}</span>
      <span class="step-status figures">{counter ? `${first} · ${counter}` : first}</span>
      {more.map((line) => (
        <span key={line} class="figures">
          {line}
        </span>
      ))}
      {service && !counter && !isEnded(step) && (
        <span class="quiet">
          {zonesOf(plan, service.zones)
            .map(({ name }) => pick(name))
            .join(', ')}
        </span>
      )}
      {service && (
        <a class="quiet" href={`/layanan/${service.id}?lang=${language.value}`}>
          {phoneText('standard')}
        </a>
      )}
    </li>
  )
}

/** The state of a step, in words: the most important first. */
export function statusLines(step: VisitStep, isAtCounter: boolean): string[] {
  const { status, ahead, when, changed, openCounters, callableFrom, outcome } = step
  if (status === 'done' && outcome === 'incomplete') return [phoneText('incomplete')]
  if (status === 'done' && outcome === 'referred') return [phoneText('referred')]
  if (status === 'held' && callableFrom) {
    return [stepStatusText(status), phoneText('until', { time: formatTime(callableFrom) })]
  }
  if (status !== 'waiting' || ahead === null) return [stepStatusText(status)]
  const before =
    ahead === 0
      ? []
      : [ahead === 1 ? phoneText('aheadOne') : phoneText('ahead', { count: formatNumber(ahead) })]
  if (isAtCounter) return [phoneText('afterThis'), ...before]
  if (callableFrom) return [phoneText('from', { time: formatTime(callableFrom) }), ...before]
  const told = [when, changed].flatMap((words) => (words ? [pick(words)] : []))
  if (ahead === 0) return [openCounters ? phoneText('nobodyAhead') : stepStatusText(status), ...told]
  return [...before, ...told]
}
