// The whole page of one visit. The same code draws it twice: on the server for a browser without scripts, and in the
// browser, which then adds what can be pressed. That is why nothing here keeps state or fetches anything.
import type { ComponentChildren } from 'preact'
import type { VisitPlan, VisitView } from '../../server/live/visit.ts'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { formatTime, formatNumber } from '../../screens/format.ts'
import { language, pick } from '../../screens/i18n.ts'
import { Drawing, TICKET } from '../../screens/drawing.tsx'
import { type FrameProps, Frame } from './Frame.tsx'
import { counterName, serviceOf, zonesOf, counterOf } from './own-plan.ts'
import { type VisitStanding, type VisitStep, lacksSlip, nextStep, visitStandingOf } from './visit-standing.ts'
import { phoneText } from './texts.ts'
import { PhonePapers, PhoneZones, Steps } from './Steps.tsx'

/** What can be pressed; none of it without scripts. */
export interface PageTools {
  readonly answered: ComponentChildren
  readonly alert: ComponentChildren
  readonly place: ComponentChildren
  readonly late: ComponentChildren
  readonly again: ComponentChildren
  readonly kept: ComponentChildren
  readonly cancel: ComponentChildren
}

export interface PageProps extends Omit<FrameProps, 'name' | 'children'> {
  readonly view: VisitView
  readonly plan: VisitPlan
  /** The server's clock, ISO 8601: how fresh the view is. */
  readonly at: string
  /** The connection was lost too long ago for anything to be shown as true. */
  readonly stale: boolean
  /** Null on the server. */
  readonly tools: PageTools | null
}

export function Page({ view: { visit }, plan, at, stale, tools, ...frame }: PageProps) {
  const now = Date.parse(at)
  const standing = visitStandingOf(visit.steps)
  const isOver = standing.is === 'over' || standing.is === 'cancelled' || standing.is === 'expired'
  const isAtCounter = standing.is === 'called' || standing.is === 'serving'
  const isCalled = standing.is === 'called' && !stale
  const mayAct = tools !== null && !stale && !isOver
  return (
    <Frame {...frame} name={plan.name}>
      {isCalled && <Call plan={plan} visit={visit} step={standing.step} />}
      <main class={stale ? 'main stale' : 'main'}>
        {!isCalled && (
          <>
            <h1 class="title">{phoneText('yourNumber')}</h1>
            <p class={`number number-${visit.number.length}`}>
              <NumberPlate
                number={visit.number}
                size="huge"
                tone={standing.is === 'serving' && !stale ? 'serving' : 'plain'}
              />
            </p>
          </>
        )}
        <p class="as-of figures">{phoneText(stale ? 'asOfStale' : 'asOf', { time: formatTime(at) })}</p>
        {!isCalled && <Headline plan={plan} standing={standing} again={tools && !stale && tools.again} />}
        {tools && tools.answered}
        {visit.notice && !stale && <p class="headline">{pick(visit.notice)}</p>}
        {isOver && visit.surveys && visit.surveys.length > 0 && (
          <p class="action">
            <a class="button button-primary" href={surveyHref(visit.surveys)}>
              {phoneText('rate')}
            </a>
          </p>
        )}
        {!isOver && lacksSlip(visit, now) && <SlipNotice kept={tools && !stale && tools.kept} />}
        {!isOver && tools && tools.alert}
        {mayAct && !isAtCounter && tools.place}
        <Steps plan={plan} steps={visit.steps} isAtCounter={isAtCounter} />
        {mayAct && (standing.is === 'waiting' || standing.is === 'soon' || standing.is === 'once') && (
          <div class="action">{tools.late}</div>
        )}
        {!isOver && <PhonePapers plan={plan} steps={visit.steps} next={nextStep(visit.steps, standing)} />}
        {!isOver && <PhoneZones plan={plan} steps={visit.steps} standing={standing} />}
        {mayAct && standing.is !== 'serving' && <div class="action">{tools.cancel}</div>}
        {!tools && !isOver && (
          <noscript>
            <p class="quiet">{phoneText('askReception')}</p>
            <p class="quiet">{phoneText('refreshes')}</p>
          </noscript>
        )}
      </main>
    </Frame>
  )
}

