// The monitor: /monitor/. Who may see it, and in which form: on a desk or a phone, or large on a wall (`?big`).
import { render } from 'preact'
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { loadHall, type Hall } from '../../screens/hall.ts'
import { askSession, type Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { MonitorView } from '../../server/live/monitor.ts'
import { useHallNow } from '../../screens/hall-now.ts'
import { pick } from '../../screens/i18n.ts'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { ForStaff, StaffPage, usePageLive } from '../parts/StaffPage.tsx'
import { OnlySupervisors } from '../supervise/OnlySupervisors.tsx'
import { Act, type Acting, isUrgent } from './why.tsx'
import { Big } from './Big.tsx'
import { Overview } from './Overview.tsx'
import { monitorText } from './texts.ts'
import '../parts/sheet.css'
import './monitor.css'

/** Waits are told in minutes. */
const TICK_MS = 2_000
const BIG = '?big'

function Monitor({ hall }: { hall: Hall }) {
  useSignalEffect(() => {
    document.title = `${monitorText('title')} · Antre`
  })
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

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Monitor hall={loadHall()} />, page)
