// The whole page of one visit. It is drawn twice by the same code: on the server for a browser without scripts, and in
// the browser, which then adds what can be pressed. That is why nothing here keeps a state or asks anybody.
import type { ComponentChildren } from 'preact'
import type { VisitPlan, VisitView } from '../../server/live/visit.ts'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { formatTime } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { Call } from './Call.tsx'
import { Frame, type FrameProps } from './Frame.tsx'
import { Headline } from './Headline.tsx'
import { Papers } from './Papers.tsx'
import { SlipNotice } from './SlipNotice.tsx'
import { lacksSlip, nextStep, standingOf } from './standing.ts'
import { Steps } from './Steps.tsx'
import { phoneText } from './texts/index.ts'
import { Zones } from './Zones.tsx'

/** What can be pressed; none of it without scripts. */
export interface Tools {
  readonly alert: ComponentChildren
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
  readonly tools: Tools | null
}

export function Page({ view: { visit }, plan, at, stale, tools, ...frame }: PageProps) {
  const now = Date.parse(at)
  const standing = standingOf(visit.steps, plan.walkSeconds, now)
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
        {visit.notice && !stale && <p class="headline">{pick(visit.notice)}</p>}
        {!isOver && lacksSlip(visit, now) && <SlipNotice kept={tools && !stale && tools.kept} />}
        {!isOver && tools && tools.alert}
        <Steps plan={plan} steps={visit.steps} isAtCounter={isAtCounter} />
        {mayAct && (standing.is === 'waiting' || standing.is === 'soon' || standing.is === 'once') && (
          <div class="action">{tools.late}</div>
        )}
        {!isOver && <Papers plan={plan} steps={visit.steps} next={nextStep(visit.steps, standing)} />}
        {!isOver && <Zones plan={plan} steps={visit.steps} standing={standing} />}
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
