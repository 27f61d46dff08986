// All else that can be done with the visitor at the counter, each with its key and always in the same place.
import type { CounterView } from '../../server/live/views.ts'
import { isPossible, type Action } from '../desk/actions.ts'
import { t } from '../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { ActionButton } from './ActionButton.tsx'

const ACTIONS = [
  ['recall', 'recall'],
  ['miss', 'miss'],
  ['put-back', 'putBack'],
  ['hold', 'hold'],
  ['refer', 'refer'],
  ['incomplete', 'incomplete'],
] as const satisfies readonly (readonly [Action, string])[]

export function Actions({ place, view }: { place: Workplace; view: CounterView }) {
  if (!view.current) return null
  return (
    <div class="actions" role="group" aria-label={t('actionsTitle')}>
      {ACTIONS.map(([action, key]) => (
        <ActionButton
          key={action}
          place={place}
          action={action}
          disabled={!isPossible(action, view, place.me.username)}
        >
          {t(key)}
        </ActionButton>
      ))}
    </div>
  )
}
