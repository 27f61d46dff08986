// The place in `/reports/`: the section, the period, what it is compared with, the filters, and how a section is
// shown; all of it in the address, so that a link keeps it and the back key goes through it.
import { placeInPage } from '../parts/follow-links.ts'
import { type Compare, type Period, periodAt, wordOf } from './period.ts'

export const filterNames = [
  'agency',
  'service',
  'counter',
  'zone',
  'class',
  'language',
  'weekday',
  'hour',
] as const
export type FilterName = (typeof filterNames)[number]
/** Ids that filter steps; one of each list must match. Without a list all do. */
export type Filters = Readonly<Partial<Record<FilterName, readonly string[]>>>

export interface Way {
  /** A section's id; empty for the first. */
  readonly section: string
  /** Null: the default one. */
  readonly period: Period | null
  readonly compare: Compare | null
  readonly filters: Filters
  /** How the section is shown: what it is split by, which figure. */
  readonly view: Readonly<Record<string, string>>
}

const ROOT = '/reports/'
const VIEWS = ['by', 'show', 'figure', 'id'] as const
/** Of the filters of one kind. */
const MOST_IDS = 50

/** What an address says; anything meaningless in it is left out. */
export function wayAt(path: string, query: string): Way {
  const given = new URLSearchParams(query)
  const compare = given.get('compare')
  const filters: Partial<Record<FilterName, readonly string[]>> = {}
  for (const name of filterNames) {
    const ids = [...new Set((given.get(name) ?? '').split(',').filter((id) => id !== ''))].slice(0, MOST_IDS)
    if (ids.length > 0) filters[name] = ids
  }
  const view: Record<string, string> = {}
  for (const name of VIEWS) {
    const value = given.get(name)
    if (value) view[name] = value
  }
  return {
    section: path.slice(ROOT.length).split('/')[0] ?? '',
    period: periodAt(given.get('period') ?? ''),
    compare: compare === 'before' || compare === 'year' ? compare : null,
    filters,
    view,
  }
}

/** The address of a way. */
export function pathTo({ section, period, compare, filters, view }: Way): string {
  const query: string[] = []
  if (period) query.push(`period=${wordOf(period)}`)
  if (compare) query.push(`compare=${compare}`)
  // Commas and ids stay unescaped, as people read links too.
  for (const name of filterNames)
    if (filters[name]?.length) query.push(`${name}=${filters[name].map(encodeURIComponent).join(',')}`)
  for (const name of VIEWS) if (view[name]) query.push(`${name}=${encodeURIComponent(view[name])}`)
  return `${ROOT}${section && `${section}/`}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** The filters with these names: a section is filtered only by what it shows, never by anything it hides. */
export function filtersOf(filters: Filters, names: readonly FilterName[]): Filters {
  return Object.fromEntries(names.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])))
}

/** The filters as a query of the API, without `&` at its start; empty without filters. */
export function queryOf(filters: Filters): string {
  return filterNames
    .flatMap((name) => (filters[name] ? [`${name}=${filters[name].map(encodeURIComponent).join(',')}`] : []))
    .join('&')
}

const first: Way = { section: '', period: null, compare: null, filters: {}, view: {} }
const place = placeInPage(ROOT, first, wayAt)
export const { here, hasMoved, followWays } = place

/** The same place but for this. */
export function go(change: Partial<Way>): void {
  place.go(pathTo({ ...here.peek(), ...change }))
}
