// The open call for help: since when it stands, who is coming, and the way back.
import { useRef, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatTime } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import type { CounterView } from '../../server/live/counter.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import type { Workplace } from '../workplace.ts'
import { nextShown, type Shown } from './shown.ts'
import { panelText } from '../panel/texts/index.ts'
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
