// Silent alarms from counters: somebody there needs help and must not be seen to ask for it. Anyone who goes there
// says so here.
import { useState } from 'preact/hooks'
import type { ReceptionView } from '../../server/live/reception.ts'
import type { Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatTime } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import type { ReceptionDesk } from './reception-desk.ts'
import { receptionText } from './texts/index.ts'
import './alarms.css'

type Alarm = ReceptionView['alarms'][number]

interface AlarmsProps {
  desk: ReceptionDesk
  list: readonly Alarm[]
}

export function Alarms({ desk, list }: AlarmsProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const isTrue = desk.live.freshness.value === 'live'

  async function answer({ counter }: Alarm): Promise<void> {
    const outcome = await press('POST', `/api/counters/${encodeURIComponent(counter)}/help/answer`)
    setProblem(outcome.ok ? null : outcome.problem)
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
  }

  return (
    <div role="alert">
      {list.length > 0 && (
        <section class="alarms" aria-labelledby="alarms-title">
          <h2 id="alarms-title">{receptionText('alarmsTitle')}</h2>
          <ul>
            {list.map((alarm) => (
              <li key={alarm.counter} class="alarm">
                <Icon name={alarm.answeredBy === null ? 'warning' : 'check'} />
                <p class="alarm-words">
                  <strong>{where(desk, alarm)}</strong>
                  <span>{whoSince(alarm)}</span>
                </p>
                {alarm.answeredBy === null ? (
                  <Button
                    kind="danger"
                    disabled={!isTrue}
                    label={receptionText('alarmAnswerAt', { counter: where(desk, alarm) })}
                    onPress={() => answer(alarm)}
                  >
                    {receptionText('alarmAnswer')}
                  </Button>
                ) : (
                  <p>{receptionText('alarmAnswered', { name: alarm.answeredBy })}</p>
                )}
              </li>
            ))}
          </ul>
          <ProblemLine problem={problem} />
        </section>
      )}
    </div>
  )
}

/** How many alarms nobody has answered yet. */
export function unanswered(view: ReceptionView | null): number {
  return view ? view.alarms.filter(({ answeredBy }) => answeredBy === null).length : 0
}

function where({ hall }: ReceptionDesk, { counter }: Alarm): string {
  const found = hall.counters.value.get(counter)
  return found ? pick(found.name) : counter
}

function whoSince({ staff, at }: Alarm): string {
  const time = formatTime(at)
  return staff === null
    ? receptionText('alarmSince', { time })
    : receptionText('alarmFrom', { name: staff, time })
}
