// The line above the big button: why something was refused, and what can still be taken back.
import { useHallNow } from '../../screens/hall-now.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { isPossible } from './possible-actions.ts'
import { panelText } from './texts/index.ts'
import { problemText, undoText } from './panel-words.ts'
import type { Workplace } from './workplace.ts'
import { ActionButton } from './ActionButton.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'

export function WordLine({ place, view }: { place: Workplace; view: CounterView }) {
  const { desk, dialog } = place
  const waits = waitsText(place)
  const isTrue = desk.live.freshness.value === 'live'
  // A dialog shows its own refusal.
  const problem = dialog.value === null ? desk.problem.value : null
  const refused = problem ? problemText(place.hall, problem) : undefined
  const text = !isTrue ? panelText('notTaken') : desk.nobody.value ? panelText('nobody') : (refused ?? waits)
  return (
    <div class="words">
      <ProblemLine problem={null} text={text} />
      <Undo place={place} view={view} />
    </div>
  )
}

/** That the answer is late, what is pressed already for after it, or why that was not carried out. */
function waitsText({ desk, queued: { value: queued } }: Workplace): string | undefined {
  const action = queued && panelText(`action.${queued.action}`)
  if (queued && action && queued.dropped) return panelText('notDone', { action })
  const late = desk.slow.value ? panelText('slow') : ''
  const then = action ? panelText('thenComes', { action }) : ''
  return `${late} ${then}`.trim() || undefined
}

function Undo({ place, view }: { place: Workplace; view: CounterView }) {
  const now = useHallNow(place.desk.live.at.value)
  const { undo } = view
  if (!undo || now === null || !isPossible('undo', view, place.me.username)) return null
  const seconds = Math.ceil((Date.parse(undo.until) - now) / 1000)
  if (seconds <= 0) return null
  return (
    <div class="undo">
      <ActionButton place={place} action="undo" title={undoText(undo)}>
        {panelText('action.undo')}
      </ActionButton>
      <p class="undo-words">
        {undoText(undo)} <span class="figures undo-left">{panelText('secondsLeft', { seconds })}</span>
      </p>
    </div>
  )
}
