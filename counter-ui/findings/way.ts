// What is shown, in the address: `#note`, `#write`, `#facilities`, `#visits`, `#visit=…`, `#finding=…`, and the filter as its query, so that
// a link leads to it and *back* works.
import { signal } from '@preact/signals'

export type Way =
  | { at: 'list' | 'note' | 'facilities' | 'visits' }
  | { at: 'write'; visit: string | null }
  | { at: 'finding' | 'since'; id: string }

export interface Filter {
  source: string
  state: string
  owner: string | null
  agency: string
  overdue: boolean
  facility: boolean
}

export const noFilter: Filter = {
  source: '',
  state: '',
  owner: null,
  agency: '',
  overdue: false,
  facility: false,
}

export const way = signal<Way>(read())
export const filter = signal<Filter>(readFilter())

function read(): Way {
  const [name = '', id = ''] = location.hash.slice(1).split('=')
  const whole = safely(id)
  if (name === 'finding' && whole !== '') return { at: 'finding', id: whole }
  if (name === 'visit' && whole !== '') return { at: 'since', id: whole }
  if (name === 'write') return { at: 'write', visit: whole === '' ? null : whole }
  return name === 'note' || name === 'facilities' || name === 'visits' ? { at: name } : { at: 'list' }
}

function safely(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return ''
  }
}

/** Follows the address from now on. */
export function followAddress(): () => void {
  const look = () => {
    way.value = read()
    window.scrollTo(0, 0)
  }
  window.addEventListener('hashchange', look)
  return () => window.removeEventListener('hashchange', look)
}

/** The address of a place on the page, for a link or to go there. */
export function hrefOf(to: Way): string {
  if (to.at === 'finding') return `#finding=${encodeURIComponent(to.id)}`
  if (to.at === 'since') return `#visit=${encodeURIComponent(to.id)}`
  if (to.at === 'write') return to.visit === null ? '#write' : `#write=${encodeURIComponent(to.visit)}`
  return `#${to.at}`
}

export function go(to: Way): void {
  location.hash = hrefOf(to)
}

function readFilter(): Filter {
  const asked = new URLSearchParams(location.search)
  const text = (name: string) => (asked.get(name) ?? '').slice(0, 100)
  return {
    source: text('source'),
    state: text('state'),
    owner: asked.has('owner') ? text('owner') : null,
    agency: text('agency'),
    overdue: asked.has('overdue'),
    facility: asked.has('facility'),
  }
}

/** The query for the list. */
export function queryOf({ source, state, owner, agency, overdue, facility }: Filter): URLSearchParams {
  const query = new URLSearchParams()
  if (source !== '') query.set('source', source)
  if (state !== '') query.set('state', state)
  if (owner !== null) query.set('owner', owner)
  if (agency !== '') query.set('agency', agency)
  if (overdue) query.set('overdue', '1')
  if (facility) query.set('facility', '1')
  return query
}

/** Filters, and puts that into the address; anything else there (the language) stays. */
export function filterBy(next: Filter): void {
  filter.value = next
  const query = queryOf(next)
  const lang = new URLSearchParams(location.search).get('lang')
  if (lang !== null) query.set('lang', lang)
  const text = query.toString()
  history.replaceState(null, '', `${location.pathname}${text === '' ? '' : `?${text}`}${location.hash}`)
}
