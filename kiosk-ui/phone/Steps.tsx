// Every step of the visit: where it stands, how many are before it, about how long, and what is missing.
import type { VisitView } from '../../server/live/views.ts'
import { formatForecast, formatNumber, formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { stepStatusText } from '../../screens/texts/index.ts'
import { t } from './texts/index.ts'

type Step = VisitView['visit']['steps'][number]

export function Steps({ hall, steps }: { hall: Hall; steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <StepRow key={step.id} hall={hall} step={step} />
      ))}
    </ol>
  )
}

function StepRow({ hall, step }: { hall: Hall; step: Step }) {
  const service = hall.services.value.get(step.service)
  const zone = zoneOf(hall, step.service)
  const papers = service
    ? service.requirements.filter(({ id }) => step.missing.includes(id)).map(({ name }) => pick(name))
    : []
  const forecast = step.ahead ? formatForecast(step.forecast) : ''
  const isWaiting = step.status === 'waiting' && step.ahead !== null
  return (
    <li class={`step step-${step.status}`}>
      <span class="step-name">{service ? pick(service.name) : ''}</span>
      <span class="step-status figures">
        {isWaiting ? aheadText(step.ahead) : stepStatusText(step.status)}
        {forecast && ` · ${forecast}`}
      </span>
      {step.callableFrom && <span class="figures">{t('from', { time: formatTime(step.callableFrom) })}</span>}
      {zone && step.counter === null && (step.status === 'waiting' || step.status === 'blocked') && (
        <span class="quiet">
          {pick(zone.name)} · {pick(zone.where)}
        </span>
      )}
      {papers.length > 0 && <span class="lacking">{t('lacking', { papers: papers.join(', ') })}</span>}
    </li>
  )
}

function aheadText(ahead: number | null): string {
  return ahead ? t('ahead', { count: formatNumber(ahead) }) : t('nobodyAhead')
}

/** Where to wait for a service: the zone of the first counter that serves it. */
function zoneOf(hall: Hall, service: string) {
  const counters = hall.answer.value ? hall.answer.value.counters : []
  const counter = counters.find(({ services }) => services.includes(service))
  return counter && hall.zones.value.get(counter.zone)
}
