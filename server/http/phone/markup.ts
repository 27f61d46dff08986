// Preact components as HTML text, for a page that must be readable without scripts. Only what our own page needs:
// components without state, no raw HTML. Every text and every attribute is escaped.
import { Fragment, isValidElement, type ComponentChildren, type VNode } from 'preact'
import { lookUp } from '../../hall/look-up.ts'

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

/** Handlers are the browser's; `aria-*` says false, every other attribute is left out then. */
function attribute([name, value]: [string, unknown]): string {
  if (name === 'children' || name === 'dangerouslySetInnerHTML' || typeof value === 'function') return ''
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean' && !name.startsWith('aria-')) return value ? ` ${name}` : ''
  return ` ${name}="${escaped(String(value as string | number | boolean))}"`
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as HTML, fit for an attribute in double quotes too. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => lookUp(ENTITIES, sign) ?? sign)
}
