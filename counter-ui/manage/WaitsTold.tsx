// How right the waits told in the last week were, and for whom they were not: the ranges there correct themselves, but
// somebody should know.
import { useEffect, useState } from 'preact/hooks'
import type { ForecastAnswer } from '../../server/reports/question.ts'
import { fetchJson } from '../../screens/command.ts'
import { formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { manageText } from './texts/index.ts'
import './incidents.css'

const DAY_MS = 86_400_000
/** Rule K16: from this many waits on this many days, a share outside these two is worth mentioning. */
const ENOUGH = { told: 50, days: 5 }
const LEAST = 0.7
const HIGHEST = 0.9
/** The most lines that anybody reads. */
const MOST = 6

interface Answers {
  readonly services: ForecastAnswer
  readonly agencies: ForecastAnswer
}

/** `today`: the hall's day, null before it is known. Nothing is shown before anything was told. */
export function WaitsTold({ today }: { today: string | null }) {
  const [answers, setAnswers] = useState<Answers | null>(null)
  useEffect(() => {
    if (today === null) return
    const path = `/api/reports/forecast?from=${before(today, 7)}&to=${before(today, 1)}`
    const load = async () => {
      const [services, agencies] = await Promise.all([
        fetchJson<ForecastAnswer>(path),
        fetchJson<ForecastAnswer>(`${path}&by=agency`),
      ])
      if (services.ok && agencies.ok) setAnswers({ services: services.data, agencies: agencies.data })
    }
    void load()
  }, [today])
  if (!answers) return null
  const { whole } = answers.services
  const { inside: right, mae } = whole
  if (right === null || mae === null) return null
  const off = offOf(answers)
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
          {off.slice(0, MOST).map(({ key, name, inside, n }) => (
            <li key={key}>
              <Icon name="warning" />
              <span>
                {manageText((inside ?? 0) < LEAST ? 'told.few' : 'told.many', {
                  service: name,
                  inside: percent(inside ?? 0),
                  count: formatNumber(n),
                })}
              </span>
            </li>
          ))}
          {off.length > MOST && (
            <li>{manageText('told.rest', { count: formatNumber(off.length - MOST) })}</li>
          )}
        </ul>
      )}
      <p>
        <a href="/reports/forecast">{manageText('told.more')}</a>
      </p>
    </section>
  )
}

interface Off {
  readonly key: string
  readonly name: string
  readonly inside: number | null
  readonly n: number
}

type Row = Pick<ForecastAnswer['rows'][number], 'key' | 'name' | 'n' | 'days' | 'inside' | 'agency'>

/**
 * Services whose waits were told wrongly; those about which too little is known count with their agency, and agencies
 * with the hall.
 */
function offOf({ services, agencies }: Answers): Off[] {
  const nameOf = ({ key, name }: Row) => (name ? pick(name) : key)
  const isOfOthers = ({ key }: Row) => services.rows.some((row) => row.agency === key && !isEnough(row))
  const own = services.rows.filter(isOff).map((row) => ({ ...row, name: nameOf(row) }))
  const others = agencies.rows
    .filter((row) => isOff(row) && isOfOthers(row))
    .map((row) => ({ ...row, name: manageText('told.others', { agency: nameOf(row) }) }))
  const { whole } = services
  const isHall = isOff(whole) && agencies.rows.some((row) => !isEnough(row))
  const hall = isHall ? [{ key: 'hall', name: manageText('told.hall'), ...whole }] : []
  return [...own.sort((a, b) => (a.inside ?? 0) - (b.inside ?? 0)), ...others, ...hall]
}

const isEnough = ({ n, days }: Pick<Row, 'n' | 'days'>) => n >= ENOUGH.told && days >= ENOUGH.days

const isOff = ({ inside, ...row }: Pick<Row, 'n' | 'days' | 'inside'>) =>
  isEnough(row) && inside !== null && (inside < LEAST || inside > HIGHEST)

const percent = (share: number) => `${formatNumber(Math.round(share * 100))}%`

/** The day this many days earlier, as a label. */
const before = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
