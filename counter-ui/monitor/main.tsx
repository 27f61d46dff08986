// The monitor: /monitor/. Who may see it, and in which form: on a desk or a phone, or large on a wall (`?big`).
import { useEffect, useState, useLayoutEffect, useRef } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { MonitorView } from '../../server/live/monitor.ts'
import { useHallNow } from '../../screens/hall-now.ts'
import { pick } from '../../screens/i18n.ts'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { ForStaff, StaffPage, usePageLive, useTitle } from '../parts/StaffPage.tsx'
import { OnlySupervisors } from '../supervise/OnlySupervisors.tsx'
import {
  Act,
  type Acting,
  isUrgent,
  isSoon,
  type Line,
  lineName,
  counterTexts,
  longestMinutes,
  type MonitorAt,
  whyTexts,
} from './why.tsx'
import { Clock } from '../../screens/components/Clock.tsx'
import { formatNumber } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import { monitorText } from './texts.ts'
import { State, Verdict, figuresOf, Overview } from './Overview.tsx'
import './big.css'
import '../parts/sheet.css'
import './monitor.css'

/** Waits are told in minutes. */
const TICK_MS = 2_000
const BIG = '?big'

function Monitor({ hall }: { hall: Hall }) {
  useTitle(() => monitorText('title'))
  return (
    <ForStaff hall={hall} title={monitorText('signInTitle')}>
      {(me) => (me.role === 'officer' ? <OnlySupervisors me={me} /> : <SignedIn hall={hall} me={me} />)}
    </ForStaff>
  )
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const live = usePageLive<MonitorView>(hall, 'monitor')
  const [isBig, setBig] = useState(() => /[?&]big(?:[=&]|$)/.test(location.search))
  const [acting, act] = useState<Acting | null>(null)
  const now = useHallNow(live.at.value, TICK_MS) ?? 0
  const view = live.view.value
  const isTrue = live.freshness.value === 'live'
  const count = view ? view.agencies.filter(isUrgent).length : 0
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${monitorText('title')} · Antre`
  })

  /** The address says which form it is, so that a screen on the wall comes back to it. */
  function choose(big: boolean): void {
    const query = location.search.replace(/([?&])big(?:=[^&]*)?(?=&|$)/, '$1').replace(/[?&]+$/, '')
    history.replaceState(null, '', `${location.pathname}${big ? BIG + query.replace('?', '&') : query}`)
    setBig(big)
  }

  const at = view && { hall, me, view, now, isTrue, act }
  if (isBig)
    return (
      <div class={isTrue ? 'big' : 'big big-untrue'}>
        <StaffBanner live={live} view={view} />
        {at ? <Big {...at} at={live.at.value} onLeave={() => choose(false)} /> : <Wait />}
      </div>
    )
  const own = hall.agencies.value.get(me.agency ?? '')
  const links = (
    <>
      <a href="/supervise/">{monitorText('toSupervise')}</a>
      <a href="/reception/">{monitorText('toReception')}</a>
      {me.role === 'manager' && <a href="/manage/">{monitorText('toManage')}</a>}
    </>
  )
  return (
    <>
      <StaffPage
        of="monitor"
        title={monitorText('title')}
        live={live}
        me={me}
        text={isTrue || !view ? undefined : monitorText('offline')}
        menu={<p class="menu-ways">{links}</p>}
        links={
          <>
            {own && <span class="head-agency">{pick(own.name)}</span>}
            {links}
            <button type="button" class="button button-plain button-medium" onClick={() => choose(true)}>
              {monitorText('toBig')}
            </button>
          </>
        }
      >
        {at ? <Overview {...at} /> : <Wait />}
      </StaffPage>
      {acting && <Act key={acting.agency} hall={hall} me={me} acting={acting} onClose={() => act(null)} />}
    </>
  )
}

function Wait() {
  return (
    <p class="monitor-wait" role="status">
      <span class="spinner" aria-hidden="true" /> {monitorText('connecting')}
    </p>
  )
}

// The monitor on a wall: the worst lines in letters that can be read from four metres, without scrolling.

/** A line with the space above it, as a share of the screen’s height (of a wide screen): the same in big.css. */
const ROW = 0.097

/** How many lines fit into the list: fewer below a banner, more on a screen that stands upright. */
function useRoom() {
  const [room, setRoom] = useState(6)
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const node = list.current
    if (!node) return
    const look = () =>
      setRoom(Math.max(1, Math.floor(node.clientHeight / (ROW * Math.min(innerHeight, innerWidth * 0.5625)))))
    const observer = new ResizeObserver(look)
    observer.observe(node)
    look()
    return () => observer.disconnect()
  }, [])
  return { list, room }
}

interface BigProps extends MonitorAt {
  /** A live connection's `at`. */
  at: string | null
  onLeave: () => void
}

function Big({ at, onLeave, ...page }: BigProps) {
  const { view, now } = page
  const { list, room } = useRoom()
  const burning = view.agencies.filter(isUrgent)
  const zones = view.zones.filter(({ silent, devices }) => silent.length + devices > 0)
  const lines = [
    ...burning.map((line) => ({ kind: 'agency' as const, line })),
    ...zones.map((line) => ({ kind: 'zone' as const, line: ownTrouble(line) })),
    // Where there is room, also lines where people only wait.
    ...view.agencies
      .filter((line) => !isUrgent(line) && (isSoon(line) || line.waiting > 0))
      .map((line) => ({ kind: 'agency' as const, line })),
  ]
  const shown = lines.slice(0, room)
  const more = Math.max(0, burning.length - room)
  const rest = view.agencies.length - shown.filter(({ kind }) => kind === 'agency').length
  return (
    <main class="big-page">
      <header class="big-head">
        <h1 class="visually-hidden">{monitorText('title')}</h1>
        <Verdict hall={page.hall} view={view} />
        <Clock at={at} />
        <button type="button" class="button button-quiet button-medium" onClick={onLeave}>
          {monitorText('toSmall')}
        </button>
      </header>
      <State view={view} />
      <dl class="big-totals figures">
        {figuresOf(view, now)
          .slice(0, 7)
          .map(({ name, value, isBad }) => (
            <div key={name} class={isBad ? 'big-bad' : undefined}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <ul class="big-lines" ref={list}>
        {shown.map(({ kind, line }) => (
          <Row key={`${kind} ${line.id}`} {...page} kind={kind} line={line} />
        ))}
      </ul>
      <p class="big-more">
        {more > 0
          ? monitorText('bigMoreBurning', { count: formatNumber(more) })
          : rest > 0 && monitorText('bigMore', { count: formatNumber(rest) })}
      </p>
    </main>
  )
}

/** What no agency’s line says about a zone: calls are not heard, a device is in trouble. */
function ownTrouble(line: Line): Line {
  const others = { help: [], alone: 0, past: 0, near: 0, unheard: 0, slips: 0, unserved: null }
  return { ...line, ...others, need: line.silent.length > 0 ? 'unheard' : 'devices' }
}

function Row({ kind, line, ...at }: MonitorAt & { kind: 'agency' | 'zone'; line: Line }) {
  const look = isUrgent(line) ? 'burning' : isSoon(line) ? 'soon' : 'calm'
  const minutes = longestMinutes(line, at.now)
  return (
    <li class={`big-line big-${look}`}>
      <span class="big-name">
        {look !== 'calm' && <Icon name="warning" />}
        <span>{lineName(at.hall, kind, line.id)}</span>
      </span>
      <span class="big-why">{[...whyTexts(at, line).slice(0, 1), ...counterTexts(line)].join(' · ')}</span>
      <span class="big-count figures">
        {formatNumber(line.waiting)} <small>{monitorText('waitingShort')}</small>
      </span>
      <span class="big-longest figures">
        {minutes === null ? '' : formatNumber(minutes)}{' '}
        <small>{minutes === null ? '' : monitorText('minutesUnit')}</small>
      </span>
    </li>
  )
}

startPage(Monitor)
