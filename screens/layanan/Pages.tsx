// The pages under `/layanan/`, as the server draws them: the list by agency, one service, an address that does not
// exist.
import type { ComponentChildren } from 'preact'
import type { PublishedAgency, PublishedService } from '../../server/live/standard.ts'
import type { HallService } from '../../server/live/hall.ts'
import type { Text } from '../../server/hall/plan.ts'
import { Banner, type BannerProps } from '../components/Banner.tsx'
import { language, pick } from '../i18n.ts'
import { Band, Mark } from '../mark.tsx'
import { sharedText } from '../texts/shared.ts'
import { serviceStatusText } from '../texts/services.ts'
import { Components } from './Components.tsx'
import { publicText } from './texts.ts'
import { linkTo, longDay, statusLines } from './words.ts'

export interface Ground {
  /** What the hall is called. */
  readonly name: Text
  readonly hall: BannerProps['hall']
  /** The hall's day, `2026-11-24`. */
  readonly day: string
}

/** The frame of every public page of the hall. */
export function Frame({ ground, children }: { ground: Ground; children: ComponentChildren }) {
  const other = language.value === 'id' ? 'en' : 'id'
  return (
    <>
      <Banner freshness="live" hall={ground.hall ?? null} />
      <header class="public-head">
        <a class="public-home" href={linkTo('/layanan/')}>
          <Mark />
          <span>{pick(ground.name)}</span>
        </a>
        <a class="public-language" href={`?lang=${other}`} lang={other} hreflang={other}>
          {publicText('otherLanguage')}
        </a>
      </header>
      <Band />
      <main class="public">{children}</main>
      <footer class="public-foot">
        <span>{publicText('asOf', { day: longDay(ground.day) })}</span>
        <span class="not-printed">
          <a href="/source">{sharedText('source')}</a> · <a href="/LICENSE.txt">GPL-3.0-or-later</a>
        </span>
      </footer>
    </>
  )
}

/** All services by agency. */
export function ListPage({ ground, agencies }: { ground: Ground; agencies: readonly PublishedAgency[] }) {
  return (
    <Frame ground={ground}>
      <h1>{publicText('services')}</h1>
      <p class="public-lead">{publicText('servicesLead')}</p>
      <nav class="public-agencies not-printed" aria-label={publicText('agencies')}>
        <ul>
          {agencies.map(({ id, short }) => (
            <li>
              <a href={`#${id}`}>{short}</a>
            </li>
          ))}
        </ul>
      </nav>
      {agencies.map(({ id, name, short, services }) => (
        <section class="public-agency" id={id}>
          <h2>
            {pick(name)} {pick(name) !== short && <span class="public-short">{short}</span>}
          </h2>
          <ul>
            {services.map((service) => (
              <li>
                <a href={linkTo(`/layanan/${service.id}`)}>{pick(service.name)}</a>
                <StatusMark service={service} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Frame>
  )
}

function StatusMark({ service: { status } }: { service: HallService }) {
  if (status === 'open') return null
  return <span class="public-status">{serviceStatusText(status)}</span>
}

/** One service with all that is published about it. */
export function ServicePage({ ground, published }: { ground: Ground; published: PublishedService }) {
  const { service, agency } = published
  const lines = statusLines(service)
  return (
    <Frame ground={ground}>
      <p class="public-way not-printed">
        <a href={linkTo('/layanan/')}>{publicText('all')}</a>
        {' › '}
        <a href={`${linkTo('/layanan/')}#${agency.id}`}>{pick(agency.name)}</a>
      </p>
      <h1>{pick(service.name)}</h1>
      <p class="public-lead">{pick(agency.name)}</p>
      {lines.length > 0 && (
        <div class="public-notice">
          <h2 class="visually-hidden">{publicText('status')}</h2>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
        </div>
      )}
      <Components published={published} links />
      <p class="public-tools not-printed">
        <a href={linkTo(`/layanan/${service.id}/lembar`)}>{publicText('sheet')}</a>
        <button type="button" id="print" hidden>
          {publicText('print')}
        </button>
      </p>
    </Frame>
  )
}

/** An address under `/layanan/` that is not a service. */
export function UnknownPage({ ground }: { ground: Ground }) {
  return (
    <Frame ground={ground}>
      <h1>{publicText('unknownTitle')}</h1>
      <p class="public-lead">{publicText('unknownHint')}</p>
      <p>
        <a href={linkTo('/layanan/')}>{publicText('all')}</a>
      </p>
    </Frame>
  )
}
