// Who needs somebody from the reception: silent alarms from counters, slips that nobody took, and visitors who asked
// for staff to come.
import { useState, useLayoutEffect, useRef } from 'preact/hooks'
import type { ReceptionView, ReceptionRow } from '../../server/live/reception.ts'
import type { Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatTime, formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { type ReceptionDesk, actOn, type VisitAction } from './reception-desk.ts'
import { receptionText } from './texts.ts'
import './alarms.css'
import { serviceName } from '../parts/names.ts'
import { slipText, stepWords, takenText } from './reception-words.ts'
import './look-after.css'

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

// Visitors to look after: slips that nobody took, and visitors who asked for staff to come. Each with what can be
// done.

interface RowsProps {
  desk: ReceptionDesk
  kind: 'not-taken' | 'come-to-me'
  rows: readonly ReceptionRow[]
  /** How many there are; the rows may be fewer. */
  count: number
}

export function LookAfter({ desk, kind, rows, count }: RowsProps) {
  const title = `${kind}-title`
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <section class="part" aria-labelledby={title}>
      <h2 ref={heading} tabIndex={-1} id={title} class="rows-title">
        <span>{receptionText(`rows.${kind}`)}</span>
        <span class="rows-count figures">{formatNumber(count)}</span>
      </h2>
      {rows.length === 0 && <p class="soft">{receptionText(`rows-none.${kind}`)}</p>}
      {rows.length > 0 && kind === 'not-taken' && <p class="soft">{receptionText('notTakenLead')}</p>}
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <Row
              key={row.id}
              desk={desk}
              kind={kind}
              row={row}
              gone={() => heading.current && heading.current.focus()}
            />
          ))}
        </ul>
      )}
      {count > rows.length && (
        <p class="soft">{receptionText('more', { count: formatNumber(count - rows.length) })}</p>
      )}
    </section>
  )
}

interface RowProps extends Pick<RowsProps, 'desk' | 'kind'> {
  row: ReceptionRow
  /** The row may go while it has the keyboard focus. */
  gone: () => void
}

function Row({ desk, kind, row, gone }: RowProps) {
  const item = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    const node = item.current
    return () => {
      if (node && node.contains(document.activeElement)) gone()
    }
  }, [])
  const { hall, live } = desk
  const view = live.view.value
  const slip = slipText(row.slip, view ? view.printers : [])
  const isTrue = live.freshness.value === 'live'
  const { number } = row
  async function act(action: VisitAction): Promise<void> {
    desk.problem.value = await actOn(row.id, action)
  }
  return (
    <li ref={item} class="look-row">
      <p class="look-number figures">{number}</p>
      <div class="look-words">
        {kind === 'not-taken' && (
          <p class={slip.tone === 'bad' ? 'look-fault' : undefined}>
            {slip.tone === 'bad' && <Icon name="printer" />}
            <span>{slip.text}</span>
          </p>
        )}
        <ul class="look-steps">
          {row.steps.map((step) => (
            <li key={step.service}>
              {serviceName(hall, step.service)}
              {kind === 'come-to-me' && <span class="soft"> – {stepWords(hall, step)}</span>}
            </li>
          ))}
        </ul>
        <p class="soft">{takenText(hall, row, view ? view.hall.day : row.day)}</p>
      </div>
      <div class="look-actions">
        {kind === 'not-taken' && (
          <>
            <Button
              disabled={!isTrue}
              label={receptionText('notedNumber', { number })}
              onPress={() => act('noted')}
            >
              {receptionText('noted')}
            </Button>
            <Button
              disabled={!isTrue}
              label={receptionText('printNumber', { number })}
              onPress={() => act('print')}
            >
              {receptionText('printCopy')}
            </Button>
          </>
        )}
        <Button
          kind="quiet"
          label={receptionText('openNumber', { number })}
          onPress={() => {
            desk.shown.value = row.id
          }}
        >
          {receptionText('open')}
        </Button>
      </div>
    </li>
  )
}
