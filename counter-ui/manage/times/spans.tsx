// Opening times in forms: the spans of one day, and the seven days of a week.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Span, Week } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatMinute, locale } from '../../../screens/format.ts'
import { Faults } from '../form/fields.tsx'
import type { FieldOf } from '../form/use-fields.ts'
import { timesText } from './texts.ts'
import './times.css'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

const DAY_MINUTES = 1440
const HOUR = 60
/** What is offered if a day has no hours yet. */
const MORNING: Span = { from: 8 * HOUR, to: 12 * HOUR }

/** `Senin`, for an ISO weekday. 1 January 2024 was a Monday. */
export function weekdayName(weekday: number): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  )
}

/** `08.00–12.00, 13.00–15.30`; `tutup` if there are none. */
export function spansWords(spans: readonly Span[]): string {
  if (spans.length === 0) return timesText('closed')
  return spans.map(({ from, to }) => `${formatMinute(from)}–${formatMinute(to)}`).join(', ')
}

/**
 * Written as in Indonesia (`08.00`), as elsewhere (`8:00`), or in a hurry (`8`, `0800`); `24.00` is the day's end.
 * Null: not a time.
 */
function minuteOf(text: string): number | null {
  const [, hour = '', minute = '0'] = /^\s*(\d{1,2})(?:\s*[.:,]?\s*(\d{2}))?\s*$/.exec(text) ?? []
  if (hour === '' || Number(minute) > 59) return null
  const minutes = Number(hour) * HOUR + Number(minute)
  return minutes <= DAY_MINUTES ? minutes : null
}

interface TimeInputProps {
  id: string | undefined
  label: string
  value: number
  onChange: (minute: number) => void
}

/** A time of day, on a 24-hour clock whatever the browser's language; anything else stays as typed and is marked. */
function TimeInput({ id, label, value, onChange }: TimeInputProps) {
  const [typed, type] = useState<string | null>(null)
  const isWrong = typed !== null && minuteOf(typed) === null
  return (
    <input
      id={id}
      type="text"
      class="time"
      inputMode="decimal"
      autoComplete="off"
      size={5}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={typed ?? formatMinute(value)}
      onInput={({ currentTarget }) => {
        type(currentTarget.value)
        const minute = minuteOf(currentTarget.value)
        if (minute !== null) onChange(minute)
      }}
      onBlur={() => type(null)}
    />
  )
}

interface SpansProps {
  id: string
  /** The day's name, for people who can't see which row it is. */
  label: string
  value: readonly Span[]
  onChange: (value: Span[]) => void
}

/** The hours of one day: none, or some with breaks between them. */
function SpansInput({ id, label, value, onChange }: SpansProps) {
  const change = (nth: number, part: Partial<Span>) =>
    onChange(value.map((span, place) => (place === nth ? { ...span, ...part } : span)))
  const last = value.at(-1)
  const canAdd = !last || last.to <= DAY_MINUTES - 2 * HOUR
  const add = () =>
    onChange([
      ...value,
      last ? { from: last.to + HOUR, to: Math.min(DAY_MINUTES, last.to + 4 * HOUR) } : MORNING,
    ])
  const time = (nth: number, end: 'from' | 'to', span: Span) => (
    <TimeInput
      id={nth === 0 && end === 'from' ? id : undefined}
      label={timesText(end === 'from' ? 'opensOn' : 'closesOn', { day: label })}
      value={span[end]}
      onChange={(minute) => change(nth, { [end]: minute })}
    />
  )
  return (
    <span class="spans">
      {value.length === 0 && (
        <span id={id} tabIndex={-1} class="spans-closed">
          {timesText('closed')}
        </span>
      )}
      {value.map((span, nth) => (
        <span key={nth} class="span">
          {time(nth, 'from', span)}
          <span aria-hidden="true">–</span>
          {time(nth, 'to', span)}
          <button
            type="button"
            class="button button-quiet button-medium"
            aria-label={timesText('removeSpan', { day: label, hours: spansWords([span]) })}
            title={timesText('removeSpan', { day: label, hours: spansWords([span]) })}
            onClick={() => onChange(value.filter((_, place) => place !== nth))}
          >
            ×
          </button>
        </span>
      ))}
      {canAdd && (
        <button type="button" class="button button-quiet button-medium" onClick={add}>
          {timesText(last ? 'addAfterBreak' : 'addHours')}
          <span class="visually-hidden"> ({label})</span>
        </button>
      )}
    </span>
  )
}

const words = (faults: FieldOf<unknown>['faults']) => [...new Set(faults.map((fault) => fault.words))]

/** The hours of a single day, as a field of their own. */
export function SpansField(props: FieldOf<Span[]> & { hint?: ComponentChildren }) {
  const { id, label, value, faults, onChange, hint } = props
  return (
    <fieldset class="texts">
      <legend>{label}</legend>
      {hint && <p class="soft">{hint}</p>}
      <SpansInput id={id} label={label} value={value} onChange={onChange} />
      <Faults id={id} list={words(faults)} />
    </fieldset>
  )
}

/** The hours of a week, one row per day. */
export function WeekField(props: FieldOf<Week> & { hint?: ComponentChildren }) {
  const { id, label, value, faults, onChange, hint } = props
  return (
    <fieldset class="texts" id={id} tabIndex={-1}>
      <legend>{label}</legend>
      {hint && <p class="soft">{hint}</p>}
      <Faults id={id} list={words(faults.filter(({ sub }) => !/^[1-7]/.test(sub)))} />
      <Button kind="quiet" onPress={() => onChange(likeMonday(value))}>
        {timesText('likeMonday')}
      </Button>
      <ul class="week">
        {WEEKDAYS.map((day) => (
          <li key={day}>
            <strong class="week-day">{weekdayName(day)}</strong>
            <SpansInput
              id={`${id}-${day}`}
              label={weekdayName(day)}
              value={value[day]}
              onChange={(spans) => onChange({ ...value, [day]: spans })}
            />
            <Faults
              id={`${id}-${day}`}
              list={words(faults.filter(({ sub }) => sub.startsWith(String(day))))}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Sets Tuesday to Friday to Monday's hours. */
function likeMonday(week: Week): Week {
  const monday = () => week[1].map((span) => ({ ...span }))
  return { ...week, 2: monday(), 3: monday(), 4: monday(), 5: monday() }
}
