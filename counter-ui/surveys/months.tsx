// Choosing whole months: the survey tells nothing about anything shorter.
import { useId } from 'preact/hooks'
import { formatMonth } from '../../screens/format.ts'
import { surveysText } from './texts/index.ts'
import { type Months, type SectionId, go, pathTo } from './way.ts'

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
