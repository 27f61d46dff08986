// Messages from the supervisor, one at a time and the oldest first, until each is read. They come in beside the work:
// no focus moves, and a finger that was on its way when the page moved presses nothing.
import { useEffect } from 'preact/hooks'
import { formatTime } from '../../screens/format.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import type { Workplace } from '../workplace.ts'
import { panelText } from '../panel/texts/index.ts'
import './help.css'

export function Messages({ place, view }: { place: Workplace; view: CounterView }) {
  const first = view.messages[view.messages.length - 1]
  const id = first && first.id
  useEffect(() => {
    if (id !== undefined) place.desk.moved()
  }, [place, id])
  const more = view.messages.length - 1
  return (
    <div role="status">
      {first && (
        <section class="notice notice-message" aria-labelledby="message-title">
          <div class="notice-words">
            <h2 id="message-title" class="notice-title">
              {panelText('help.messages')}
              <span class="soft">
                {' · '}
                {first.from === null
                  ? panelText('help.fromNobody', { time: formatTime(first.at) })
                  : panelText('help.from', { name: first.from, time: formatTime(first.at) })}
                {more > 0 && ` · ${panelText('help.more', { count: more })}`}
              </span>
            </h2>
            <p dir="auto">{first.text}</p>
          </div>
          <ActionButton place={place} action="read">
            {panelText('action.read')}
          </ActionButton>
        </section>
      )}
    </div>
  )
}
