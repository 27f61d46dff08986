// What the visitor must know or do now, in one card under the number. Screen readers read it aloud when it changes.
import type { ComponentChildren } from 'preact'
import type { VisitPlan } from '../../server/live/visit.ts'
import { formatNumber, formatTime } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { counterName, serviceOf, zonesOf } from './names.ts'
import type { VisitStanding, VisitStep } from './visit-standing.ts'
import { phoneText } from './texts/index.ts'

export interface HeadlineProps {
  plan: VisitPlan
  standing: VisitStanding
  /** The button that brings a missed number back. */
  again: ComponentChildren
}

export function Headline({ plan, standing, again }: HeadlineProps) {
  const words = wordsFor(plan, standing, Boolean(again))
  return (
    <div role="status">
      {words && (
        <div class={`headline headline-${standing.is}`}>
          <p class="headline-title">{words[0]}</p>
          {words[1] && <p>{words[1]}</p>}
          {(standing.is === 'soon' || standing.is === 'once') && <Place plan={plan} step={standing.step} />}
          {standing.is === 'missed' && again}
        </div>
      )}
    </div>
  )
}

function wordsFor(plan: VisitPlan, standing: VisitStanding, mayAsk: boolean): [string, string] | null {
  switch (standing.is) {
    case 'serving':
      return [phoneText('servedAt', { counter: counterName(plan, standing.step.counter) }), '']
    case 'missed': {
      const minutes = formatNumber(Math.ceil(plan.lateSeconds / 60))
      return [
        phoneText('missedTitle'),
        mayAsk ? phoneText('missedHint', { minutes }) : phoneText('missedAsk'),
      ]
    }
    case 'held': {
      const { callableFrom } = standing.step
      return [
        phoneText('heldTitle'),
        callableFrom ? phoneText('heldUntil', { time: formatTime(callableFrom) }) : phoneText('heldHint'),
      ]
    }
    case 'once':
      return [phoneText('onceTitle'), phoneText('missedAsk')]
    case 'soon':
      return [phoneText('soonTitle'), phoneText('soonHint')]
    case 'cancelled':
      return [phoneText('cancelledTitle'), phoneText('cancelledHint')]
    case 'expired':
      return [phoneText('expiredTitle'), phoneText('expiredHint')]
    case 'over':
      return [phoneText('overTitle'), phoneText('overHint')]
    default:
      return null
  }
}

function Place({ plan, step }: { plan: VisitPlan; step: VisitStep }) {
  const service = serviceOf(plan, step.service)
  return (
    <>
      {zonesOf(plan, service ? service.zones : []).map((zone) => (
        <p key={zone.id}>
          <b>{pick(zone.name)}</b>
          <br />
          {pick(zone.where)}
        </p>
      ))}
    </>
  )
}
