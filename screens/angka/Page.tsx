// `/angka/` as the server draws it: how many came today, what people think of the hall, and when each service is usually
// busy, in words.
import type { PublicAnswer, PublicIkm } from '../../server/reports/question.ts'
import type { Text } from '../../server/hall/plan.ts'
import { formatMinute, formatNumber, formatTime, locale, formatIkm } from '../format.ts'
import { pick } from '../i18n.ts'
import { Frame, type Ground } from '../layanan/Pages.tsx'
import { publicText } from '../layanan/texts.ts'
import { linkTo, longDay } from '../layanan/words.ts'
import { mutuWords } from '../skm/elements.ts'
import { periodName } from '../skm/words.ts'
import { figuresText } from './texts.ts'

/** The services that visitors can come for, by agency, as the plan has them today. */
export interface AgencyNow {
  readonly id: string
  readonly name: Text
  readonly services: readonly { readonly id: string; readonly name: Text }[]
}

export interface AngkaProps {
  ground: Ground
  /** Null: it could not be computed now. */
  figures: PublicAnswer | null
  agencies: readonly AgencyNow[]
  /** The hall's time, milliseconds since 1970. */
  now: number
}

export function AngkaPage({ ground, figures, agencies, now }: AngkaProps) {
  return (
    <Frame ground={ground}>
      <h1>{figuresText('title')}</h1>
      <p class="public-lead">{figuresText('lead')}</p>
      {figures ? (
        <>
          <section class="angka-today">
            <h2>{figuresText('today')}</h2>
            {figures.visitors === null ? (
              <p>{figuresText('fewVisitors')}</p>
            ) : (
              <p class="angka-number">
                {figuresText('visitors', { count: formatNumber(figures.visitors) })}{' '}
                <span>{figuresText('asOf', { time: formatTime(now) })}</span>
              </p>
            )}
          </section>
          {figures.ikm && <Ikm published={figures.ikm} />}
          <Usual figures={figures} agencies={agencies} />
          <p class="angka-small">{figuresText('small')}</p>
        </>
      ) : (
        <p>{figuresText('busyNow')}</p>
      )}
      <p class="public-tools not-printed">
        <a href={linkTo('/layanan/')}>{figuresText('toServices')}</a>
        <button type="button" id="print" hidden>
          {publicText('print')}
        </button>
      </p>
    </Frame>
  )
}

/** What people think of the hall, as last published. */
function Ikm({ published: { from, to, ikm, mutu, n } }: { published: PublicIkm }) {
  return (
    <section class="angka-today">
      <h2>{figuresText('ikm')}</h2>
      <p class="angka-number">
        {formatIkm(ikm)} <span>{mutuWords(mutu)}</span>
      </p>
      <p>
        {figuresText('ikmOf', { count: formatNumber(n), period: periodName({ from, to }) })}{' '}
        <a href={linkTo('/skm/')}>{figuresText('toIkm')}</a>
      </p>
    </section>
  )
}

/** A hall whose plan has no public figures. */
export function NoAngkaPage({ ground }: { ground: Ground }) {
  return (
    <Frame ground={ground}>
      <h1>{figuresText('none')}</h1>
      <p class="public-lead">{figuresText('noneLead')}</p>
      <p>
        <a href={linkTo('/layanan/')}>{figuresText('toServices')}</a>
      </p>
    </Frame>
  )
}

function Usual({
  figures: { period, services },
  agencies,
}: Pick<AngkaProps, 'agencies'> & { figures: PublicAnswer }) {
  const known = new Map(services.map((service) => [service.id, service] as const))
  const told = agencies.flatMap(({ id, name, services: own }) => {
    const lines = own.flatMap((service) => {
      const found = known.get(service.id)
      return found?.quiet ? [{ ...service, quiet: found.quiet, busy: busiestOf(found.hours) }] : []
    })
    return lines.length === 0 ? [] : [{ id, name, lines }]
  })
  const all = agencies.reduce((count, { services: own }) => count + own.length, 0)
  const some = told.reduce((count, { lines }) => count + lines.length, 0)
  return (
    <section>
      <h2>{figuresText('usual')}</h2>
      {period === null || some === 0 ? (
        <p>{figuresText('notYet')}</p>
      ) : (
        <>
          <p>{figuresText('usualLead', { from: longDay(period.from), to: longDay(period.to) })}</p>
          {told.map(({ id, name, lines }) => (
            <section class="public-agency" id={id}>
              <h3>{pick(name)}</h3>
              <ul class="angka-services">
                {lines.map((line) => (
                  <li>
                    <a href={linkTo(`/layanan/${line.id}`)}>{pick(line.name)}</a>
                    <p>
                      <strong>
                        {figuresText('come', {
                          weekday: weekdayName(line.quiet.weekday),
                          hour: formatMinute(line.quiet.hour * 60),
                        })}
                      </strong>
                      {line.busy && isOther(line.busy, line.quiet) && ` ${busyWords(line.busy)}`}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {some < all && <p>{figuresText('others')}</p>}
        </>
      )}
    </section>
  )
}

type Hours = PublicAnswer['services'][number]['hours']
type Slot = Pick<Hours[number], 'weekday' | 'hour'>

/** The busiest of the hours that may be shown. */
function busiestOf(hours: Hours): Slot | null {
  let most: Hours[number] | null = null
  for (const one of hours) if (one.usual !== null && one.usual > (most?.usual ?? 0)) most = one
  return most
}

const isOther = (one: Slot, other: Slot) => one.weekday !== other.weekday || one.hour !== other.hour

const busyWords = ({ weekday, hour }: Slot) =>
  figuresText('busiest', {
    weekday: weekdayName(weekday),
    from: formatMinute(hour * 60),
    to: formatMinute((hour + 1) * 60),
  })

/** A Monday, for naming the days of the week. */
const MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000

const weekdayName = (weekday: number) =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + (weekday - 1) * DAY_MS,
  )
