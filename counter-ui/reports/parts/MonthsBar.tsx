// Choosing whole months, for figures about nothing shorter: from one month to another, the span before or after, and
// the usual choices.
import { formatMonth } from '../../../screens/format.ts'
import { type Period, monthsFrom, moved, periodOf } from '../period.ts'
import { reportsText } from '../texts/index.ts'
import { go } from '../way.ts'
import { allOf, PeriodNow } from './PeriodBar.tsx'

interface MonthsBarProps {
  /** Of whole months. */
  period: Period
  today: string
  firstDay: string
}

export function MonthsBar({ period, today, firstDay }: MonthsBarProps) {
  const show = (next: Period) => go({ period: next })
  const [first, last] = [period.from.slice(0, 7), period.to.slice(0, 7)]
  const months = allOf(
    'month',
    firstDay < period.from ? firstDay : period.from,
    today > period.to ? today : period.to,
  ).map(({ from }) => from.slice(0, 7))
  return (
    <div class="period" role="group" aria-label={reportsText('period')}>
      <PeriodNow period={period} today={today} onMove={(by) => show(shifted(period, by))} />
      <div class="period-fields">
        <Month
          id="months-from"
          label={reportsText('period.fromMonth')}
          value={first}
          months={months}
          onMonth={(month) => show(monthsFrom(month, month > last ? month : last))}
        />
        <Month
          id="months-to"
          label={reportsText('period.toMonth')}
          value={last}
          months={months}
          onMonth={(month) => show(monthsFrom(month < first ? month : first, month))}
        />
      </div>
      <p class="period-quick">
        {quick(today).map(({ key, period: one }) => (
          <button
            key={key}
            type="button"
            class="quick"
            aria-pressed={one.from === period.from && one.to === period.to}
            onClick={() => show(one)}
          >
            {reportsText(`quick.${key}`)}
          </button>
        ))}
      </p>
    </div>
  )
}

interface MonthProps {
  id: string
  label: string
  value: string
  months: readonly string[]
  onMonth: (month: string) => void
}

function Month({ id, label, value, months, onMonth }: MonthProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} onChange={({ currentTarget }) => onMonth(currentTarget.value)}>
        {months.map((month) => (
          <option key={month} value={month} selected={month === value}>
            {formatMonth(month)}
          </option>
        ))}
      </select>
    </div>
  )
}

function quick(today: string) {
  const [month, year] = [periodOf('month', today), periodOf('year', today)]
  return [
    { key: 'thisMonth', period: month },
    { key: 'lastMonth', period: moved(month, -1) },
    { key: 'thisQuarter', period: periodOf('quarter', today) },
    { key: 'thisYear', period: year },
    { key: 'lastYear', period: moved(year, -1) },
  ] as const
}

/** Its own length later (1) or earlier (−1). */
function shifted(period: Period, by: 1 | -1): Period {
  if (period.kind !== 'free') return moved(period, by)
  const [first, last] = [monthNumber(period.from), monthNumber(period.to)]
  const count = (last - first + 1) * by
  return monthsFrom(monthAt(first + count), monthAt(last + count))
}

/** Months since the year 0. */
const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const monthAt = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
