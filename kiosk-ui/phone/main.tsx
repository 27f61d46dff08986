// The visitor's own page on a phone, `/t/<token>`: where the number stands. Small, for weak networks. The server has
// drawn it already; this makes it live: it follows the connection, and has the buttons.
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
import { timeZone, formatNumber } from '../../screens/format.ts'
import { language, pick } from '../../screens/i18n.ts'
import { browserIo, connectLive, type Live } from '../../screens/live.ts'
import { makeAlerts, followCalls, type Alerts } from './alert.ts'
import { lookForAnswers, hasAnswer } from '../complaint/kept.ts'
import { BareButton } from '../../screens/components/BareButton.tsx'
import { CHECK, Drawing, SPEAKER } from '../../screens/drawing.tsx'
import { standingText } from '../../screens/texts/standing.ts'
import { Ask, Send } from './Ask.tsx'
import { Frame, UnknownVisit } from './Frame.tsx'
import { type OwnPlan, keepPlan, titleOf } from './own-plan.ts'
import { Page, type PageTools } from './Page.tsx'
import { phoneText } from './texts.ts'
import { keepVisit } from './visit-kept.ts'
import { sleeplessClock } from './wake.ts'
import { after } from '../../screens/timer.ts'

export interface AppProps {
  live: Live<VisitView>
  plan: OwnPlan
  /** What came with the page, shown until the first message. */
  given: { view: VisitView; at: string } | null
  alerts: Alerts
  token: string
}

function Phone({ live, plan, given, alerts, token }: AppProps) {
  const view = live.view.value ?? (given && given.view)
  const at = live.at.value ?? (given && given.at)
  const own = plan.value.value
  const isUnknown = live.refused.value === 'no-such-topic'
  const freshness = live.freshness.value
  const banner = {
    freshness: isUnknown ? 'live' : freshness,
    refused: isUnknown ? null : live.refused.value,
    hall: (view && view.hall) ?? null,
  } as const
  const frame = { banner, onLanguage: changeLanguage }
  if (isUnknown || !view || !own || !at) {
    return (
      <Frame {...frame} name={own && own.name}>
        {isUnknown ? (
          <UnknownVisit short={false} />
        ) : (
          <main class="main">
            <h1 class="title">{phoneText('yourNumber')}</h1>
            <p class="quiet">{standingText('connecting')}</p>
          </main>
        )}
      </Frame>
    )
  }
  const tools = toolsFor(token, view, own, alerts)
  return <Page {...frame} view={view} plan={own} at={at} stale={freshness === 'stale'} tools={tools} />
}

function changeLanguage(other: string): void {
  language.value = other
  history.replaceState(null, '', `?lang=${other}`)
}

function toolsFor(token: string, { visit }: VisitView, plan: VisitPlan, alerts: Alerts): PageTools {
  const { number, steps } = visit
  const path = `/api/visits/${token}`
  const minutes = formatNumber(Math.ceil(plan.lateSeconds / 60))
  // A new call closes whatever is open: nothing may cover it.
  const calls = steps.reduce((sum, step) => sum + step.calls, 0)
  return {
    answered: hasAnswer.value && (
      <p class="headline" role="status">
        <a href={`/complaint/?lang=${language.value}`}>{phoneText('answered')}</a>
      </p>
    ),
    place: plan.places && <Places path={`${path}/place`} places={plan.places} place={visit.place} />,
    alert: alerts.possible && <AlertButton alerts={alerts} />,
    again: <Send path={`${path}/late`} words={phoneText('callMeAgain')} />,
    kept: <Send path={`${path}/kept`} words={phoneText('slipKept')} />,
    late: (
      <Ask
        key={`late ${calls}`}
        path={`${path}/late`}
        kind="plain"
        words={phoneText('late')}
        title={phoneText('lateTitle')}
        hint={phoneText('lateHint', { number, minutes })}
        yes={phoneText('lateYes')}
        no={phoneText('lateNo')}
      />
    ),
    cancel: (
      <Ask
        key={`cancel ${calls}`}
        path={`${path}/cancel`}
        kind="danger"
        words={phoneText('cancel')}
        title={phoneText('cancelTitle', { number })}
        hint={phoneText('cancelHint')}
        yes={phoneText('cancelYes')}
        no={phoneText('keep')}
      />
    ),
  }
}

// Where the visitor waits: anyone farther away is told to come earlier.
interface PlacesProps {
  path: string
  places: NonNullable<VisitPlan['places']>
  /** Absent: in the waiting areas. */
  place: string | undefined
}

function Places({ path, places, place }: PlacesProps) {
  const button = (id: string | null, words: string) => (
    <Send key={id} path={path} words={words} body={{ place: id }} pressed={(place || null) === id} />
  )
  return (
    <section class="waits">
      <h2 class="subtitle">{phoneText('places')}</h2>
      {button(null, phoneText('inZone'))}
      {places.map(({ id, name }) => button(id, pick(name)))}
    </section>
  )
}

function AlertButton({ alerts }: { alerts: Alerts }) {
  const on = alerts.on.value
  return (
    <div class="alert">
      <BareButton
        mark={<Drawing path={on ? CHECK : SPEAKER} />}
        pressed={on}
        onPress={() => alerts.turn(!on)}
      >
        {phoneText(on ? 'alertIsOn' : 'alertOn')}
      </BareButton>
      {on && <p class="quiet">{phoneText('alertHint')}</p>}
    </div>
  )
}

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
