// The coming months as they will be: a table for each month, and below it, in words, the days that differ from the
// usual.
import { useEffect, useState } from 'preact/hooks'
import type { CalendarDay } from '../../../server/hall/hours.ts'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatMinute, formatMonth } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { draft } from '../draft/draft.ts'
import { pathTo } from '../shell/way.ts'
import { fullDay } from '../../../screens/full-day.ts'
import { dayAfter } from './days.ts'
import { spansWords, WEEKDAYS, weekdayName } from './spans.tsx'
import { timesText } from './texts.ts'

const MONTHS = 3
const MOST_MONTHS = 15

/** The first day of a month, some months after the one of `day`. */
function monthAfter(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}

export function Calendar({ today }: { today: string }) {
  const [count, setCount] = useState(MONTHS)
  const [days, setDays] = useState<readonly CalendarDay[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const saved = draft.saved.value
  const from = today === '' ? '' : monthAfter(today, 0)
  // It changes whenever the draft is saved.
  useEffect(() => {
    if (from === '') return undefined
    let isOver = false
    const to = dayAfter(monthAfter(from, count), -1)
    void fetchJson<{ days: CalendarDay[] }>(`/api/plan/calendar?from=${from}&to=${to}&draft=true`).then(
      (outcome) => {
        if (isOver) return
        setProblem(outcome.ok ? null : outcome.problem)
        if (outcome.ok) setDays(outcome.data.days)
        else if (outcome.problem.status === 401) sessionEnded()
      },
    )
    return () => {
      isOver = true
    }
  }, [from, count, saved ? saved.from : 0])
  const months = [...new Set((days ?? []).map(({ day }) => day.slice(0, 7)))]
  return (
    <section class="part" aria-labelledby="times-calendar">
      <h2 id="times-calendar">{timesText('part.calendar')}</h2>
      <p class="soft">
        {timesText(saved && saved.changedBy !== null ? 'calendarDraft' : 'calendarLead')}{' '}
        {draft.unsaved.value.length > 0 && timesText('calendarUnsaved')}
      </p>
      <ProblemLine problem={problem} />
      {months.map((month) => (
        <Month
          key={month}
          month={month}
          today={today}
          days={(days ?? []).filter(({ day }) => day.startsWith(month))}
        />
      ))}
      {days && count < MOST_MONTHS && (
        <Button kind="quiet" onPress={() => setCount(count + MONTHS)}>
          {timesText('moreMonths')}
        </Button>
      )}
    </section>
  )
}

interface MonthProps {
  month: string
  today: string
  days: readonly CalendarDay[]
}

function Month({ month, today, days }: MonthProps) {
  const name = formatMonth(month)
  const first = new Date(`${month}-01T00:00:00Z`).getUTCDay() || 7
  const cells: (CalendarDay | null)[] = [...Array.from({ length: first - 1 }, () => null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, nth) =>
    Array.from({ length: 7 }, (_, day) => cells[nth * 7 + day] ?? null),
  )
  // The effect of a period or of an agency's own week is not listed day by day.
  const special = days.filter(({ because }) => because && because.kind !== 'period')
  const periods = [
    ...new Set(
      days.flatMap(({ because }) => (because && because.kind === 'period' ? [pick(because.name)] : [])),
    ),
  ]
  return (
    <div class="month">
      <table>
        <caption>
          {name} {periods.length > 0 && <span class="soft">{periods.join(', ')}</span>}
        </caption>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col" abbr={weekdayName(day)}>
                {weekdayName(day).slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, nth) => (
            <tr key={nth}>
              {week.map((one, place) =>
                one ? (
                  <Day key={one.day} one={one} today={today} />
                ) : (
                  <td key={place} aria-label={timesText('noDay')} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {special.length > 0 && (
        <ul class="month-days">
          {special.map(({ day, spans, because, agencies }) => (
            <li key={day}>
              <a href={pathTo('times', day)}>{fullDay(day)}</a>: {because && pick(because.name)},{' '}
              {spansWords(spans)}
              {agencies.length > 0 && ` (${othersWords(agencies)})`}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Which agencies keep other hours than the hall; if most are closed, which are open. */
function othersWords(others: CalendarDay['agencies']): string {
  const all = draft.plan.value?.agencies ?? []
  const shortOf = (id: string) => all.find((one) => one.id === id)?.short ?? id
  const closed = new Set(others.filter(({ spans }) => spans.length === 0).map(({ agency }) => agency))
  const open = all.filter(({ id }) => !closed.has(id))
  const isOnly = open.length < closed.size
  const listed = others
    .filter(({ agency }) => !isOnly || !closed.has(agency))
    .map(({ agency, spans }) => `${shortOf(agency)}: ${spansWords(spans)}`)
  const only = timesText('onlyAgencies', { agencies: open.map(({ short }) => short).join(', ') })
  return [...(isOnly ? [only] : []), ...listed].join('; ')
}

function Day({ one, today }: { one: CalendarDay; today: string }) {
  const { day, spans, because } = one
  const isOther = because !== null && because.kind !== 'period'
  const names = [
    'day',
    spans.length === 0 && 'day-closed',
    isOther && 'day-other',
    day === today && 'day-today',
  ]
  const [first, last] = [spans[0], spans.at(-1)]
  return (
    <td class={names.filter(Boolean).join(' ')} aria-current={day === today ? 'date' : undefined}>
      <span class="day-number">
        {Number(day.slice(8))}
        {isOther && <span aria-hidden="true">*</span>}
      </span>
      <span class="day-hours">
        {first && last ? `${formatMinute(first.from)}–${formatMinute(last.to)}` : timesText('closed')}
      </span>
    </td>
  )
}
