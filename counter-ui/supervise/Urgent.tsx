// What needs the supervisor now: calls for help, answered with one press, and below them what can't wait much longer.
import { useRef } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { formatDayLabel, formatNumber, formatTime, formatWaited } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import { counterName, serviceName, zoneName } from '../parts/names.ts'
import { earlierDay } from '../parts/hall-day.ts'
import type { AgencyView } from '../../server/live/agency.ts'
import { superviseText } from './texts.ts'
import { type ViewAt, type Subject, order, orderPath } from './watch.ts'

type Help = ReturnType<typeof helpsOf>[number]

export function Urgent({ helps, alerts, ...at }: ViewAt & { helps: readonly Help[]; alerts: Alert[] }) {
  const calls = useSteady(helps)
  const rows = useSteady(alerts)
  return (
    <section class="part urgent" aria-labelledby="urgent-title">
      <h2 id="urgent-title">{superviseText('attention')}</h2>
      <ul class="calls" aria-live="assertive" {...calls.hand}>
        {calls.list.map(({ entry, goneAt }) => (
          <Call key={entry.id} {...at} help={entry} isOver={goneAt !== null} />
        ))}
      </ul>
      <ul class="alerts" {...rows.hand}>
        {rows.list.map(({ entry, goneAt }) => (
          <li key={entry.id}>
            <Row {...at} alert={entry} isOver={goneAt !== null} />
          </li>
        ))}
      </ul>
      {calls.list.length === 0 && rows.list.length === 0 && (
        <p class="urgent-none">
          <Icon name="check" />
          <span>{superviseText('attentionNone')}</span>
        </p>
      )}
    </section>
  )
}

/** Leads to its subject; for a zone's sound the page has nothing to lead to. */
function Row({ alert, isOver, ...at }: ViewAt & { alert: Alert; isOver: boolean }) {
  const subject = subjectOf(alert)
  const look = isOver ? 'alert alert-over' : 'alert'
  const words = (
    <>
      <Icon name={isOver ? 'check' : 'warning'} />
      <span>
        {isOver && `${superviseText('settled')}: `}
        {alertText(at, alert)}
      </span>
    </>
  )
  if (!subject) return <p class={`${look} alert-plain`}>{words}</p>
  return (
    <button
      type="button"
      class={look}
      onClick={() => {
        at.watch.subject.value = subject
      }}
    >
      {words}
    </button>
  )
}

function Call({ watch, isTrue, help, isOver }: ViewAt & { help: Help; isOver: boolean }) {
  const { counter, name, alarm, at, answeredBy } = help
  const where = counterName(watch.hall, counter)
  const isOpen = answeredBy === null && !isOver
  const item = useRef<HTMLLIElement>(null)
  async function answer(): Promise<void> {
    const outcome = await order('POST', orderPath('counters', counter, 'help/answer'))
    watch.problem.value = outcome.ok ? null : outcome.problem
    // Its button disappears; keyboard users go on from here.
    if (outcome.ok) item.current?.focus()
  }
  return (
    <li ref={item} tabIndex={-1} class={isOpen ? `call call-open${alarm ? ' call-alarm' : ''}` : 'call'}>
      <p class="call-words">
        <strong>{superviseText(alarm ? 'alarm' : 'help')}</strong>
        <span class="call-where">
          {name === '' ? where : superviseText('helpFrom', { counter: where, name })}
        </span>
        <span>
          {answeredBy === null
            ? superviseText('helpSince', { time: formatTime(at) })
            : superviseText('answered', { name: answeredBy })}
        </span>
      </p>
      {isOpen && (
        <Button
          kind="primary"
          size="large"
          disabled={!isTrue}
          label={superviseText('answerAt', { counter: where })}
          onPress={answer}
        >
          {superviseText('answer')}
        </Button>
      )}
    </li>
  )
}

