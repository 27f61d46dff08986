// How right the waits were that the hall told in its last week, and for whom they were not: there the ranges are set right by
// themselves, but somebody should know.
import { useEffect, useState } from 'preact/hooks'
import type { ForecastAnswer } from '../../server/reports/question.ts'
import { fetchJson } from '../../screens/command.ts'
import { formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { manageText } from './texts/index.ts'
import './incidents.css'

const DAY_MS = 86_400_000
/** Rule K17: from so many waits on so many days on, a share outside of these two is worth a word. */
const ENOUGH = { told: 50, days: 5 }
const LEAST = 0.7
const MOST = 0.9

/** `today`: the hall's day, null before it is known. Nothing is shown before anything was told. */
export function WaitsTold({ today }: { today: string | null }) {
  const [answer, setAnswer] = useState<ForecastAnswer | null>(null)
  useEffect(() => {
    if (today === null) return
    const path = `/api/reports/forecast?from=${before(today, 7)}&to=${before(today, 1)}`
    const load = async () => {
      const outcome = await fetchJson<ForecastAnswer>(path)
      if (outcome.ok) setAnswer(outcome.data)
    }
    void load()
  }, [today])
  if (!answer) return null
  const { whole, rows } = answer
  const { inside: right, mae } = whole
  if (right === null || mae === null) return null
  const off = [...rows].filter(isOff).sort((a, b) => (a.inside ?? 0) - (b.inside ?? 0))
  return (
    <section class="part incidents" aria-labelledby="told-title">
      <h2 id="told-title">{manageText('told.title')}</h2>
      <p>
        {manageText('told.week', {
          count: formatNumber(whole.n),
          inside: percent(right),
          longer: percent(whole.longer ?? 0),
          minutes: formatNumber(Math.round(mae / 60)),
        })}
      </p>
      {off.length > 0 && (
        <ul>
          {off.map(({ key, name, inside, n }) => (
            <li key={key}>
              <Icon name="warning" />
              <span>
                {manageText((inside ?? 0) < LEAST ? 'told.few' : 'told.many', {
                  service: name ? pick(name) : key,
                  inside: percent(inside ?? 0),
                  count: formatNumber(n),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/reports/forecast">{manageText('told.more')}</a>
      </p>
    </section>
  )
}

function isOff({ n, days, inside }: ForecastAnswer['rows'][number]): boolean {
  return inside !== null && n >= ENOUGH.told && days >= ENOUGH.days && (inside < LEAST || inside > MOST)
}

const percent = (share: number) => `${formatNumber(Math.round(share * 100))}%`

/** The day so many days before, as a label. */
const before = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
