// The services of a number just taken, in order: where to wait for each and how many stand before.
import type { VisitView } from '../../server/live/views.ts'
import { formatForecast, formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { useKiosk } from '../kiosk.ts'
import type { Taken } from '../ticket.ts'
import { t } from '../texts/index.ts'

type Step = Taken['visit']['steps'][number] & Partial<VisitView['visit']['steps'][number]>

export function TakenSteps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="taken-steps">
      {steps.map((step) => (
        <TakenStep key={step.id} step={step} />
      ))}
    </ol>
  )
}

function TakenStep({ step }: { step: Step }) {
  const { hall } = useKiosk()
  const service = hall.services.value.get(step.service)
  const counters = hall.answer.value ? hall.answer.value.counters : []
  const zones = counters
    .filter(({ services }) => services.includes(step.service))
    .flatMap(({ zone }) => hall.zones.value.get(zone) ?? [])
  const zone = zones[0]
  const forecast = step.ahead ? formatForecast(step.forecast ?? null) : ''
  return (
    <li class="taken-step">
      <span class="tile-name">{service ? pick(service.name) : ''}</span>
      {zone && (
        <span class="taken-zone">
          <strong>{t('waitIn', { zone: pick(zone.name) })}</strong>
          <span>{pick(zone.where)}</span>
        </span>
      )}
      <span class="taken-ahead figures">
        {aheadText(step)}
        {forecast && ` · ${forecast}`}
      </span>
    </li>
  )
}

function aheadText({ status, ahead }: Step): string {
  if (status === 'blocked' || ahead === null) return t('afterOthers')
  return ahead === 0 ? t('nobodyAhead') : t('ahead', { count: formatNumber(ahead) })
}
