// All else that can be done: with the visitor at the counter, or while nobody is there. Each has its key and its place.
import type { CounterView } from '../../server/live/counter.ts'
import { isMine, isPossible, type Action } from '../desk/actions.ts'
import { panelText } from '../panel/texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { ActionButton } from './ActionButton.tsx'

const WITH_VISITOR: readonly Action[] = [
  'recall',
  'miss',
  'put-back',
  'hold',
  'refer',
  'incomplete',
  'finish-reason',
  'hand-over',
]
const WITH_NOBODY: readonly Action[] = ['call', 'serve', 'hand-over']

export function Actions({ place, view }: { place: Workplace; view: CounterView }) {
  const { hall, me } = place
  if (!isMine(view, me.username)) return null
  const hasReasons = hall.answer.value !== null && hall.answer.value.reasons.finish.length > 0
  const offered = (view.current ? WITH_VISITOR : WITH_NOBODY).filter(
    (action) => action !== 'finish-reason' || hasReasons,
  )
  return (
    <div
      class={view.current ? 'actions' : 'actions actions-few'}
      role="group"
      aria-label={panelText('actionsTitle')}
    >
      {offered.map((action) => {
        const isAlone = action === 'hand-over' && view.colleagues.length === 0
        const follows = action === 'miss' && isNotLast(place, view)
        return (
          <ActionButton
            key={action}
            place={place}
            action={action}
            disabled={!isPossible(action, view, me.username)}
            title={isAlone ? panelText('handOverNobody') : undefined}
          >
            {panelText(`action.${action}`)}
            {follows && <span class="action-more"> {panelText('secondFollows')}</span>}
          </ActionButton>
        )
      })}
    </div>
  )
}

/** Whether the plan calls once more whom nobody saw come now. */
const isNotLast = ({ hall }: Workplace, { current }: CounterView): boolean =>
  current !== null &&
  !current.secondCall &&
  hall.answer.value !== null &&
  hall.answer.value.secondCallSeconds !== null
