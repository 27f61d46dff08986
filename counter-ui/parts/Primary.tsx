// The one big next action: open, call next, start, finish. Always the same place, always the same keys.
import type { CounterView } from '../../server/live/counter.ts'
import { isPossible, primaryOf, type Primary as Name } from '../desk/actions.ts'
import { panelText } from '../panel/texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { ActionButton } from './ActionButton.tsx'

export function Primary({ place, view }: { place: Workplace; view: CounterView }) {
  const action = primaryOf(view, place.me.username)
  if (action === null) return null
  return (
    <div class="primary">
      <ActionButton
        place={place}
        action={action}
        kind="primary"
        size="huge"
        disabled={!isPossible(action, view, place.me.username)}
      >
        {words(action, view)}
      </ActionButton>
    </div>
  )
}

function words(action: Name, { counter }: CounterView): string {
  if (action === 'open') return counter.state === 'paused' ? panelText('resume') : panelText('action.open')
  return panelText(`action.${action}`)
}
