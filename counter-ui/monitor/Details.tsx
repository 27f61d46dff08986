// One line in full: all that is wrong, the figures that have no room in a row, the quarters of an hour, and the way to
// the page where everything can be done.
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatNumber, formatTime } from '../../screens/format.ts'
import { counterName, serviceName } from '../parts/names.ts'
import type { Subject } from '../supervise/watch.ts'
import { Chart } from './Chart.tsx'
import { monitorText } from './texts.ts'
import {
  type Line,
  lineName,
  longName,
  longestMinutes,
  minutesText,
  type MonitorAt,
  whyTexts,
} from './why.tsx'

interface DetailsProps extends MonitorAt {
  kind: 'agency' | 'zone'
  line: Line
  onClose: () => void
}

export function Details({ kind, line, onClose, ...at }: DetailsProps) {
  const { hall, view, now } = at
  const long = kind === 'agency' ? longName(hall, line.id) : ''
  return (
    <Dialog title={lineName(hall, kind, line.id)} onClose={onClose}>
      <div class="about details">
        {long !== '' && <p>{long}</p>}
        <ul class="line-why">
          {whyTexts(at, line).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <dl class="facts figures">
          {factsOf(line, now).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Advice {...at} kind={kind} line={line} onClose={onClose} />
        {line.unserved && <p class="soft">{forecastTexts(line.unserved).join(' ')}</p>}
        <Chart view={view} line={line} now={now} />
        <p class="dialog-ends">
          {kind === 'agency' && (
            <a
              class="button button-primary button-medium"
              href={`/supervise/?agency=${encodeURIComponent(line.id)}`}
            >
              {monitorText('openSupervise')}
            </a>
          )}
          <Button kind="quiet" onPress={onClose}>
            {monitorText('close')}
          </Button>
        </p>
      </div>
    </Dialog>
  )
}

function factsOf(line: Line, now: number): [name: string, value: string][] {
  const number = formatNumber
  const { longest, typicalSeconds, late, unserved, unheardToday, taken, served, free } = line
  return [
    [monitorText('waiting'), number(line.waiting)],
    [
      monitorText('longest'),
      longest ? `${minutesText(longestMinutes(line, now))} (${longest.number})` : monitorText('none'),
    ],
    [
      monitorText('typicalLabel'),
      minutesText(typicalSeconds === null ? null : Math.floor(typicalSeconds / 60)),
    ],
    ...(late > 0 ? ([[monitorText('lateLabel'), number(late)]] as [string, string][]) : []),
    ...(unserved
      ? ([[monitorText('closing', { time: formatTime(unserved.closes) }), number(unserved.count)]] as [
          string,
          string,
        ][])
      : []),
    [monitorText('today'), monitorText('takenServed', { taken: number(taken), served: number(served) })],
    [monitorText('freeLabel'), number(free)],
    ...(unheardToday > 0
      ? ([[monitorText('unheardLabel'), number(unheardToday)]] as [string, string][])
      : []),
  ]
}

/**
 * What one more counter would change, and from when a service's numbers promise too much; each with the way to act on
 * it.
 */
function Advice({ hall, act, isTrue, kind, line, onClose }: DetailsProps) {
  const { counter, opening, stops = [] } = line.act
  const number = formatNumber
  const deeds: {
    words: string
    press: string
    label?: string
    subject: Subject
    agency: string | undefined
  }[] = []
  if (counter !== null && opening && opening.minutes + opening.served > 0) {
    const name = counterName(hall, counter)
    deeds.push({
      words: monitorText('advice.open', {
        counter: name,
        minutes: number(opening.minutes),
        count: number(opening.served),
      }),
      press: monitorText(kind === 'agency' && line.free === 0 ? 'moveOfficer' : 'openCounter', {
        counter: name,
      }),
      subject: { kind: 'counter', id: counter, doing: 'assign' },
      agency: hall.counters.value.get(counter)?.agency,
    })
  }
  for (const { service, from } of stops.slice(0, MOST_STOPS)) {
    const name = serviceName(hall, service)
    deeds.push({
      words: monitorText('advice.stop', { service: name, time: formatTime(from) }),
      press: monitorText('stop'),
      label: monitorText('stopOf', { service: name }),
      subject: { kind: 'service', id: service, doing: 'status' },
      agency: hall.services.value.get(service)?.agency,
    })
  }
  if (deeds.length === 0) return null
  return (
    <ul class="advice">
      {deeds.map(({ words, press, label = press, subject, agency }) => (
        <li key={label}>
          <span>{words}</span>
          <Button
            disabled={!isTrue || agency === undefined}
            label={label}
            onPress={() => {
              if (agency === undefined) return
              onClose()
              act({ agency, subject })
            }}
          >
            {press}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const MOST_STOPS = 3

/** What the forecast rests on, shown as openly as the forecast itself. */
function forecastTexts({ expected, byPlan }: NonNullable<Line['unserved']>): string[] {
  return [
    monitorText(byPlan ? 'byPlan' : 'byToday'),
    expected === null
      ? monitorText('expectedNot')
      : monitorText('expected', { count: formatNumber(expected) }),
  ]
}
