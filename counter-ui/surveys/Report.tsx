// The report of the survey: how it would look for some months, to print as a poster, to download as a document, or to
// publish for everybody at `/skm/`; and what is published there.
import { useEffect, useState, useLayoutEffect, useRef } from 'preact/hooks'
import type { PublishedSkm } from '../../server/skm/published.ts'
import type { SkmReport } from '../../server/skm/report.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatDay, formatIkm } from '../../screens/format.ts'
import { language, pick } from '../../screens/i18n.ts'
import { elementName } from '../../screens/skm/elements.ts'
import { periodName, periodWord } from '../../screens/skm/words.ts'
import { Choices } from '../parts/Field.tsx'
import { Confirm } from '../parts/Ends.tsx'
import { type Asked, forgetAnswers, useAnswer, Answered } from '../parts/Answered.tsx'
import { Span, type SectionProps } from './months.tsx'
import { Mark } from '../../screens/mark.tsx'
import { Elements, FollowUp, People, Profile, Result, Trend, Units } from '../../screens/skm/Parts.tsx'
import { skmText } from '../../screens/skm/texts.ts'
import '../../screens/skm/skm.css'
import './poster.css'
import { surveysText } from './texts.ts'

const WEIGHTS = ['exact', 'printed'] as const
const PAPERS = ['A3', 'A4'] as const
type Paper = (typeof PAPERS)[number]

/** As in the list: the moment as text. */
type Listed = Omit<PublishedSkm, 'at'> & { readonly at: string }

export function Report({ months, first, now }: SectionProps) {
  const [weight, setWeight] = useState<SkmReport['weight']>('exact')
  const [paper, setPaper] = useState<Paper>('A3')
  const query = `from=${months.from}&to=${months.to}&weight=${weight}`
  const asked = useAnswer<{ report: SkmReport; code: Code | null }>(`/api/skm/report?${query}`)
  const listed = useAnswer<{ reports: readonly Listed[] }>('/api/skm')
  const [asking, ask] = useState(false)
  useEffect(() => onPaper(paper), [paper])
  const ikm = asked.isOld ? null : (asked.answer?.report.whole.ikm ?? null)
  const changed = () => {
    forgetAnswers()
    listed.again()
  }
  return (
    <>
      <section class="part not-printed">
        <p>{surveysText('reportLead')}</p>
        <div class="surveys-fields">
          <Span section="report" months={months} first={first} last={now} />
        </div>
        <Choices
          legend={surveysText('weight')}
          name="weight"
          options={WEIGHTS.map((value) => ({ value, words: surveysText(`weight.${value}`) }))}
          value={weight}
          onChange={setWeight}
        />
        <Choices
          legend={surveysText('paper')}
          name="paper"
          options={PAPERS.map((value) => ({ value, words: value }))}
          value={paper}
          onChange={setPaper}
        />
        <p class="surveys-deeds">
          <Button kind="primary" disabled={ikm === null} onPress={() => ask(true)}>
            {surveysText('publish')}
          </Button>
          <Button disabled={asked.answer === null} onPress={() => window.print()}>
            {surveysText('print', { paper })}
          </Button>
          <a
            class="button button-plain button-medium"
            href={`/api/skm/report.docx?${query}&in=${language.value === 'en' ? 'en' : 'id'}`}
            download
          >
            {surveysText('docx')}
          </a>
        </p>
        {asked.answer && ikm === null && !asked.isOld && <p>{whyNot(asked.answer.report)}</p>}
        {asking && (
          <Confirm
            title={surveysText('publish')}
            text={surveysText('publishAsk', { period: periodName(months) })}
            go={surveysText('publish')}
            method="POST"
            path="/api/skm"
            body={{ ...months, weight }}
            onClose={(done) => {
              ask(false)
              if (done) changed()
            }}
          />
        )}
      </section>
      <Answered asked={asked}>{({ report, code }) => <Poster report={report} code={code} />}</Answered>
      <Published listed={listed} onChanged={changed} />
    </>
  )
}

function whyNot({ whole }: SkmReport): string {
  return whole.lacking.length === 0
    ? surveysText('noAnswers')
    : surveysText('lacking', { elements: whole.lacking.map(elementName).join('; ') })
}

/** What everybody can read now. */
function Published({
  listed,
  onChanged,
}: {
  listed: Asked<{ reports: readonly Listed[] }>
  onChanged: () => void
}) {
  const [going, withdraw] = useState<Listed | null>(null)
  return (
    <section class="part not-printed" aria-labelledby="published-title">
      <h3 id="published-title">{surveysText('published')}</h3>
      <Answered
        asked={listed}
        isEmpty={({ reports }) => reports.length === 0}
        emptyWords={surveysText('publishedNone')}
      >
        {({ reports }) => (
          <ul class="surveys-list">
            {reports.map((one) => (
              <li key={one.id}>
                <p>
                  <a href={`/skm/${periodWord(one.report)}?lang=${language.value}`}>
                    {periodName(one.report)}
                  </a>
                  {one.report.whole.ikm !== null &&
                    ` · IKM ${formatIkm(one.report.whole.ikm)} ${one.report.whole.mutu ?? ''}`}
                  <span class="soft"> {surveysText('publishedOn', { day: formatDay(one.at) })}</span>
                </p>
                <Button
                  kind="quiet"
                  label={surveysText('withdrawOf', { period: periodName(one.report) })}
                  onPress={() => withdraw(one)}
                >
                  {surveysText('withdraw')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {going && (
        <Confirm
          title={surveysText('withdraw')}
          text={surveysText('withdrawAsk', { period: periodName(going.report) })}
          go={surveysText('withdraw')}
          danger
          method="DELETE"
          path={`/api/skm/${encodeURIComponent(going.id)}`}
          onClose={(done) => {
            withdraw(null)
            if (done) onChanged()
          }}
        />
      )}
    </section>
  )
}

/**
 * Prints on this paper size from now on; returns how to end it. The poster takes the whole sheet, and its letters grow
 * with it.
 */
function onPaper(paper: Paper): () => void {
  document.documentElement.dataset['paper'] = paper
  // The page’s policy forbids style elements, but not a style sheet made by a script.
  if (!('adoptedStyleSheets' in document)) return () => undefined
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page { size: ${paper} portrait; margin: 0 }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}

// The report of the survey as a poster: one page, A3 or A4, to hang in the hall. Everything on it is measured in its own
// letters, so that the larger paper only makes it larger.

/** A code to scan: its address, the modules on a side, and the black ones as an SVG path. */
interface Code {
  readonly url: string
  readonly side: number
  readonly path: string
}

/** Width of the poster in letters: as few as possible, so as large as possible, with all of it on the page. */
const WIDTHS = [62, 66, 70, 75, 80, 86, 93, 101, 110, 120]

function Poster({ report, code }: { report: SkmReport; code: Code | null }) {
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
