// Called now: the one thing that fills the glass, readable at arm's length while walking.
import type { VisitPlan, VisitView } from '../../server/live/visit.ts'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { counterName, counterOf, zonesOf } from './names.ts'
import type { VisitStep } from './standing.ts'
import { phoneText } from './texts/index.ts'

interface CallProps {
  plan: VisitPlan
  visit: VisitView['visit']
  step: VisitStep
}

export function Call({ plan, visit: { number, comeToMe }, step }: CallProps) {
  const counter = counterOf(plan, step.counter)
  const [zone] = counter ? zonesOf(plan, [counter.zone]) : []
  return (
    <section class="call" role="alert">
      <p class="call-now">{phoneText('now')}</p>
      {step.calls > 1 && <p>{phoneText('calledAgain', { times: formatNumber(step.calls) })}</p>}
      <h1 class="call-where">
        <span class="call-go">{phoneText(comeToMe ? 'comes' : 'goTo')}</span>{' '}
        <span>{counterName(plan, step.counter)}</span>
      </h1>
      {zone && !comeToMe && (
        <p class="call-zone">
          <b>{pick(zone.name)}</b>
          <br />
          {pick(zone.where)}
        </p>
      )}
      <p class="call-number">
        <NumberPlate number={number} size="large" tone="plain" />
      </p>
      <p class="call-hint">{phoneText('cannotCome')}</p>
    </section>
  )
}
