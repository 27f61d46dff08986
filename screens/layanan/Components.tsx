// The components of a service's standard, each under its heading, for the page of a service and for the sheet at the
// counter. What nobody has filled in is shown as missing, not left out.
import type { ComponentChildren } from 'preact'
import type { Text } from '../../server/hall/plan.ts'
import type { PublishedService } from '../../server/live/standard.ts'
import { pick } from '../i18n.ts'
import { publicText } from './texts.ts'
import { hoursRows, linkTo, longDay } from './words.ts'

type Heading = Parameters<typeof publicText>[0] &
  ('requirements' | 'procedure' | 'time' | 'fee' | 'product' | 'complaints' | 'hours' | 'places' | 'about')

interface Props {
  readonly published: PublishedService
  /** Whether names link to their own pages: on paper nothing does. */
  readonly links?: boolean
}

/** The six, then hours, places, and what the standard is based on. */
export function Components({ published, links = false }: Props) {
  const { procedure, time, fee, product, complaints, confirmed, requirements } = published
  const isUnsure = !confirmed || requirements.some((one) => !one.confirmed)
  return (
    <>
      <Part heading="requirements">
        <Requirements published={published} links={links} />
      </Part>
      <Part heading="procedure" isUnsure={!confirmed && procedure.length > 0}>
        {procedure.length === 0 ? (
          <NotYet />
        ) : (
          <ol class="public-steps">
            {procedure.map((step) => (
              <li>{pick(step)}</li>
            ))}
          </ol>
        )}
      </Part>
      {[['time', time] as const, ['fee', fee] as const, ['product', product] as const].map(
        ([heading, words]) => (
          <Words heading={heading} words={words} isUnsure={!confirmed} />
        ),
      )}
      <Words heading="complaints" words={complaints} isUnsure={!confirmed} />
      {isUnsure && <p class="public-unsure">{publicText('unconfirmed')}</p>}
      <Part heading="hours">
        <dl class="public-hours">
          {hoursRows(published.hours).map(({ days, hours }) => (
            <div>
              <dt>{days}</dt>
              <dd>{hours}</dd>
            </div>
          ))}
        </dl>
      </Part>
      {links && <Places published={published} />}
      <About published={published} />
    </>
  )
}

function Part({
  heading,
  isUnsure = false,
  children,
}: {
  heading: Heading
  isUnsure?: boolean
  children: ComponentChildren
}) {
  return (
    <section class={`public-part part-${heading}`}>
      <h2>
        {publicText(heading)} {isUnsure && <Unsure />}
      </h2>
      {children}
    </section>
  )
}

function Words({ heading, words, isUnsure }: { heading: Heading; words: Text | null; isUnsure: boolean }) {
  return (
    <Part heading={heading} isUnsure={isUnsure && words !== null}>
      {words ? <p>{pick(words)}</p> : <NotYet />}
    </Part>
  )
}

const NotYet = () => <p class="public-missing">{publicText('notYet')}</p>

const Unsure = () => <span class="public-mark">{publicText('unconfirmedMark')}</span>

function Requirements({ published: { requirements, nothingNeeded }, links }: Props) {
  if (requirements.length === 0) return nothingNeeded ? <p>{publicText('nothingNeeded')}</p> : <NotYet />
  return (
    <ul class="public-papers">
      {requirements.map(({ name, where, issuer, confirmed }) => (
        <li>
          {pick(name)} {!confirmed && <Unsure />}
          {issuer && (
            <span class="public-from">
              {links ? <a href={linkTo(`/layanan/${issuer.id}`)}>{issuedBy(issuer)}</a> : issuedBy(issuer)}
            </span>
          )}
          {where && <span class="public-from">{publicText('where', { where: pick(where) })}</span>}
        </li>
      ))}
    </ul>
  )
}

const issuedBy = ({ name, agency }: { name: Text; agency: Text }) =>
  publicText('issuedBy', { service: pick(name), agency: pick(agency) })

function Places({ published: { counters } }: Props) {
  if (counters.length === 0) return null
  return (
    <Part heading="places">
      <ul class="public-places">
        {counters.map(({ name, zone, where }) => (
          <li>
            {pick(name)}, {pick(zone)} <span class="public-from">{pick(where)}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function About({ published: { decree, reviewed, heard } }: Props) {
  if (!decree && !reviewed && !heard) return null
  const rows = [
    decree &&
      ([
        publicText('decree'),
        publicText('decreeOf', { number: decree.number, day: longDay(decree.day) }),
      ] as const),
    reviewed && ([publicText('reviewed'), longDay(reviewed)] as const),
    heard && ([publicText('heard'), pick(heard)] as const),
  ]
  return (
    <Part heading="about">
      <dl class="public-about">
        {rows.map(
          (row) =>
            row && (
              <div>
                <dt>{row[0]}</dt>
                <dd>{row[1]}</dd>
              </div>
            ),
        )}
      </dl>
    </Part>
  )
}
