// Preact components as HTML text, for a page that must be readable without scripts. Only what our own page needs:
// components without state, no raw HTML. Every text and every attribute is escaped.
import { type ComponentChildren, Fragment, type VNode, h, isValidElement } from 'preact'
import { Frame, UnknownVisit } from '../../../kiosk-ui/phone/Frame.tsx'
import { Page } from '../../../kiosk-ui/phone/Page.tsx'
import { isEnded } from '../../../kiosk-ui/phone/visit-standing.ts'
import { phoneText } from '../../../kiosk-ui/phone/texts/index.ts'
import { titleOf } from '../../../kiosk-ui/phone/names.ts'
import { timeZone } from '../../../screens/format.ts'
import { language } from '../../../screens/i18n.ts'
import { lookUp } from '../../hall/look-up.ts'
import type { Text } from '../../hall/plan.ts'
import type { VisitPlan, VisitView } from '../../live/visit.ts'
import type { Language } from '../ground/language.ts'

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta', 'link'])

/** The HTML of a tree of components, each called once. @throws when a component needs a browser (state, effects) */
export function markup(children: ComponentChildren): string {
  if (children === null || children === undefined || typeof children === 'boolean') return ''
  if (Array.isArray(children)) return children.map(markup).join('')
  if (isValidElement(children)) return element(children as VNode<Props>)
  if (typeof children === 'object') throw new Error('a page is made of elements and texts')
  return escaped(String(children))
}

interface Props {
  readonly children?: ComponentChildren
  readonly [name: string]: unknown
}

function element({ type, props }: VNode<Props>): string {
  if (type === Fragment) return markup(props.children)
  if (typeof type === 'function') {
    const component = type as (given: Props) => ComponentChildren
    return markup(component(props))
  }
  const attributes = Object.entries(props).map(attribute).join('')
  return VOID.has(type)
    ? `<${type}${attributes}>`
    : `<${type}${attributes}>${markup(props.children)}</${type}>`
}

/** Handlers are the browser's; `aria-*` can be false, any other attribute is then left out. */
function attribute([name, value]: [string, unknown]): string {
  if (name === 'children' || name === 'dangerouslySetInnerHTML' || typeof value === 'function') return ''
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean' && !name.startsWith('aria-')) return value ? ` ${name}` : ''
  return ` ${name}="${escaped(String(value as string | number | boolean))}"`
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as HTML, also safe for an attribute in double quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => lookUp(ENTITIES, sign) ?? sign)
}

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

/** The page for a token that nobody holds; `short`: the token is incomplete. */
export function drawUnknown(built: string, spoken: Language, name: Text, short: boolean): string {
  return inLanguage(spoken, undefined, () => {
    const banner = { freshness: 'live' } as const
    const body = markup(h(Frame, { banner, name, onLanguage: null, children: h(UnknownVisit, { short }) }))
    return filled(built, spoken, { title: phoneText('unknownTitle'), head: '', body, script: '' })
  })
}

/** The components read the language from the one page they run in; here it is set while a page is drawn. */
function inLanguage<T>(spoken: Language, zone: string | undefined, draw: () => T): T {
  language.value = spoken
  timeZone.value = zone
  return draw()
}

interface Parts {
  readonly title: string
  readonly head: string
  readonly body: string
  readonly script: string
}

function filled(built: string, spoken: Language, { title, head, body, script }: Parts): string {
  return built
    .replace('<html lang="id"', () => `<html lang="${spoken}"`)
    .replace(/<title>.*?<\/title>/, () => `<title>${escaped(title)}</title>${head}`)
    .replace('<div id="app"></div>', () => `<div id="app">${body}</div>${script}`)
}
