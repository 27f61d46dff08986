// Choosing the period: whole months, for figures that are of nothing shorter, or any days.
import { formatMonth } from '../../../screens/format.ts'
import {
  type Period,
  monthsFrom,
  moved,
  periodOf,
  type Compare,
  type Kind,
  isDay,
  kinds,
  periodAt,
  periodWords,
  wordOf,
} from '../period.ts'
import { reportsText } from '../texts/index.ts'
import { go, here } from '../way.ts'
import { Button } from '../../../screens/components/Button.tsx'

interface PeriodNowProps {
  period: Period
  today: string
  onMove: (by: 1 | -1) => void
}

/** The period in words, between the buttons to the one before and the one after; none begins after `today`. */
function PeriodNow({ period, today, onMove }: PeriodNowProps) {
  return (
    <div class="period-now">
      <Button
        kind="plain"
        icon="arrow-left"
        label={reportsText('period.before')}
        onPress={() => onMove(-1)}
      />
      <p class="period-words" role="status">
        {periodWords(period)}
      </p>
      <Button
        kind="plain"
        icon="arrow-right"
        label={reportsText('period.after')}
        disabled={period.to >= today}
        onPress={() => onMove(1)}
      />
    </div>
  )
}

interface PeriodBarProps {
  period: Period
  today: string
  firstDay: string
  compares: boolean
}

export function PeriodBar({ period, today, firstDay, compares }: PeriodBarProps) {
  const show = (next: Period) => go({ period: next })
  const { compare } = here.value
  return (
    <div class="period" role="group" aria-label={reportsText('period')}>
      <PeriodNow period={period} today={today} onMove={(by) => show(moved(period, by))} />
      <div class="period-fields">
        <div class="field">
          <label for="period-kind">{reportsText('period.kind')}</label>
          <select
            id="period-kind"
            onChange={({ currentTarget }) => {
              const kind = kinds.find((one) => one === currentTarget.value)
              if (kind) show(ofKind(kind, period, today))
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === period.kind}>
                {reportsText(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <Which period={period} today={today} firstDay={firstDay} onShow={show} />
        {compares && (
          <div class="field">
            <label for="period-compare">{reportsText('compare')}</label>
            <select
              id="period-compare"
              onChange={({ currentTarget }) =>
                go({ compare: (currentTarget.value || null) as Compare | null })
              }
            >
              <option value="">{reportsText('compare.none')}</option>
              {(['before', 'year'] as const).map((one) => (
                <option key={one} value={one} selected={one === compare}>
                  {reportsText(`compare.${one}`)}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <p class="period-quick">
        {quick(today).map(({ key, period: one }) => (
          <button
            key={key}
            type="button"
            class="quick"
            aria-pressed={wordOf(one) === wordOf(period)}
            onClick={() => show(one)}
          >
            {reportsText(`quick.${key}`)}
          </button>
        ))}
      </p>
    </div>
  )
}

/** The usual choices. */
function quick(today: string) {
  const [week, month] = [periodOf('week', today), periodOf('month', today)]
  return [
    { key: 'today', period: periodOf('day', today) },
    { key: 'thisWeek', period: week },
    { key: 'lastWeek', period: moved(week, -1) },
    { key: 'thisMonth', period: month },
    { key: 'lastMonth', period: moved(month, -1) },
    { key: 'thisYear', period: periodOf('year', today) },
  ] as const
}

/** Another kind of period around the same days: within a whole that contains today, the part with today in it. */
function ofKind(kind: Kind, { from, to }: Period, today: string): Period {
  if (kind === 'free') return { kind, from, to }
  return periodOf(kind, from <= today && today <= to ? today : from)
}

interface WhichProps {
  period: Period
  today: string
  firstDay: string
  onShow: (period: Period) => void
}

function Which({ period, today, firstDay, onShow }: WhichProps) {
  const { kind, from, to } = period
  if (kind === 'free')
    return (
      <>
        <Day
          id="period-from"
          label={reportsText('period.from')}
          value={from}
          onDay={(day) => onShow({ kind, from: day, to: day > to ? day : to })}
        />
        <Day
          id="period-to"
          label={reportsText('period.to')}
          value={to}
          onDay={(day) => onShow({ kind, from: day < from ? day : from, to: day })}
        />
      </>
    )
  if (kind === 'day' || kind === 'week')
    return (
      <Day
        id="period-day"
        label={reportsText(kind === 'day' ? 'period.day' : 'period.inWeek')}
        value={from}
        onDay={(day) => onShow(periodOf(kind, day))}
      />
    )
  return (
    <div class="field">
      <label for="period-which">{reportsText('period.which')}</label>
      <select
        id="period-which"
        onChange={({ currentTarget }) => onShow(periodAt(currentTarget.value) ?? period)}
      >
        {allOf(kind, firstDay < from ? firstDay : from, today > to ? today : to).map((one) => (
          <option key={wordOf(one)} value={wordOf(one)} selected={wordOf(one) === wordOf(period)}>
            {kind === 'month' ? formatMonth(wordOf(one)) : periodWords(one)}
          </option>
        ))}
      </select>
    </div>
  )
}

interface DayProps {
  id: string
  label: string
  value: string
  onDay: (day: string) => void
}

function Day({ id, label, value, onDay }: DayProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        key={value}
        defaultValue={value}
        onChange={({ currentTarget }) => {
          if (isDay(currentTarget.value)) onDay(currentTarget.value)
        }}
      />
    </div>
  )
}

/** A list to choose from covers at most ten years of months. */
const MOST = 130

/** All periods of a kind from one day to another, the newest first. */
function allOf(kind: Kind, first: string, last: string): Period[] {
  const all: Period[] = []
  for (let one = periodOf(kind, last); one.to >= first && all.length < MOST; one = moved(one, -1))
    all.push(one)
  return all
}

// Choosing whole months, for figures about nothing shorter: from one month to another, the span before or after, and
// the usual choices.

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
        {quickMonths(today).map(({ key, period: one }) => (
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

function quickMonths(today: string) {
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
