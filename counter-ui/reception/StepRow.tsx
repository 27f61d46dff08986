// A service of the visit: how it stands, and what can be done with it alone.
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { serviceName } from '../parts/names.ts'
import { canCancel, type Step, type Wanted } from './questions.ts'
import { r } from './texts/index.ts'
import { stepWords } from './words.ts'

interface StepRowProps {
  hall: Hall
  visit: ReceptionVisit
  step: Step
  isTrue: boolean
  onWant: (wanted: Wanted) => void
}

export function StepRow({ hall, visit, step, isTrue, onWant }: StepRowProps) {
  const service = serviceName(hall, step.service)
  const mayCancel = canCancel(step, visit)
  return (
    <li class="visit-step">
      <p class="visit-step-words">
        <span>{service}</span>
        <span class="soft">{[stepWords(hall, step), ...moreOf(step)].join(' · ')}</span>
      </p>
      {(step.releasable || mayCancel) && (
        <div class="visit-step-actions">
          {step.releasable && (
            <Button
              disabled={!isTrue}
              label={r('releaseStep', { service })}
              onPress={() => onWant({ what: 'release', step: step.id })}
            >
              {r('release')}
            </Button>
          )}
          {mayCancel && (
            <Button
              kind="quiet"
              disabled={!isTrue}
              label={r('cancelThis', { service })}
              onPress={() => onWant({ what: 'cancel-step', step: step.id })}
            >
              {r('cancelStep')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function moreOf({ status, ahead, forecast, callableFrom, releasable }: Step): string[] {
  if (status === 'held' && callableFrom !== null) return [r('heldUntil', { time: formatTime(callableFrom) })]
  if (status !== 'waiting') return []
  return [
    ...(releasable ? [r('missedOnce')] : []),
    ...(ahead ? [r('ahead', { count: ahead })] : []),
    ...(!forecast ? [r('nobodyOpen')] : ahead === 0 ? [r('aheadNone')] : []),
    ...(callableFrom === null ? [] : [r('callableFrom', { time: formatTime(callableFrom) })]),
  ]
}
