// What passes between the counter and the supervisors: the open call for help (since when it has been open, who is
// coming, how to withdraw it), and messages.
import { useRef, useState, useEffect } from 'preact/hooks'
import type { CounterView } from '../../../server/live/counter.ts'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatTime } from '../../../screens/format.ts'
import { Icon } from '../../../screens/icons.tsx'
import { press } from '../../../screens/press.ts'
import { panelText } from '../texts/index.ts'
import { ActionButton } from '../Actions.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import type { Workplace } from '../workplace.ts'
import { type Shown, nextShown } from './call-for-help.ts'
import './help.css'

export function HelpLine({ place, view }: { place: Workplace; view: CounterView }) {
  const { desk } = place
  const shown = useRef<Shown | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [, redraw] = useState(0)
  shown.current = nextShown(shown.current, view.help, place.me.name)

  async function takeBack(): Promise<void> {
    if (shown.current && view.help && view.help.alarm) {
      shown.current = { ...shown.current, hidden: true }
      return redraw((count) => count + 1)
    }
    const outcome = await press('POST', `/api/counters/${desk.id}/help/answer`)
    setProblem(outcome.ok ? null : outcome.problem)
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
  }

  const help = shown.current && !shown.current.hidden ? shown.current : null
  return (
    <div role="status">
      {help && (
        <div class="notice">
          <Icon name={help.answeredBy === null ? 'clock' : 'check'} />
          <p class="notice-words">
            {help.answeredBy === null
              ? panelText('help.called', { time: formatTime(help.at) })
              : panelText('help.comes', { name: help.answeredBy })}
          </p>
          {help.answeredBy === null && (
            <Button kind="quiet" disabled={desk.live.freshness.value !== 'live'} onPress={takeBack}>
              {panelText('help.takeBack')}
            </Button>
          )}
          <ProblemLine problem={problem} />
        </div>
      )}
    </div>
  )
}

/**
 * Messages from the supervisor, one at a time and the oldest first, until each is read. They appear beside the work:
 * no focus moves, and a finger that was on its way when the page moved presses nothing.
 */
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
