// The services of a number in the order they can be done: where to wait for each, and how many are ahead or how it
// ended.
import type { HallService } from '../../server/live/hall.ts'
import type { VisitView } from '../../server/live/visit.ts'
import { pick } from '../../screens/i18n.ts'
import { stepStatusText } from '../../screens/texts/steps.ts'
import { useKiosk } from '../kiosk.ts'
import { beforeText, whenText } from '../lines.ts'
import type { Taken } from '../kept.ts'
import { kioskText } from '../texts/index.ts'
import { waitsFor, walkingOrder } from '../visit-order.ts'
import { afterText, Zones } from './Chosen.tsx'
import { slipStand, faultOf, type SlipNow } from '../slip.ts'

type Step = Taken['visit']['steps'][number] & Partial<VisitView['visit']['steps'][number]>

interface TakenStepsProps {
  steps: readonly Step[]
  /** What the visitor lacks, unless the steps already say it. */
  missing?: readonly string[]
  /** Whether counts are true: old ones are not shown. */
  fresh: boolean
}

const ENDED = ['done', 'cancelled', 'expired']

export function TakenSteps({ steps, missing = [], fresh }: TakenStepsProps) {
  const { hall } = useKiosk()
  const services = steps.map(
    ({ service }) => hall.services.value.get(service) ?? { id: service, after: [], requirements: [] },
  )
  const lacking = [...new Set([...missing, ...steps.flatMap((step) => step.missing ?? [])])]
  const after = waitsFor(services, lacking)
  return (
    <ol class="steps">
      {walkingOrder(after).map((place) => {
        const step = steps[place]
        if (!step) return null
        const before = (after[place] ?? []).flatMap((earlier) => {
          const other = steps[earlier]
          return other && !ENDED.includes(other.status) ? (hall.services.value.get(other.service) ?? []) : []
        })
        return <TakenStep key={step.id} step={step} before={before} fresh={fresh} />
      })}
    </ol>
  )
}

function TakenStep({ step, before, fresh }: { step: Step; before: HallService[]; fresh: boolean }) {
  const { hall } = useKiosk()
  const service = hall.services.value.get(step.service)
  const desk = step.counter ? hall.counters.value.get(step.counter) : undefined
  return (
    <li class="step taken-step">
      <span class="step-words">
        <span class="tile-name">{service ? pick(service.name) : ''}</span>
        <Zones service={step.service} />
        <strong class="figures">
          {desk ? `${stepStatusText(step.status)}: ${pick(desk.name)}` : stateText(step, before, fresh)}
        </strong>
      </span>
    </li>
  )
}

function stateText(step: Step, before: HallService[], fresh: boolean): string {
  const { status, ahead, when: wait, openCounters } = step
  if (status === 'blocked') return before.length > 0 ? afterText(before) : kioskText('afterOthers')
  if (status !== 'waiting' || !fresh || ahead === null) return stepStatusText(status)
  const line = { ahead, when: wait }
  // Nobody is next while no counter is open, or while that is not known.
  const count = beforeText(line) || (openCounters ? kioskText('nobodyAhead') : stepStatusText(status))
  const when = whenText(line)
  return when ? `${count} · ${when}` : count
}

// What the slip is doing, in words, and what happens to a number that nobody noted. Read aloud whenever it changes.

interface SlipWordsProps {
  slip: SlipNow
  /** The number that is about to leave the screen without being noted. */
  ends?: { number: string } | null
}

export function SlipWords({ slip, ends = null }: SlipWordsProps) {
  const stand = slipStand(slip)
  return (
    <div class="slip" role="status">
      <p class="slip-words">{kioskText(`slip.${stand}`)}</p>
      {ends ? (
        <p>{kioskText(stand === 'screen' ? 'endCalled' : 'endKept', ends)}</p>
      ) : (
        <>
          {stand === 'screen' && <p>{kioskText('noteHint')}</p>}
          {stand === 'failed' && <p>{kioskText(faultOf(slip))}</p>}
        </>
      )}
    </div>
  )
}
