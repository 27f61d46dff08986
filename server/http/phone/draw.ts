// The page of a visit as HTML: drawn by the components that the phone's own script uses, so that it reads the same
// without it.
import { h } from 'preact'
import { Frame, UnknownVisit } from '../../../kiosk-ui/phone/Frame.tsx'
import { Page } from '../../../kiosk-ui/phone/Page.tsx'
import { isEnded } from '../../../kiosk-ui/phone/visit-standing.ts'
import { phoneText } from '../../../kiosk-ui/phone/texts.ts'
import { titleOf } from '../../../kiosk-ui/phone/own-plan.ts'
import type { Text } from '../../hall/plan.ts'
import type { VisitPlan, VisitView } from '../../live/visit.ts'
import type { Language } from '../ground/language.ts'
import { filled, inLanguage, markup } from '../ground/markup.ts'

/** Everything that the page of a visit shows; also sent along for the scripts. `at` is ISO 8601. */
export interface State {
  readonly view: VisitView
  readonly plan: VisitPlan
  readonly at: string
}

/** Seconds after which a browser without scripts asks again. */
const REFRESH_SECONDS = 30

/** The page of a visit. `built` is the page as the build made it. */
export function drawVisit(built: string, spoken: Language, state: State): string {
  return inLanguage(spoken, state.plan.timeZone, () => {
    const { view, plan, at } = state
    const banner = { freshness: 'live', refused: null, hall: view.hall ?? null } as const
    const body = markup(h(Page, { banner, onLanguage: null, view, plan, at, stale: false, tools: null }))
    const again = view.visit.steps.every(isEnded)
      ? ''
      : `<noscript><meta http-equiv="refresh" content="${REFRESH_SECONDS}"></noscript>`
    // Data, not a script: the policy allows it. A `<` in it could end the block.
    const data = JSON.stringify(state).replaceAll('<', '\\u003c')
    const script = `<script type="application/json" id="state">${data}</script>`
    return filled(built, spoken, { title: titleOf(view, plan), head: again, body, script })
  })
}

/** The page for a token that nobody holds; `short`: the token was cut short. */
export function drawUnknown(built: string, spoken: Language, name: Text, short: boolean): string {
  return inLanguage(spoken, undefined, () => {
    const banner = { freshness: 'live' } as const
    const body = markup(h(Frame, { banner, name, onLanguage: null, children: h(UnknownVisit, { short }) }))
    return filled(built, spoken, { title: phoneText('unknownTitle'), head: '', body, script: '' })
  })
}
