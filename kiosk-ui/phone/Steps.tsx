// Every step of the visit: its state, how many are ahead, about how long.
import type { VisitPlan } from '../../server/live/visit.ts'
import { formatNumber, formatTime } from '../../screens/format.ts'
import { language, pick } from '../../screens/i18n.ts'
import { stepStatusText } from '../../screens/texts/steps.ts'
import { counterName, serviceOf, zonesOf, type ServiceOfPlan, counterOf } from './own-plan.ts'
import { isEnded, type VisitStep, nextStep, type VisitStanding } from './visit-standing.ts'
import { phoneText } from './texts.ts'
import { Drawing, WARNING } from '../../screens/drawing.tsx'

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

// What to bring to each office, with what is missing marked. The office that comes next is unfolded, the others are a
// tap away.

export interface PapersProps {
  plan: VisitPlan
  steps: readonly VisitStep[]
  next: VisitStep | null
}

export function PhonePapers({ plan, steps, next }: PapersProps) {
  const offices = steps.flatMap((step) => {
    const service = isEnded(step) ? undefined : serviceOf(plan, step.service)
    return service && service.requirements.length > 0 ? [{ step, service }] : []
  })
  if (offices.length === 0) return null
  return (
    <section>
      <h2 class="subtitle">{phoneText('papers')}</h2>
      {offices.map(({ step, service }) => (
        <details key={step.id} class="papers" open={step === next || offices.length === 1}>
          <summary>{pick(service.name)}</summary>
          <ul>
            {service.requirements.map((paper) => (
              <Paper key={paper.id} paper={paper} lacks={step.missing.includes(paper.id)} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

function Paper({ paper, lacks }: { paper: ServiceOfPlan['requirements'][number]; lacks: boolean }) {
  const place = paper.from && pick(paper.from)
  return (
    <li class={lacks ? 'paper paper-lacking' : 'paper'}>
      {lacks && <Drawing path={WARNING} />}
      <span>
        {pick(paper.name)}
        {lacks && <b> ({place ? phoneText('lackingFrom', { place }) : phoneText('lacking')})</b>}
      </span>
    </li>
  )
}

// The hall's zones and the way to each; those of this visit are marked, the next one most.

export interface ZonesProps {
  plan: VisitPlan
  steps: readonly VisitStep[]
  standing: VisitStanding
}

export function PhoneZones({ plan, steps, standing }: ZonesProps) {
  const here = 'step' in standing ? counterOf(plan, standing.step.counter)?.zone : undefined
  const next = zonesOfStep(plan, nextStep(steps, standing))
  const later = steps.filter((step) => !isEnded(step)).flatMap((step) => zonesOfStep(plan, step))
  const tag = (id: string) => {
    if (here !== undefined && id === here) return phoneText('zoneNow')
    if (here === undefined && next.includes(id)) return phoneText('zoneNext')
    return later.includes(id) ? phoneText('zoneLater') : ''
  }
  return (
    <section>
      <h2 class="subtitle">{phoneText('zones')}</h2>
      <ul class="zones">
        {plan.zones.map(({ id, name, where }) => {
          const mark = tag(id)
          const isNext = mark !== '' && mark !== phoneText('zoneLater')
          return (
            <li key={id} class={isNext ? 'zone zone-next' : mark ? 'zone zone-mine' : 'zone'}>
              <span class="zone-name">{pick(name)}</span>
              {mark && <span class="zone-mark">{mark}</span>}
              <span class="zone-where">{pick(where)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function zonesOfStep(plan: VisitPlan, step: VisitStep | null): readonly string[] {
  const service = step && serviceOf(plan, step.service)
  return service ? service.zones : []
}
