// The visitor's own page on a phone, `/t/<token>`: where the number stands. Small, for weak networks. The server has
// drawn it already; this makes it live.
import { effect } from '@preact/signals'
import { render } from 'preact'
import '../../screens/tokens.css'
import '../../screens/components/components.css'
import '../../screens/ground.css'
import '../visitor/visitor.css'
import './phone.css'
import './lists.css'
import './call.css'
import type { VisitPlan, VisitView } from '../../server/live/visit.ts'
import { fetchJson } from '../../screens/command.ts'
import { timeZone } from '../../screens/format.ts'
import { language } from '../../screens/i18n.ts'
import { browserIo } from '../../screens/live-io.ts'
import { connectLive } from '../../screens/live.ts'
import { makeAlerts, followCalls } from './alert.ts'
import { lookForAnswers } from './answers.ts'
import { Phone } from './Phone.tsx'
import { keepPlan } from './own-plan.ts'
import { titleOf } from './names.ts'
import { keepVisit } from './visit-kept.ts'
import { sleeplessClock } from './wake.ts'
import { after } from '../../screens/timer.ts'

/** What the server wrote into the page: the state that it was drawn from. */
interface Given {
  readonly view: VisitView
  readonly plan: VisitPlan
  readonly at: string
}

function start(root: HTMLElement, given: Given | null): void {
  const token = location.pathname.replace(/^\/t\//, '').replace(/\/$/, '')
  const path = `/api/visits/${token}`
  const plan = keepPlan(given && given.plan, {
    fetchPlan: () => fetchJson<VisitPlan>(`${path}/plan`),
    after,
  })
  keepVisit(token)
  void lookForAnswers()
  const alerts = makeAlerts()
  const calls = followCalls(alerts, () => scrollTo(0, 0))
  if (given) calls.seen(given.view)
  const live = connectLive<VisitView>({
    topic: `visit:${token}`,
    io: { ...browserIo, now: sleeplessClock(() => Date.now()) },
    onView(view) {
      plan.seen(view)
      calls.seen(view)
    },
  })
  effect(() => {
    if (plan.value.value) timeZone.value = plan.value.value.timeZone
  })
  effect(() => {
    document.documentElement.lang = language.value
    const view = live.view.value ?? (given && given.view)
    document.title = titleOf(view, plan.value.value)
  })
  render(<Phone live={live} plan={plan} given={given} alerts={alerts} token={token} />, root)
}

language.value = document.documentElement.lang
const root = document.getElementById('app')
const state = document.getElementById('state')
// A drawn page without state is about a token that nobody holds: there is nothing to follow.
if (root && (state || !root.firstChild)) {
  start(root, state && (JSON.parse(state.textContent) as Given))
}
