// The lines of the agencies, or of the zones, with what can be done there. None moves while somebody touches the list.
import { useRef, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { formatNumber, formatTime } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import { counterName, serviceName } from '../parts/names.ts'
import type { Subject } from '../supervise/watch.ts'
import { Spark } from './Chart.tsx'
import { Details } from './Details.tsx'
import { monitorText } from './texts.ts'
import {
  counterTexts,
  isSoon,
  isUrgent,
  type Line,
  lineName,
  longestMinutes,
  minutesText,
  type MonitorAt,
  whyTexts,
} from './why.tsx'

interface LinesProps extends MonitorAt {
  kind: 'agency' | 'zone'
  lines: readonly Line[]
  title: string
}

/** A hand that has not moved for this long is gone, milliseconds. */
const GONE = 30_000
const MOST_REASONS = 3

export function Lines({ kind, lines, title, ...at }: LinesProps) {
  const { ordered, hand } = usePlaces(lines)
  const [shown, show] = useState<string | null>(null)
  const about = lines.find(({ id }) => id === shown)
  return (
    <section class={`part lines lines-${kind}`} aria-labelledby={`lines-${kind}`}>
      <h2 id={`lines-${kind}`}>{title}</h2>
      <ul {...hand}>
        {ordered.map((line, nth) => (
          <Row
            key={line.id}
            {...at}
            kind={kind}
            line={line}
            isFirst={nth === 0 && kind === 'agency' && isUrgent(line)}
            onMore={() => show(line.id)}
          />
        ))}
      </ul>
      {about && <Details {...at} kind={kind} line={about} onClose={() => show(null)} />}
    </section>
  )
}

function usePlaces(lines: readonly Line[]) {
  const places = useRef<Placed | null>(null)
  const inside = useRef(false)
  const moved = useRef(-Infinity)
  const now = performance.now()
  const touched = inside.current && now - moved.current < GONE
  const ids = lines.map(({ id }) => id)
  places.current = placed(places.current, ids, now, touched)
  const touch = () => {
    inside.current = true
    moved.current = performance.now()
  }
  const leave = () => {
    inside.current = false
  }
  const hand = {
    onPointerEnter: touch,
    onPointerMove: touch,
    onPointerDown: touch,
    onKeyDown: touch,
    onPointerLeave: leave,
    onPointerCancel: leave,
  }
  const ordered = places.current.ids.flatMap((id) => lines.find((line) => line.id === id) ?? [])
  return { ordered, hand }
}

interface RowProps extends MonitorAt {
  kind: 'agency' | 'zone'
  line: Line
  /** The most urgent line: its first button is the page's primary one. */
  isFirst: boolean
  onMore: () => void
}

function Row({ kind, line, isFirst, onMore, ...at }: RowProps) {
  const { hall, now } = at
  const name = lineName(hall, kind, line.id)
  const [first, ...others] = whyTexts(at, line).slice(0, MOST_REASONS)
  const look = isUrgent(line) ? 'burning' : isSoon(line) ? 'soon' : 'calm'
  return (
    <li class={`line line-${look}`}>
      <div class="line-what">
        <h3 class="line-name">
          {look !== 'calm' && <Icon name="warning" />}
          <button
            type="button"
            class="line-more"
            aria-label={monitorText('moreOf', { name })}
            onClick={onMore}
          >
            {name}
          </button>
        </h3>
        <p class="line-why">{first}</p>
        {others.length > 0 && <p class="line-also">{others.join(' · ')}</p>}
      </div>
      <p class="line-figure figures">
        <strong>{formatNumber(line.waiting)}</strong> <span class="soft">{monitorText('waitingShort')}</span>
      </p>
      <p class="line-figure figures">
        <strong>{minutesText(longestMinutes(line, now))}</strong>{' '}
        <span class="soft">
          {line.typicalSeconds === null
            ? monitorText('longestShort')
            : monitorText('typical', { time: minutesText(Math.floor(line.typicalSeconds / 60)) })}
        </span>
      </p>
      <p class="line-counters figures">
        <span>{counterTexts(line).join(' · ')}</span>
        <span class="soft">
          {[
            ...(line.serving > 0 ? [monitorText('servingShort', { count: formatNumber(line.serving) })] : []),
            ...(kind === 'agency' && line.free > 0
              ? [monitorText('free', { count: formatNumber(line.free) })]
              : []),
            ...(line.unserved && line.unserved.count === 0 && line.waiting > 0
              ? [monitorText('allServed', { time: formatTime(line.unserved.closes) })]
              : []),
          ].join(' · ')}
        </span>
      </p>
      <button type="button" class="line-day" onClick={onMore}>
        <Spark line={line} />
        <span class="visually-hidden">{monitorText('details', { name })} </span>
        <span class="soft figures">
          {monitorText('takenServed', { taken: formatNumber(line.taken), served: formatNumber(line.served) })}
        </span>
      </button>
      <Actions {...at} kind={kind} line={line} isFirst={isFirst} name={name} />
    </li>
  )
}

interface Deed {
  words: string
  label: string
  subject: Subject
  /** What the subject belongs to. */
  agency: string | undefined
}

function Actions({
  hall,
  me,
  act,
  isTrue,
  kind,
  line,
  isFirst,
  name,
}: Omit<RowProps, 'onMore'> & { name: string }) {
  const deeds = deedsOf(hall, kind, line)
  if (deeds.length === 0 && line.devices === 0) return null
  return (
    <div class="line-acts" role="group" aria-label={monitorText('act', { name })}>
      {deeds.slice(0, 2).map(({ words, label, subject, agency }, nth) => (
        <Button
          key={words}
          kind={nth === 0 && isFirst ? 'primary' : 'plain'}
          disabled={!isTrue || agency === undefined}
          label={label}
          onPress={() => {
            if (agency !== undefined) act({ agency, subject })
          }}
        >
          {words}
        </Button>
      ))}
      {line.devices > 0 && (
        <a
          class="button button-plain button-medium"
          href={me.role === 'manager' ? '/manage/devices/' : '/reception/'}
        >
          {monitorText('devices')}
        </a>
      )}
    </div>
  )
}

/** What would help, the most urgent first. */
function deedsOf(hall: MonitorAt['hall'], kind: 'agency' | 'zone', line: Line): Deed[] {
  const agencyOf = (counter: string) => hall.counters.value.get(counter)?.agency
  const { counter, service } = line.act
  const needsHands = line.alone + line.past + line.near + (line.unserved?.count ?? 0) > 0
  const deeds: Deed[] = line.help.map(({ counter: id }) => {
    const words = monitorText('answer', { counter: counterName(hall, id) })
    return { words, label: words, subject: { kind: 'counter', id }, agency: agencyOf(id) }
  })
  if (counter !== null && needsHands) {
    const isMove = kind === 'agency' && line.free === 0
    const words = monitorText(isMove ? 'moveOfficer' : 'openCounter', { counter: counterName(hall, counter) })
    const subject: Subject = { kind: 'counter', id: counter, doing: 'assign' }
    deeds.push({ words, label: words, subject, agency: agencyOf(counter) })
  }
  if (service !== null && needsHands)
    deeds.push({
      words: monitorText('stop'),
      label: monitorText('stopOf', { service: serviceName(hall, service) }),
      subject: { kind: 'service', id: service, doing: 'status' },
      agency: hall.services.value.get(service)?.agency,
    })
  if (line.slips > 0 && kind === 'agency')
    deeds.push({
      words: monitorText('slips'),
      label: monitorText('slips'),
      subject: { kind: 'slips' },
      agency: line.id,
    })
  return deeds
}

// The order of the lines on the screen: the server's, but nothing moves under a finger (rule MO9).

/** The ids of the lines in the order shown, and since when, milliseconds. */
interface Placed {
  readonly ids: readonly string[]
  readonly at: number
}

/** How long lines keep their places at the least, milliseconds. */
const STAYS = 5_000

/** The order at the instant `at` once the lines should be in the order of `ids`. `touched`: nothing may move now. */
export function placed(before: Placed | null, ids: readonly string[], at: number, touched: boolean): Placed {
  if (before === null || (!touched && at - before.at >= STAYS)) return { ids, at }
  const left = before.ids.filter((id) => ids.includes(id))
  return { ids: [...left, ...ids.filter((id) => !before.ids.includes(id))], at: before.at }
}
