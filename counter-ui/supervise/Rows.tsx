// The counters and the services of an agency, or of all: who is there and whom they serve, whether they take visitors
// and who waits. A press shows what can be done.
import type { ComponentChildren } from 'preact'
import type { AgencyCounter, AgencyService } from '../../server/live/agency.ts'
import { formatNumber, formatTime, formatWaited, formatDayLabel } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import { counterName, reasonText, serviceName } from '../parts/names.ts'
import { earlierDay } from '../parts/hall-day.ts'
import { superviseText } from './texts.ts'
import { staffText } from '../texts.ts'
import { pick } from '../../screens/i18n.ts'
import { ALL, type Watch, type ViewAt } from './watch.ts'
import { serviceStatusText } from '../../screens/texts/services.ts'

export function Counters(at: ViewAt) {
  const { hall } = at.watch
  return (
    <section class="part" aria-labelledby="counters-title">
      <h2 id="counters-title">{superviseText('counters')}</h2>
      {at.view.counters.length === 0 && <p class="soft">{superviseText('countersNone')}</p>}
      <ByAgency
        watch={at.watch}
        rows={at.view.counters}
        agencyOf={({ id }) => hall.counters.value.get(id)?.agency}
        draw={(counter) => <CounterRow key={counter.id} {...at} counter={counter} />}
      />
    </section>
  )
}

function CounterRow({ counter, ...at }: ViewAt & { counter: AgencyCounter }) {
  const { watch } = at
  const { id, state, current, help } = counter
  const figures = figureTexts(counter)
  return (
    <li>
      <button
        type="button"
        class={`row row-${state}`}
        onClick={() => {
          watch.subject.value = { kind: 'counter', id }
        }}
      >
        <span class="row-top">
          <strong class="row-name">{counterName(watch.hall, id)}</strong>
          <span class={`state state-${state}`}>{staffText(`counter.${state}`)}</span>
          {help && help.answeredBy === null && (
            <Icon name="warning" label={superviseText(help.alarm ? 'alarm' : 'help')} />
          )}
        </span>
        {counter.staff && <span class="row-who">{counter.staff.name}</span>}
        {state !== 'closed' && (
          <span class="row-now">
            {current ? (
              <>
                <span class={`plate plate-small plate-${current.status}`}>{current.number}</span>
                <span>
                  {serviceName(watch.hall, current.service)} · {sinceText(current, at)}
                </span>
              </>
            ) : (
              <span class="soft">{counterStateText(at, counter)}</span>
            )}
          </span>
        )}
        {figures.length > 0 && (
          <span class="row-figures soft figures">
            {figures.map((words) => (
              <span key={words}>{words}</span>
            ))}
          </span>
        )}
      </button>
    </li>
  )
}

/** `dipanggil 2 menit`. */
export function sinceText(
  { status, since, day }: NonNullable<AgencyCounter['current']>,
  { view, now }: Pick<ViewAt, 'view' | 'now'>,
): string {
  const earlier = earlierDay(day, view.hall.day)
  if (earlier !== null) return superviseText('servedSinceDay', { day: earlier })
  const time = formatWaited((now - Date.parse(since)) / 1000)
  return superviseText(status === 'called' ? 'calledSince' : 'servedSince', { time })
}

/** What there is to say about a counter with nobody at it: why it is paused and until when. */
export function counterStateText({ watch: { hall } }: ViewAt, counter: AgencyCounter): string {
  const { state, reason, pausedUntil } = counter
  if (state !== 'paused') return state === 'open' ? superviseText('idle') : ''
  const until = pausedUntil === null ? '' : superviseText('until', { time: formatTime(pausedUntil) })
  return [reasonText(hall, 'pause', reason), until].filter((words) => words !== '').join(' · ')
}

/** What it did today and which messages are unread there; empty for a closed counter that did nothing. */
export function figureTexts({ state, served, averageSeconds, unread }: AgencyCounter): string[] {
  const average = averageSeconds !== null && averageSeconds < 60 ? superviseText('averageShort') : null
  return [
    ...(state === 'closed' && served === 0 ? [] : [superviseText('served', { count: formatNumber(served) })]),
    ...(averageSeconds === null
      ? []
      : [average ?? superviseText('average', { time: formatWaited(averageSeconds) })]),
    ...(unread === 0 ? [] : [superviseText('unread', { count: formatNumber(unread) })]),
  ]
}

// The services: whether they take visitors, who waits and for how long, and how many numbers were given. A press
// shows what can be done.