function subjectOf(alert: Alert): Subject | null {
  if (alert.kind === 'silent') return null
  if ('counter' in alert) return { kind: 'counter', id: alert.counter }
  if ('service' in alert) return { kind: 'service', id: alert.service }
  return { kind: 'slips' }
}

function alertText({ watch: { hall }, view }: ViewAt, alert: Alert): string {
  switch (alert.kind) {
    case 'unheard':
      return superviseText('unheard', { counter: counterName(hall, alert.counter), number: alert.number })
    case 'silent':
      return superviseText('silent', { zone: zoneName(hall, alert.zone), time: formatTime(alert.since) })
    case 'alone':
      return superviseText('alone', {
        service: serviceName(hall, alert.service),
        count: formatNumber(alert.waiting),
      })
    case 'wait':
      return superviseText(alert.past ? 'waitPast' : 'waitNear', {
        service: serviceName(hall, alert.service),
        number: alert.number,
        time: formatWaited(alert.seconds),
        limit: formatNumber(view.waitLimitMinutes),
      })
    case 'paused':
      return superviseText('pausedOver', {
        counter: counterName(hall, alert.counter),
        time: formatTime(alert.until),
      })
    case 'left': {
      const [counter, { number, day }] = [counterName(hall, alert.counter), alert]
      const earlier = day === null ? null : earlierDay(day, view.hall.day)
      return earlier === null
        ? superviseText('leftLate', { counter, number })
        : superviseText('leftSince', { counter, number, day: earlier })
    }
    case 'due':
      return superviseText('due', {
        service: serviceName(hall, alert.service),
        day: formatDayLabel(alert.day),
      })
    case 'slips':
      return superviseText('slips', { count: formatNumber(alert.count) })
    default:
      return alert satisfies never
  }
}

// A list that does not move under a finger: new entries come at its end, and an entry that is over stays in its place
// for a moment, and as long as somebody touches the list.
interface Kept<T> {
  readonly entry: T
  /** Since when it has been over, milliseconds; null while it lasts. */
  readonly goneAt: number | null
}

/** How long an entry that is over is still shown, milliseconds. */
const STAYS = 4_000

/** The list after `entries` came at the instant `at` (milliseconds). `touched`: nothing may leave now. */
export function steady<T extends { id: string }>(
  before: readonly Kept<T>[],
  entries: readonly T[],
  at: number,
  touched: boolean,
): Kept<T>[] {
  const coming = new Map(entries.map((entry) => [entry.id, entry]))
  const kept = before.flatMap((one): Kept<T>[] => {
    const entry = coming.get(one.entry.id)
    if (entry && coming.delete(entry.id)) return [{ entry, goneAt: null }]
    const goneAt = one.goneAt ?? at
    return touched || at - goneAt < STAYS ? [{ entry: one.entry, goneAt }] : []
  })
  return [...kept, ...[...coming.values()].map((entry) => ({ entry, goneAt: null }))]
}

/** The same for a component that redraws every few seconds; `hand` goes on the element that contains the list. */
function useSteady<T extends { id: string }>(entries: readonly T[]) {
  const list = useRef<readonly Kept<T>[]>([])
  const touched = useRef(false)
  list.current = steady(list.current, entries, performance.now(), touched.current)
  const hand = {
    onPointerEnter: () => void (touched.current = true),
    onPointerLeave: () => void (touched.current = false),
    onPointerCancel: () => void (touched.current = false),
  }
  return { list: list.current, hand }
}

// What can't wait, found in the view: one entry for each thing to look at, with an id that stays the same while it
// lasts.

