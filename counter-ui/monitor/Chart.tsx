// Arrived and done by quarters of an hour, compared with what is usual: as the chart of the reports, and as a small
// drawing in a line.
import type { MonitorView } from '../../server/live/monitor.ts'
import { formatMinute, formatNumber, locale } from '../../screens/format.ts'
import { Lines } from '../reports/chart/Lines.tsx'
import { monitorText } from './texts.ts'
import { type Line, minuteOf } from './why.tsx'

interface ChartProps {
  view: MonitorView
  line: Line
  /** Milliseconds since 1970. */
  now: number
}

const QUARTER = 15
/** The mean of fewer days means nothing. */
const ENOUGH = 3

export function Chart({ view, line, now }: ChartProps) {
  const { quarters } = line
  const { from, count } = view.quarters
  // The current quarter would look like a drop.
  const over = Math.max(0, Math.min(count, Math.floor((minuteOf(now) - from) / QUARTER)))
  // Quarters still to come have no figures, and are shown only if there is a usual value.
  const shown = quarters.usual ? count : over
  const until = (values: readonly number[]) =>
    values.slice(0, shown).map((one, nth) => (nth < over ? one : null))
  const labels = Array.from({ length: shown }, (_, nth) => {
    const words = formatMinute(from + nth * QUARTER)
    return { short: words, long: words }
  })
  const { usual } = quarters
  return (
    <>
      <Lines
        title={monitorText('chartTitle')}
        head={monitorText('chartHead')}
        labels={labels}
        unit="count"
        height={120}
        series={[
          { name: monitorText('taken'), values: until(quarters.taken) },
          { name: monitorText('served'), values: until(quarters.served) },
          ...(usual
            ? [
                { name: monitorText('usualTaken'), values: usual.taken },
                { name: monitorText('usualServed'), values: usual.served },
              ]
            : []),
        ]}
      />
      <p class="soft">{usualText(view)}</p>
    </>
  )
}

function usualText({ usualDays, hall }: MonitorView): string {
  if (usualDays === null) return monitorText('usualUnknown')
  const weekday = new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' })
  const at = new Date(`${hall.day}T00:00:00Z`)
  const words = {
    days: formatNumber(usualDays),
    weekday: Number.isNaN(at.getTime()) ? '' : weekday.format(at),
  }
  return monitorText(usualDays < ENOUGH ? 'usualFew' : 'usualOf', words)
}

const HIGH = 24
const WIDE = 4

/** Bars for what arrived, a line for what is usual. The button around it has the words. */
export function Spark({ line }: { line: Line }) {
  const { taken, usual } = line.quarters
  const most = Math.max(1, ...taken, ...(usual ? usual.taken : []))
  const y = (value: number) => HIGH - (value / most) * (HIGH - 2)
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${Math.max(1, taken.length) * WIDE} ${HIGH}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {taken.map((value, nth) => (
        <rect key={nth} x={nth * WIDE} y={y(value)} width={WIDE - 1} height={HIGH - y(value)} />
      ))}
      {usual && (
        <path
          d={usual.taken
            .map((value, nth) => `${nth === 0 ? 'M' : 'L'}${(nth + 0.5) * WIDE} ${y(value)}`)
            .join('')}
        />
      )}
    </svg>
  )
}
