// What visitors wrote, by month; each can be made a finding, so that somebody sees to it.
import { useState } from 'preact/hooks'
import { formatMonth } from '../../screens/format.ts'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { press } from '../../screens/press.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { FINDINGS, type SaidWords, type WordsAnswer } from './api.ts'
import { useAnswer, Answered } from '../parts/Answered.tsx'
import { Span, type SectionProps } from './months.tsx'
import { surveysText } from './texts.ts'

export function VisitorWords({ hall, months, first, now }: SectionProps) {
  // Where each page of them begins.
  const [pages, setPages] = useState<readonly string[]>([''])
  return (
    <section class="part">
      <p>{surveysText('wordsLead')}</p>
      <div class="surveys-fields">
        <Span section="words" months={months} first={first} last={now} />
      </div>
      {pages.map((after, at) => (
        <Page
          key={`${months.from} ${months.to} ${after}`}
          hall={hall}
          path={`/api/surveys/words?from=${months.from}&to=${months.to}${after && `&after=${after}`}`}
          onMore={at === pages.length - 1 ? (next) => setPages([...pages, next]) : null}
        />
      ))}
    </section>
  )
}

interface PageProps {
  hall: Hall
  path: string
  /** Null: the next page is there already. */
  onMore: ((after: string) => void) | null
}

function Page({ hall, path, onMore }: PageProps) {
  const asked = useAnswer<WordsAnswer>(path)
  return (
    <Answered asked={asked} isEmpty={({ words }) => words.length === 0} emptyWords={surveysText('wordsNone')}>
      {({ words, next }) => (
        <>
          <ul class="surveys-list">
            {words.map((one) => (
              <Said key={one.id} hall={hall} said={one} />
            ))}
          </ul>
          {next !== null && onMore && <Button onPress={() => onMore(next)}>{surveysText('more')}</Button>}
        </>
      )}
    </Answered>
  )
}

/** Only a heading, not the whole text. */
const SHORT = 60

function Said({ hall, said: { text, month, service, agency } }: { hall: Hall; said: SaidWords }) {
  const [made, setMade] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function makeFinding(): Promise<void> {
    const outcome = await press('POST', FINDINGS, {
      source: 'visitor',
      what: text,
      ...(service !== null && hall.services.value.has(service) && { service }),
      ...(agency !== null && hall.agencies.value.has(agency) && { agency }),
    })
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) setMade(true)
  }
  return (
    <li>
      <div>
        <p class="surveys-said" dir="auto">
          {text}
        </p>
        <p class="soft">{[placeOf(hall, service, agency), formatMonth(month)].filter(Boolean).join(' · ')}</p>
        <ProblemLine problem={problem} />
      </div>
      {made ? (
        <p role="status">
          {surveysText('madeFinding')} <a href="/findings/">{surveysText('toFindings')}</a>
        </p>
      ) : (
        <Button label={surveysText('makeFindingOf', { text: text.slice(0, SHORT) })} onPress={makeFinding}>
          {surveysText('makeFinding')}
        </Button>
      )}
    </li>
  )
}

/** The service, else the agency, by its present name; the id if it has left the plan. */
export function placeOf(hall: Hall, service: string | null, agency: string | null): string | null {
  if (service !== null) {
    const found = hall.services.value.get(service)
    return found ? pick(found.name) : service
  }
  const found = agency === null ? undefined : hall.agencies.value.get(agency)
  return found ? pick(found.name) : agency
}
