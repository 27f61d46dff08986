// Pausing the counter or setting a visitor aside, each with a reason and until when. The board shows both for a
// pause, so that people waiting know.
import { useState } from 'preact/hooks'
import { formatTime } from '../../../screens/format.ts'
import { sharedText } from '../../../screens/texts/shared.ts'
import { panelText } from '../texts/index.ts'
import type { Visit, Workplace } from '../workplace.ts'
import { Choices } from '../../parts/Field.tsx'
import { OrderForm, Reason, reasonIn } from './OrderForm.tsx'

const PAUSE_MINUTES = [10, 15, 30, 60]

export function Pause({ place }: { place: Workplace }) {
  const [time, setTime] = useState('')
  /** Chosen as a duration, until a time is typed; the choice stays while the clock goes on. */
  const [length, setLength] = useState<number | undefined>(undefined)
  const { hall, desk } = place
  const now = formatTime(desk.live.at.value ?? Date.now())
  const typed = time === '' ? undefined : minutesUntil(now, time)
  const minutes = length ?? typed

  function lasts(count: number | undefined): void {
    setLength(count)
    setTime(count === undefined ? '' : timeAfter(now, count))
  }

  function usual(reason: string): void {
    const known = hall.answer.value?.reasons.pause.find(({ id }) => id === reason)
    lasts(known && known.minutes)
  }

  return (
    <OrderForm
      place={place}
      title={panelText('pauseTitle')}
      go={panelText('pauseGo')}
      disabled={minutes === null}
      order={(fields) => {
        const reason = reasonIn(fields)
        return {
          path: 'pause',
          body: {
            ...(reason === undefined ? {} : { reason }),
            ...(typeof minutes === 'number' ? { minutes } : {}),
          },
        }
      }}
    >
      <Reason place={place} kind="pause" onChange={usual} />
      <Minutes legend={panelText('pauseUntil')} counts={PAUSE_MINUTES} value={minutes} onChange={lasts} />
      <div class="field">
        <label for="pause-time">{panelText('pauseTime')}</label>
        <input
          id="pause-time"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          placeholder={timeAfter(now, 30)}
          value={time}
          aria-invalid={minutes === null}
          onInput={(event) => {
            setLength(undefined)
            setTime(event.currentTarget.value)
          }}
        />
        <p class="soft">{minutes === null ? panelText('pauseTooFar') : panelText('pauseTimeHelp')}</p>
      </div>
    </OrderForm>
  )
}

const HOLD_MINUTES = [5, 10, 15, 30, 60]

export function Hold({ place, current }: { place: Workplace; current: Visit }) {
  const [minutes, setMinutes] = useState<number | undefined>(undefined)
  return (
    <OrderForm
      place={place}
      title={panelText('holdTitle', { number: current.number })}
      go={panelText('action.hold')}
      order={(fields) => {
        const reason = reasonIn(fields)
        return {
          path: 'hold',
          body: {
            ...(reason === undefined ? {} : { reason }),
            ...(minutes === undefined ? {} : { minutes }),
          },
        }
      }}
    >
      <Reason place={place} kind="hold" />
      <Minutes
        legend={panelText('holdMinutes')}
        counts={HOLD_MINUTES}
        value={minutes}
        onChange={setMinutes}
      />
    </OrderForm>
  )
}

// How long, as chips of minutes; the first one means no time at all.
interface MinutesProps {
  legend: string
  counts: readonly number[]
  /** Undefined: no time; null: none of these. */
  value: number | null | undefined
  onChange: (minutes: number | undefined) => void
}

function Minutes({ legend, counts, value, onChange }: MinutesProps) {
  return (
    <Choices
      legend={legend}
      name="minutes"
      options={[
        { value: '', words: panelText('holdNoTime') },
        ...counts.map((count) => ({
          value: String(count),
          words: sharedText('minutes', { minutes: count }),
        })),
      ]}
      value={value === undefined ? '' : String(value)}
      onChange={(chosen) => onChange(chosen === '' ? undefined : Number(chosen))}
    />
  )
}

// Until when, as people say it: a time of day in the hall, sent to the server as minutes from now. Pure.

/** The longest that a command accepts. */
const MOST_MINUTES = 12 * 60
const DAY_MINUTES = 24 * 60

/** The time of day `minutes` after `now`, written like `now`: `11.30` or `11:30`. */
export function timeAfter(now: string, minutes: number): string {
  const at = ((minuteOf(now) ?? 0) + minutes) % DAY_MINUTES
  return `${two(Math.floor(at / 60))}${now.charAt(2)}${two(at % 60)}`
}

/**
 * How many minutes until `time`, today or after midnight; null if that is not a time, has just passed or is too far
 * away.
 */
export function minutesUntil(now: string, time: string): number | null {
  const [from, to] = [minuteOf(now), minuteOf(time)]
  if (from === null || to === null) return null
  const minutes = (to - from + DAY_MINUTES) % DAY_MINUTES
  return minutes > 0 && minutes <= MOST_MINUTES ? minutes : null
}

/** Minutes after midnight of `9.05`, `09:05` or `0905`. */
function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^\s*([01]?\d|2[0-3])[.:]?([0-5]\d)\s*$/.exec(time) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}

const two = (part: number): string => (part < 10 ? `0${part}` : String(part))
