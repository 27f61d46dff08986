// The place in `/surveys/`: the section and the months it is about, in the address, so that a link keeps them and the
// back key goes through them. Months are whole: the survey tells nothing about anything shorter.
import { useId } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import { formatMonth } from '../../screens/format.ts'
import { surveysText } from './texts.ts'
import { placeInPage } from '../parts/follow-links.ts'

/** The month `count` months later, or earlier: `2026-11`. */
export function monthsLater(month: string, count: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** A list to choose from covers at most ten years. */
const MOST = 120

/** All months from one to another, the newest first. */
export function monthsBetween(first: string, last: string): string[] {
  const all: string[] = []
  for (let month = last; month >= first && all.length < MOST; month = monthsLater(month, -1)) all.push(month)
  return all
}

interface MonthFieldProps {
  label: string
  value: string
  months: readonly string[]
  onMonth: (month: string) => void
}

export function MonthField({ label, value, months, onMonth }: MonthFieldProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} onChange={({ currentTarget }) => onMonth(currentTarget.value)}>
        {(months.includes(value) ? months : [value, ...months]).map((month) => (
          <option key={month} value={month} selected={month === value}>
            {formatMonth(month)}
          </option>
        ))}
      </select>
    </div>
  )
}

interface SpanProps {
  section: SectionId
  months: Months
  /** The first month with any data, and this one. */
  first: string
  last: string
}

/** From one month to another, in the address. */
export function Span({ section, months: { from, to }, first, last }: SpanProps) {
  const all = monthsBetween(first < from ? first : from, last > to ? last : to)
  return (
    <>
      <MonthField
        label={surveysText('fromMonth')}
        value={from}
        months={all}
        onMonth={(month) => go(pathTo(section, { from: month, to: month > to ? month : to }))}
      />
      <MonthField
        label={surveysText('toMonth')}
        value={to}
        months={all}
        onMonth={(month) => go(pathTo(section, { from: month < from ? month : from, to: month }))}
      />
    </>
  )
}

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

const first: Way = { section: 'questions', months: null }
export const { here, hasMoved, go, followWays } = placeInPage(ROOT, first, wayAt)

/** What every section is given. */
export interface SectionProps {
  readonly hall: Hall
  /** From the address, else the usual ones. */
  readonly months: Months
  /** The month of the hall's first day, and this one. */
  readonly first: string
  readonly now: string
  /** The hall's day. */
  readonly today: string
}
