// The report of the survey: how it would look for some months, to print as a poster, to download as a document, or to
// publish for everybody at `/skm/`; and what is published there.
import { useEffect, useState } from 'preact/hooks'
import type { PublishedSkm } from '../../server/skm/published.ts'
import type { SkmReport } from '../../server/skm/report.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatDay } from '../../screens/format.ts'
import { language } from '../../screens/i18n.ts'
import { formatIkm } from '../../screens/skm/decimals.ts'
import { elementName } from '../../screens/skm/elements.ts'
import { periodName, periodWord } from '../../screens/skm/words.ts'
import { Choices } from '../parts/Choices.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { type Asked, forgetAnswers, useAnswer } from '../parts/ask.ts'
import { Answered } from '../parts/Answered.tsx'
import { Span } from './months.tsx'
import { type Code, Poster } from './Poster.tsx'
import type { SectionProps } from './section.ts'
import { surveysText } from './texts/index.ts'

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
