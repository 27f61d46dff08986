// The counters: who is there, whom they serve and since when, and what they did today. A press shows what can be
// done.
import type { AgencyCounter } from '../../server/live/agency.ts'
import { formatNumber, formatTime, formatWaited } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import { counterName, reasonText, serviceName } from '../parts/names.ts'
import { earlierDay } from '../parts/of-day.ts'
import { superviseText } from './texts/index.ts'
import { staffText } from '../texts/index.ts'
import { ByAgency } from './ByAgency.tsx'
import type { ViewAt } from './view-at.ts'

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
        draw={(counter) => <Row key={counter.id} {...at} counter={counter} />}
      />
    </section>
  )
}

function Row({ counter, ...at }: ViewAt & { counter: AgencyCounter }) {
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
