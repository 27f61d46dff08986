// Preact components as HTML text, for pages that must be readable without scripts. It does only what our own pages
// need: components without state, no raw HTML. Every text and every attribute is escaped.
import { type ComponentChildren, Fragment, type VNode, isValidElement } from 'preact'
import { timeZone } from '../../../screens/format.ts'
import { language } from '../../../screens/i18n.ts'
import { lookUp } from '../../hall/look-up.ts'
import type { Language } from './language.ts'

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

/** The components read the language from the one page they run in; here it is set while a page is drawn. */
export function inLanguage<T>(spoken: Language, zone: string | undefined, draw: () => T): T {
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

/** A page as the build made it, with its language, title and content; `head` and `script` are HTML. */
export function filled(built: string, spoken: Language, { title, head, body, script }: Parts): string {
  return built
    .replace('<html lang="id"', () => `<html lang="${spoken}"`)
    .replace(/<title>.*?<\/title>/, () => `<title>${escaped(title)}</title>${head}`)
    .replace('<div id="app"></div>', () => `<div id="app">${body}</div>${script}`)
}