export function Services(at: ViewAt) {
  const { hall } = at.watch
  return (
    <section class="part" aria-labelledby="services-title">
      <h2 id="services-title">{superviseText('services')}</h2>
      {at.view.services.length === 0 && <p class="soft">{superviseText('servicesNone')}</p>}
      <ByAgency
        watch={at.watch}
        rows={at.view.services}
        agencyOf={({ id }) => hall.services.value.get(id)?.agency}
        draw={(service) => <ServiceRow key={service.id} {...at} service={service} />}
      />
    </section>
  )
}

function ServiceRow({ service, ...at }: ViewAt & { service: AgencyService }) {
  const { watch, now } = at
  const { id, status, waiting, longest, atRisk } = service
  return (
    <li>
      <button
        type="button"
        class="row"
        onClick={() => {
          watch.subject.value = { kind: 'service', id }
        }}
      >
        <span class="row-top">
          <strong class="row-name">{serviceName(watch.hall, id)}</strong>
          {status !== 'open' && <span class={`state state-${status}`}>{serviceStatusText(status)}</span>}
        </span>
        {status !== 'open' && status !== 'trial' && <span class="row-who">{phaseText(service)}</span>}
        <span class={atRisk > 0 ? 'row-now row-risk figures' : 'row-now figures'}>
          <strong>
            {waiting === 0
              ? superviseText('nobodyWaits')
              : superviseText('waiting', { count: formatNumber(waiting) })}
          </strong>
          {longest && <span>{longestText(longest, now)}</span>}
        </span>
        <span class="row-figures soft figures">
          {serviceTexts(service).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </span>
      </button>
    </li>
  )
}

/** `terlama 34 menit`; empty in the first minute. */
export function longestText({ since }: NonNullable<AgencyService['longest']>, now: number): string {
  const seconds = (now - Date.parse(since)) / 1000
  return seconds < 60 ? '' : superviseText('longest', { time: formatWaited(seconds) })
}

/** Why it takes nobody, in the kiosk's words: until when, why, from which day, where instead. */
export function phaseText({ status, until, reason, expected, where }: AgencyService): string {
  const parts = [
    status === 'paused' && until !== null ? untilText(until) : '',
    status === 'soon' && expected !== null ? superviseText('soonOn', { day: formatDayLabel(expected) }) : '',
    reason ? pick(reason) : '',
    where ? pick(where) : '',
  ]
  return parts.filter((words) => words !== '').join(' · ')
}

export function serviceTexts({ openCounters, quota, taken, held, missed, atRisk }: AgencyService): string[] {
  return [
    ...(atRisk === 0 ? [] : [superviseText('atRisk', { count: formatNumber(atRisk) })]),
    openCounters === 0
      ? superviseText('desksNone')
      : superviseText('desks', { count: formatNumber(openCounters) }),
    quota === null
      ? superviseText('takenToday', { taken: formatNumber(taken) })
      : superviseText('quotaOf', { taken: formatNumber(taken), quota: formatNumber(quota) }),
    ...(held === 0 ? [] : [superviseText('held', { count: formatNumber(held) })]),
    ...(missed === 0 ? [] : [superviseText('missed', { count: formatNumber(missed) })]),
  ]
}

/** How long somebody who comes now would wait; empty if nobody knows. */
export function newcomerText({ forecast, when }: AgencyService): string {
  return forecast && when ? superviseText('newcomer', { forecast: pick(when) }) : ''
}

// Until when a service is paused: an instant, or words from the plan.

/** `sampai pukul 13.00`. The plan may have any words; an instant is shown in the hall's time. */
function untilText(until: string): string {
  const time = /^\d{4}-\d{2}-\d{2}T/.test(until) ? formatTime(until) : until
  return superviseText('until', { time })
}

// Rows in the plan's order; of all agencies, under the name of each.

interface ByAgencyProps<R> {
  watch: Watch
  rows: readonly R[]
  agencyOf: (row: R) => string | null | undefined
  draw: (row: R) => ComponentChildren
}

function ByAgency<R>({ watch, rows, agencyOf, draw }: ByAgencyProps<R>) {
  if (watch.agency !== ALL) return <ul class="rows">{rows.map(draw)}</ul>
  const groups = [...watch.hall.agencies.value.values()].map(({ id, name }) => {
    return { id, name: pick(name), own: rows.filter((row) => agencyOf(row) === id) }
  })
  return (
    <>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ id, name, own }) => (
          <div key={id} class="rows-of">
            <h3>{name}</h3>
            <ul class="rows">{own.map(draw)}</ul>
          </div>
        ))}
    </>
  )
}
