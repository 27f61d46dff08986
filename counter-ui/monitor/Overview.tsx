// The monitor on a desk or a phone: what is urgent, in one line; the figures of the hall, every agency, every zone,
// and what is wrong with devices.
import type { MonitorView } from '../../server/live/monitor.ts'
import { formatNumber, formatTime, locale } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { Attention } from '../hall/Attention.tsx'
import { Chart } from './Chart.tsx'
import { Lines } from './Lines.tsx'
import { monitorText } from './texts.ts'
import {
  isSoon,
  isUrgent,
  type Line,
  lineName,
  longestMinutes,
  minuteOf,
  minutesText,
  type MonitorAt,
  usualUntilNow,
} from './why.tsx'

/** Nobody reads more names than this at a glance. */
const MOST_NAMES = 3

export function Overview(at: MonitorAt) {
  const { hall, view, isTrue } = at
  const { equipment, printers } = view
  return (
    <div class={isTrue ? 'monitor-all' : 'monitor-all untrue'}>
      <Verdict hall={hall} view={view} />
      <State view={view} />
      <Totals {...at} />
      <Lines {...at} kind="agency" lines={view.agencies} title={monitorText('agencies')} />
      <Lines {...at} kind="zone" lines={view.zones} title={monitorText('zones')} />
      <div class="monitor-more">
        <section class="part">
          <Chart view={view} line={view.all} now={at.now} />
        </section>
        <Attention hall={hall} printers={printers} list={equipment} />
      </div>
    </div>
  )
}

/** The one thing to know: whether anything is urgent, and in how many places. */
export function Verdict({ hall, view }: Pick<MonitorAt, 'hall' | 'view'>) {
  const burning = view.agencies.filter(isUrgent)
  const look = burning.length > 0 ? 'burning' : view.all.need === 'none' ? 'calm' : 'soon'
  return (
    <p class={`verdict verdict-${look}`} role="status">
      <Icon name={look === 'calm' ? 'check' : 'warning'} />
      <strong>
        {verdictText(hall, view, look, burning.length > 0 ? burning : view.agencies.filter(isSoon))}
      </strong>
    </p>
  )
}

function verdictText(
  hall: MonitorAt['hall'],
  view: MonitorView,
  look: 'burning' | 'soon' | 'calm',
  lines: readonly Line[],
): string {
  if (look === 'calm') return monitorText('calm')
  // It is about a zone or a device, not an agency.
  if (view.agency !== null || lines.length === 0) return monitorText(`${look}Own`)
  if (lines.length > MOST_NAMES) return monitorText(look, { count: formatNumber(lines.length) })
  const names = new Intl.ListFormat(locale(), { type: 'conjunction' }).format(
    lines.map(({ id }) => lineName(hall, 'agency', id)),
  )
  return monitorText(lines.length === 1 ? `${look}One` : `${look}Named`, { names })
}

/** Said when the hall is closed, nothing has happened yet, or hours are not enforced. */
export function State({ view }: { view: MonitorView }) {
  const { hours, all, hall } = view
  const words = [
    !hours.open && `${monitorText('closed')} ${hours.words ? `${pick(hours.words)}.` : ''}`,
    all.taken === 0 && all.waiting === 0 && all.served === 0 && monitorText('notBegun'),
    hall.operation === 'trial' && monitorText('trial'),
  ].filter((text) => text !== false)
  return words.length === 0 ? null : <p class="monitor-state soft">{words.join(' ')}</p>
}

interface Figure {
  name: string
  value: string
  more: string
  isBad?: boolean
}

function Totals({ view, now }: MonitorAt) {
  return (
    <section aria-label={monitorText(view.agency === null ? 'allTitle' : 'ownTitle')}>
      <dl class="totals">
        {figuresOf(view, now).map(({ name, value, more, isBad }) => (
          <div key={name} class={isBad ? 'total total-bad' : 'total'}>
            <dt>{name}</dt>
            <dd class="figures">
              <strong>{value}</strong>
              <span class="soft">{more}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function figuresOf(view: MonitorView, now: number): Figure[] {
  const { all, waitLimitMinutes } = view
  const { counters, unserved } = all
  const { open, paused, closed } = counters
  const longest = longestMinutes(all, now)
  const usual = usualUntilNow(view, all, minuteOf(now))
  const number = formatNumber
  return [
    {
      name: monitorText('waiting'),
      value: number(all.waiting),
      more:
        all.typicalSeconds === null
          ? ''
          : monitorText('typical', { time: minutesText(Math.floor(all.typicalSeconds / 60)) }),
    },
    {
      name: monitorText('longest'),
      value: minutesText(longest),
      more: all.longest ? all.longest.number : '',
    },
    {
      name: monitorText('past', { limit: number(waitLimitMinutes) }),
      value: number(all.past),
      more: all.near === 0 ? '' : monitorText('near', { count: number(all.near) }),
      isBad: all.past > 0,
    },
    {
      name: monitorText('serving'),
      value: number(all.serving),
      more: all.called === 0 ? '' : monitorText('called', { count: number(all.called) }),
    },
    {
      name: monitorText('counters'),
      value: `${number(open)}/${number(open + paused + closed)}`,
      more: monitorText('countersMore', { paused: number(paused), closed: number(closed) }),
      isBad: open === 0 && all.alone > 0,
    },
    {
      name: monitorText('today'),
      value: number(all.taken),
      more: [
        monitorText('servedToday', { count: number(all.served) }),
        ...(usual === null ? [] : [monitorText('usualNow', { count: number(Math.round(usual)) })]),
      ].join(' · '),
    },
    ...(unserved === null
      ? []
      : [
          {
            name: monitorText('closing', { time: formatTime(unserved.closes) }),
            value: number(unserved.count),
            more: all.free === 0 ? monitorText('freeNone') : monitorText('free', { count: number(all.free) }),
            isBad: unserved.count > 0,
          },
        ]),
    ...(all.unheard + all.unheardToday === 0
      ? []
      : [
          {
            name: monitorText('notHeard'),
            value: number(all.unheard),
            more: monitorText('todayOf', { count: number(all.unheardToday) }),
            isBad: all.unheard > 0,
          },
        ]),
  ]
}
