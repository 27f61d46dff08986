// The report of the survey as a poster: one page, A3 or A4, to hang in the hall. Everything on it is measured in its own
// letters, so that the larger paper only makes it larger.
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { SkmReport } from '../../server/skm/report.ts'
import { pick } from '../../screens/i18n.ts'
import { Mark } from '../../screens/mark.tsx'
import { Elements, FollowUp, People, Profile, Result, Trend, Units } from '../../screens/skm/Parts.tsx'
import { skmText } from '../../screens/skm/texts.ts'
import { periodName } from '../../screens/skm/words.ts'
import '../../screens/skm/skm.css'
import './poster.css'

/** A code to scan: its address, the modules on a side, and the black ones as an SVG path. */
export interface Code {
  readonly url: string
  readonly side: number
  readonly path: string
}

/** Width of the poster in letters: as few as possible, so as large as possible, with all of it on the page. */
const WIDTHS = [62, 66, 70, 75, 80, 86, 93, 101, 110, 120]

export function Poster({ report, code }: { report: SkmReport; code: Code | null }) {
  const sheet = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const fit = () => {
      const { current } = sheet
      if (!current) return
      for (const wide of WIDTHS) {
        current.style.setProperty('--wide', String(wide))
        if (current.scrollHeight <= current.clientHeight + 1) return
      }
    }
    fit()
    // The typeface may still be loading.
    void document.fonts.ready.then(fit)
  })
  return (
    <div class="poster-place">
      <article class="poster" aria-label={skmText('title')} ref={sheet}>
        <header class="poster-head">
          <div>
            <p class="poster-hall">
              <Mark plain />
              <span>{pick(report.hall)}</span>
            </p>
            <h3 class="poster-title">{skmText('title')}</h3>
            <p class="poster-period">{skmText('period', { period: periodName(report) })}</p>
            <p class="skm-small">{pick(report.place)}</p>
          </div>
          {code && (
            <figure class="poster-code">
              <svg viewBox={`0 0 ${code.side} ${code.side}`} shape-rendering="crispEdges" aria-hidden="true">
                <rect width={code.side} height={code.side} fill="#fff" />
                <path d={code.path} fill="#000" />
              </svg>
              <figcaption>{skmText('scan')}</figcaption>
            </figure>
          )}
        </header>
        <div class="poster-top">
          <Result report={report} />
          <div>
            <People report={report} />
            <FollowUp report={report} />
          </div>
        </div>
        <div class="poster-two">
          <div>
            <Elements report={report} />
            <Trend report={report} />
          </div>
          <Profile report={report} />
        </div>
        <div class="poster-units">
          <Units title={skmText('agencies')} head={skmText('agency')} units={report.agencies} />
        </div>
        <footer class="poster-foot">
          <p class="poster-thanks">{skmText('thanks')}</p>
          <p class="skm-small">
            {skmText('bands')}. {skmText('rule')}
          </p>
          {code && <p class="skm-small">{code.url.replace(/^https?:\/\//, '')}</p>}
        </footer>
      </article>
    </div>
  )
}
