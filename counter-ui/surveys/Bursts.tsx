// How many answers came in each quarter of an hour of a month, by count alone; those that stand out come first.
import { formatDay, formatNumber, formatTime } from '../../screens/format.ts'
import type { Burst } from './api.ts'
import { useAnswer, Answered } from '../parts/Answered.tsx'
import { surveysText } from './texts.ts'

const QUARTER_MS = 15 * 60_000

/** `2026-11-30` of `2026-11`. */
function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

export function Bursts({ month }: { month: string }) {
  const asked = useAnswer<{ rows: readonly Burst[] }>(
    `/api/surveys/bursts?from=${month}-01&to=${lastDayOf(month)}`,
  )
  return (
    <section class="part" aria-labelledby="bursts-title">
      <h3 id="bursts-title">{surveysText('bursts')}</h3>
      <p>{surveysText('burstsLead')}</p>
      <Answered
        asked={asked}
        isEmpty={({ rows }) => rows.length === 0}
        emptyWords={surveysText('burstsNone')}
      >
        {({ rows }) => {
          const notable = outstanding(rows)
          const usual = usualCount(rows)
          const most = Math.max(...rows.map(({ count }) => count))
          return (
            <>
              {usual !== null && <p>{surveysText('usual', { count: formatNumber(usual) })}</p>}
              {notable.length === 0 ? (
                <p>{surveysText('burstsCalm')}</p>
              ) : (
                <Quarters rows={notable} most={most} isNotable />
              )}
              <details>
                <summary>{surveysText('burstsAll')}</summary>
                <Quarters rows={rows} most={most} isNotable={false} />
              </details>
            </>
          )
        }}
      </Answered>
    </section>
  )
}

function Quarters({ rows, most, isNotable }: { rows: readonly Burst[]; most: number; isNotable: boolean }) {
  return (
    <ul class="surveys-quarters">
      {rows.map(({ from, count }) => (
        <li key={from}>
          <span>
            {formatDay(from)}, {formatTime(from)}–{formatTime(Date.parse(from) + QUARTER_MS)}
          </span>
          <svg width="100%" height="12" aria-hidden="true">
            <rect
              class={isNotable ? 'surveys-burst' : 'surveys-bar'}
              width={`${(count / Math.max(1, most)) * 100}%`}
              height="12"
            />
          </svg>
          <span class="figures">
            {formatNumber(count)}{' '}
            {isNotable && <span class="state state-paused">{surveysText('burst')}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

// Which quarters stand out: those with far more answers than a quarter with any usually has.

/** Fewer than this in a quarter of an hour is never remarkable: a family answers together. */
const NEVER_BELOW = 8
/** How many times the usual stands out. */
const TIMES = 4

/** The usual count of a quarter with answers: the median; null: there are none. */
export function usualCount(rows: readonly Burst[]): number | null {
  const counts = rows.map(({ count }) => count).filter((count) => count > 0)
  return counts.sort((a, b) => a - b)[Math.ceil(counts.length / 2) - 1] ?? null
}

/** Those that stand out, the largest first. */
export function outstanding(rows: readonly Burst[]): Burst[] {
  const usual = usualCount(rows) ?? 0
  const least = Math.max(NEVER_BELOW, usual * TIMES)
  return rows
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || (a.from < b.from ? -1 : 1))
}
