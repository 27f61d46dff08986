// `/skm/` as the server draws it: the report of the survey that the hall published, and links to earlier ones.
import type { PublishedSkm } from '../../server/skm/published.ts'
import { formatDay } from '../format.ts'
import { pick } from '../i18n.ts'
import { Frame, type Ground } from '../layanan/Pages.tsx'
import { publicText } from '../layanan/texts.ts'
import { linkTo } from '../layanan/words.ts'
import { Elements, FollowUp, People, Profile, Result, Trend, Units } from './Parts.tsx'
import { skmText } from './texts.ts'
import { periodName, periodWord } from './words.ts'

interface SkmPageProps {
  readonly ground: Ground
  readonly published: PublishedSkm
  /** All that the public may read, including this one. */
  readonly all: readonly PublishedSkm[]
}

export function SkmPage({ ground, published: { id, at, report }, all }: SkmPageProps) {
  const others = all.filter((one) => one.id !== id)
  return (
    <Frame ground={ground}>
      <h1>{skmText('title')}</h1>
      <p class="public-lead">{skmText('period', { period: periodName(report) })}</p>
      <p>
        {pick(report.hall)}, {pick(report.place)}
      </p>
      <Result report={report} />
      <People report={report} />
      <Elements report={report} />
      <FollowUp report={report} />
      <Trend report={report} />
      <Profile report={report} />
      <Units title={skmText('agencies')} head={skmText('agency')} units={report.agencies} />
      <Units title={skmText('services')} head={skmText('service')} units={report.services} />
      {report.without > 0 && <p class="skm-small">{skmText('without', { count: report.without })}</p>}
      <p class="skm-small">
        {skmText('bands')}. {skmText('rule')} {skmText('publishedOn', { day: formatDay(at) })}.
      </p>
      {others.length > 0 && (
        <nav class="not-printed" aria-label={skmText('others')}>
          <h2>{skmText('others')}</h2>
          <ul class="skm-others">
            {others.map((one) => (
              <li>
                <a href={linkTo(`/skm/${periodWord(one.report)}`)}>{periodName(one.report)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p class="public-tools not-printed">
        <a href={linkTo('/layanan/')}>{skmText('toServices')}</a>
        <button type="button" id="print" hidden>
          {publicText('print')}
        </button>
      </p>
    </Frame>
  )
}

/** Nothing is published (yet), or not of that period. */
export function NoSkmPage({ ground, why }: { ground: Ground; why: 'none' | 'unknown' }) {
  return (
    <Frame ground={ground}>
      <h1>{skmText(why)}</h1>
      <p class="public-lead">{skmText(`${why}Lead`)}</p>
      <p>
        <a href={linkTo(why === 'none' ? '/layanan/' : '/skm/')}>
          {skmText(why === 'none' ? 'toServices' : 'title')}
        </a>
      </p>
    </Frame>
  )
}