type Alert =
  /** Somebody has waited longer than the limit, or nearly. */
  | { id: string; kind: 'wait'; service: string; number: string; seconds: number; past: boolean }
  /** People wait and no open counter serves them. */
  | { id: string; kind: 'alone'; service: string; waiting: number }
  /** A counter has been paused for longer than it said. */
  | { id: string; kind: 'paused'; counter: string; until: string }
  /** A visitor left at a counter whom nobody serves any more: from an earlier day, or long after hours. */
  | { id: string; kind: 'left'; counter: string; number: string; day: string | null }
  /** A service should have opened by today. */
  | { id: string; kind: 'due'; service: string; day: string }
  /** A call that nobody heard. */
  | { id: string; kind: 'unheard'; counter: string; number: string }
  /** A zone in which no call is heard. */
  | { id: string; kind: 'silent'; zone: string; since: string }
  /** Numbers that perhaps nobody holds. */
  | { id: string; kind: 'slips'; count: number }

/** After hours nobody is served for longer than this without a check. */
const LONG_MS = 3_600_000

/** All alerts at `now` (milliseconds since 1970), the most urgent kind first. */
export function alertsOf(view: AgencyView, now: number): Alert[] {
  return [
    ...unheard(view),
    ...silent(view),
    ...left(view, now),
    ...alone(view),
    ...waits(view, now),
    ...pauses(view, now),
    ...due(view),
    ...slips(view),
  ]
}

/** Those with a call for help, open or just answered. */
export function helpsOf({ counters }: AgencyView) {
  return counters.flatMap(({ id, help, staff }) =>
    help
      ? [{ id: `${id} ${help.at}`, counter: id, name: help.from ?? (staff ? staff.name : ''), ...help }]
      : [],
  )
}

function unheard({ counters }: AgencyView): Alert[] {
  return counters.flatMap(({ id, current }) =>
    current && current.status === 'called' && current.heard === false && !current.quiet
      ? [{ id: `unheard ${id} ${current.visit}`, kind: 'unheard', counter: id, number: current.number }]
      : [],
  )
}

function silent({ silentZones }: AgencyView): Alert[] {
  return silentZones.map(({ zone, since }) => ({ id: `silent ${zone}`, kind: 'silent', zone, since }))
}

function alone({ services }: AgencyView): Alert[] {
  return services.flatMap(({ id, waiting, openCounters }) =>
    waiting > 0 && openCounters === 0 ? [{ id: `alone ${id}`, kind: 'alone', service: id, waiting }] : [],
  )
}

function waits({ services, waitLimitMinutes }: AgencyView, now: number): Alert[] {
  return services.flatMap(({ id, longest, atRisk }) => {
    if (!longest || atRisk === 0) return []
    const seconds = (now - Date.parse(longest.since)) / 1000
    const past = seconds - (longest.restedSeconds ?? 0) >= waitLimitMinutes * 60
    return [{ id: `wait ${id}`, kind: 'wait', service: id, number: longest.number, seconds, past }]
  })
}

function pauses({ counters }: AgencyView, now: number): Alert[] {
  return counters.flatMap(({ id, state, pausedUntil }) =>
    state === 'paused' && pausedUntil !== null && Date.parse(pausedUntil) <= now
      ? [{ id: `paused ${id}`, kind: 'paused', counter: id, until: pausedUntil }]
      : [],
  )
}

/** After hours somebody may still be served, but not for long, and not if the officer has signed out. */
function left({ counters, hall, afterHours }: AgencyView, now: number): Alert[] {
  return counters.flatMap(({ id, state, current }): Alert[] => {
    if (!current) return []
    const isOld = current.day !== hall.day
    const isLong = state === 'paused' || now - Date.parse(current.since) > LONG_MS
    if (!isOld && !(afterHours && isLong)) return []
    const { number, day } = current
    return [{ id: `left ${id} ${current.visit}`, kind: 'left', counter: id, number, day: isOld ? day : null }]
  })
}

function due({ services, hall }: AgencyView): Alert[] {
  return services.flatMap(({ id, status, expected }) =>
    status === 'soon' && expected !== null && expected <= hall.day
      ? [{ id: `due ${id}`, kind: 'due', service: id, day: expected }]
      : [],
  )
}

function slips({ notTakenCount: count }: AgencyView): Alert[] {
  return count === 0 ? [] : [{ id: 'slips', kind: 'slips', count }]
}