/** The rights come after the `#`, so they are neither sent with the address nor logged. */
function surveyHref(surveys: readonly { right: string }[]): string {
  return `/survey/?lang=${language.value}#${surveys.map(({ right }) => right).join()}`
}

// Called now: the one thing that fills the screen, readable at arm's length while walking.
interface CallProps {
  plan: VisitPlan
  visit: VisitView['visit']
  step: VisitStep
}

function Call({ plan, visit: { number, comeToMe }, step }: CallProps) {
  const counter = counterOf(plan, step.counter)
  const [zone] = counter ? zonesOf(plan, [counter.zone]) : []
  return (
    <section class="call" role="alert">
      <p class="call-now">{phoneText('now')}</p>
      {step.calls > 1 && <p>{phoneText('calledAgain', { times: formatNumber(step.calls) })}</p>}
      <h1 class="call-where">
        <span class="call-go">{phoneText(comeToMe ? 'comes' : 'goTo')}</span>{' '}
        <span>{counterName(plan, step.counter)}</span>
      </h1>
      {zone && !comeToMe && (
        <p class="call-zone">
          <b>{pick(zone.name)}</b>
          <br />
          {pick(zone.where)}
        </p>
      )}
      <p class="call-number">
        <NumberPlate number={number} size="large" tone="plain" />
      </p>
      <p class="call-hint">{phoneText('cannotCome')}</p>
    </section>
  )
}

// The slip did not come out, and a visitor who may not hold the number is not called: here the visitor confirms it.

/** `kept` is the button; without it the visitor must ask the staff. */
function SlipNotice({ kept }: { kept: ComponentChildren }) {
  return (
    <section class="notice">
      <p class="notice-title">
        <Drawing path={TICKET} /> <b>{phoneText('slipTitle')}</b>
      </p>
      <p>{phoneText(kept ? 'slipHint' : 'slipAsk')}</p>
      {kept}
    </section>
  )
}

// What the visitor must know or do now, in one card under the number. Screen readers read it aloud when it changes.

export interface HeadlineProps {
  plan: VisitPlan
  standing: VisitStanding
  /** The button that brings a missed number back. */
  again: ComponentChildren
}

function Headline({ plan, standing, again }: HeadlineProps) {
  const words = wordsFor(plan, standing, Boolean(again))
  return (
    <div role="status">
      {words && (
        <div class={`headline headline-${standing.is}`}>
          <p class="headline-title">{words[0]}</p>
          {words[1] && <p>{words[1]}</p>}
          {(standing.is === 'soon' || standing.is === 'once') && <Place plan={plan} step={standing.step} />}
          {standing.is === 'missed' && again}
        </div>
      )}
    </div>
  )
}

function wordsFor(plan: VisitPlan, standing: VisitStanding, mayAsk: boolean): [string, string] | null {
  switch (standing.is) {
    case 'serving':
      return [phoneText('servedAt', { counter: counterName(plan, standing.step.counter) }), '']
    case 'missed': {
      const minutes = formatNumber(Math.ceil(plan.lateSeconds / 60))
      return [
        phoneText('missedTitle'),
        mayAsk ? phoneText('missedHint', { minutes }) : phoneText('missedAsk'),
      ]
    }
    case 'held': {
      const { callableFrom } = standing.step
      return [
        phoneText('heldTitle'),
        callableFrom ? phoneText('heldUntil', { time: formatTime(callableFrom) }) : phoneText('heldHint'),
      ]
    }
    case 'once':
      return [phoneText('onceTitle'), phoneText('missedAsk')]
    case 'soon':
      return [phoneText('soonTitle'), phoneText('soonHint')]
    case 'cancelled':
      return [phoneText('cancelledTitle'), phoneText('cancelledHint')]
    case 'expired':
      return [phoneText('expiredTitle'), phoneText('expiredHint')]
    case 'over':
      return [phoneText('overTitle'), phoneText('overHint')]
    default:
      return null
  }
}

function Place({ plan, step }: { plan: VisitPlan; step: VisitStep }) {
  const service = serviceOf(plan, step.service)
  return (
    <>
      {zonesOf(plan, service ? service.zones : []).map((zone) => (
        <p key={zone.id}>
          <b>{pick(zone.name)}</b>
          <br />
          {pick(zone.where)}
        </p>
      ))}
    </>
  )
}
