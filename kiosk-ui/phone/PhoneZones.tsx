// The hall's zones and the way to each; those of this visit are marked, the next one most.
import type { VisitPlan } from '../../server/live/visit.ts'
import { pick } from '../../screens/i18n.ts'
import { counterOf, serviceOf } from './names.ts'
import { isEnded, nextStep, type VisitStanding, type VisitStep } from './visit-standing.ts'
import { phoneText } from './texts/index.ts'

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
