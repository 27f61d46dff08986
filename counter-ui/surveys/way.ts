// The place in `/surveys/`: the section and the months it is about, in the address, so that a link keeps them and the
// back key goes through them.
import { signal } from '@preact/signals'
import { followLinks } from '../parts/follow-links.ts'

export const SECTIONS = ['questions', 'answers', 'words', 'follow-up', 'report'] as const
export type SectionId = (typeof SECTIONS)[number]

/** Months such as `2026-11`; `to` is included. */
export interface Months {
  readonly from: string
  readonly to: string
}

interface Way {
  /** Null: there is no such section. */
  readonly section: SectionId | null
  /** Null: the usual ones. */
  readonly months: Months | null
}

const ROOT = '/surveys/'
const MONTH = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/

/** What an address says; anything meaningless in it is left out. */
export function wayAt(path: string, query: string): Way {
  const name = path.slice(ROOT.length).split('/')[0] ?? ''
  const given = new URLSearchParams(query)
  const [from, to] = [given.get('from') ?? '', given.get('to') ?? '']
  return {
    section: name === '' ? 'questions' : (SECTIONS.find((one) => one === name) ?? null),
    months: MONTH.test(from) && MONTH.test(to) && from <= to ? { from, to } : null,
  }
}

/** The address of a section. */
export const pathTo = (section: SectionId, months: Months | null): string =>
  `${ROOT}${section}/${months ? `?from=${months.from}&to=${months.to}` : ''}`

export const here = signal<Way>({ section: 'questions', months: null })
/** Whether the person came from within the page, rather than by loading it. */
export const hasMoved = signal(false)

function look(): void {
  here.value = wayAt(location.pathname, location.search)
}

/** Changes the address as a link would: the back key undoes it. */
export function go(path: string): void {
  if (path === `${location.pathname}${location.search}`) return
  history.pushState(null, '', path)
  moved()
}

function moved(): void {
  hasMoved.value = true
  look()
}

/** Follows links and the back key from now on; returns how to end it. */
export function followWays(): () => void {
  look()
  return followLinks({
    root: ROOT,
    onBack: moved,
    onLink: ({ pathname, search }) => go(`${pathname}${search}`),
  })
}
