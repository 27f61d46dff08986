// A service of the visit: how it stands, and what can be done with it alone.
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { serviceName } from '../parts/names.ts'
import { canCancel, type Step, type Wanted } from './visit-questions.ts'
import { receptionText } from './texts/index.ts'
import { stepWords } from './reception-words.ts'

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
              label={receptionText('releaseStep', { service })}
              onPress={() => onWant({ what: 'release', step: step.id })}
            >
              {receptionText('release')}
            </Button>
          )}
          {mayCancel && (
            <Button
              kind="quiet"
              disabled={!isTrue}
              label={receptionText('cancelThis', { service })}
              onPress={() => onWant({ what: 'cancel-step', step: step.id })}
            >
              {receptionText('cancelStep')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function moreOf({ status, ahead, forecast, callableFrom, releasable }: Step): string[] {
  if (status === 'held' && callableFrom !== null)
    return [receptionText('heldUntil', { time: formatTime(callableFrom) })]
  if (status !== 'waiting') return []
  return [
    ...(releasable ? [receptionText('missedOnce')] : []),
    ...(ahead ? [receptionText('ahead', { count: ahead })] : []),
    ...(!forecast ? [receptionText('nobodyOpen')] : ahead === 0 ? [receptionText('aheadNone')] : []),
    ...(callableFrom === null ? [] : [receptionText('callableFrom', { time: formatTime(callableFrom) })]),
  ]
}
