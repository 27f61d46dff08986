// The hall's clock. It shows the server's time, and nothing while that is not known.
import { formatDay, formatTime } from '../format.ts'
import { useHallNow } from '../hall-now.ts'

export interface ClockProps {
  /** A live connection's `at`. */
  at: string | null
  /** Also the day, `Selasa, 24 November 2026`. */
  day?: boolean
}

export function Clock({ at, day = false }: ClockProps) {
  const now = useHallNow(at)
  if (now === null) return <span class="clock" />
  return (
    <time class="clock" dateTime={new Date(now).toISOString()}>
      {day && <span class="clock-day">{formatDay(now)}</span>}
      <span class="clock-time">{formatTime(now)}</span>
    </time>
  )
}
