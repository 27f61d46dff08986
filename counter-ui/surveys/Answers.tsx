// The answers of one month, unordered and without times: those that do not count, with the reason, and how many came
// when, so that somebody who answers again and again stands out.
import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatNumber } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { lookUp } from '../../screens/look-up.ts'
import { press } from '../../screens/press.ts'
import { elementName, NINE } from '../../screens/skm/elements.ts'
import { FormEnds } from '../parts/Ends.tsx'
import { Field } from '../parts/Field.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import type { AnswerRow, AnswersAnswer } from './api.ts'
import { forgetAnswers, useAnswer, Answered } from '../parts/Answered.tsx'
import { Bursts } from './Bursts.tsx'
import { MonthField, monthsBetween, go, pathTo, type SectionProps } from './months.tsx'
import { surveysText } from './texts.ts'
import { placeOf } from './VisitorWords.tsx'

/** How many pages are fetched automatically when only excluded answers are wanted: 20,000 answers. */
const MOST_PAGES = 40

interface Going {
  readonly id: string
  readonly nth: number
}

export function Answers({ hall, months, first, now }: SectionProps) {
  const month = months.to
  const [only, setOnly] = useState(false)
  const [going, exclude] = useState<Going | null>(null)
  const [round, setRound] = useState(0)
  return (
    <>
      <section class="part">
        <p>{surveysText('answersLead')}</p>
        <div class="surveys-fields">
          <MonthField
            label={surveysText('month')}
            value={month}
            months={monthsBetween(first, now)}
            onMonth={(to) => go(pathTo('answers', { from: to, to }))}
          />
        </div>
      </section>
      <Bursts month={month} />
      <section class="part">
        <Button pressed={only} onPress={() => setOnly(!only)}>
          {surveysText('onlyExcluded')}
        </Button>
        <List key={`${month} ${round}`} hall={hall} month={month} only={only} onExclude={exclude} />
      </section>
      {going && (
        <Exclude
          {...going}
          onClose={(done) => {
            exclude(null)
            if (!done) return
            forgetAnswers()
            setRound(round + 1)
          }}
        />
      )}
    </>
  )
}

interface ListProps {
  hall: Hall
  month: string
  /** Only those that do not count. */
  only: boolean
  onExclude: (going: Going) => void
}

/** The answers page by page, numbered consecutively; their order means nothing. */
function List({ hall, month, only, onExclude }: ListProps) {
  const [known, setKnown] = useState<readonly AnswerRow[]>([])
  const [after, setAfter] = useState('')
  const [pages, setPages] = useState(0)
  const asked = useAnswer<AnswersAnswer>(
    `/api/surveys/answers?from=${month}&to=${month}${after && `&after=${after}`}`,
  )
  const page = asked.isOld ? null : asked.answer
  const next = page?.next ?? null
  const more = () => {
    if (!page || next === null) return
    setKnown([...known, ...page.answers])
    setAfter(next)
    setPages(pages + 1)
  }
  // Answers that were left out may be on any page.
  useEffect(() => {
    if (only && next !== null && pages < MOST_PAGES) more()
  }, [only, next])
  const all = page ? [...known, ...page.answers] : known
  const extras = [...new Set(all.flatMap(({ answers }) => Object.keys(answers)))].filter(
    (element) => !NINE.some((one) => one === element),
  )
  return (
    <Answered asked={asked} isEmpty={() => all.length === 0} emptyWords={surveysText('answersNone')}>
      {() => (
        <>
          <p>
            {surveysText(next === null ? 'answersCount' : 'answersShown', {
              count: formatNumber(all.length),
              excluded: formatNumber(all.filter(({ excluded }) => excluded !== null).length),
            })}
          </p>
          <div class="surveys-scroll" aria-label={surveysText('section.answers')} {...scrolled}>
            <table class="surveys-table">
              <thead>
                <tr>
                  <th scope="col">{surveysText('answer')}</th>
                  <th scope="col">{surveysText('service')}</th>
                  {[...NINE, ...extras].map((element) => (
                    <th key={element} scope="col">
                      {elementName(element)}
                    </th>
                  ))}
                  <th scope="col">{surveysText('excluded')}</th>
                </tr>
              </thead>
              <tbody>
                {all.map((row, at) =>
                  only && row.excluded === null ? null : (
                    <Row
                      key={row.id}
                      hall={hall}
                      row={row}
                      nth={at + 1}
                      extras={extras}
                      onExclude={onExclude}
                    />
                  ),
                )}
              </tbody>
            </table>
          </div>
          {next !== null && <Button onPress={more}>{surveysText('more')}</Button>}
        </>
      )}
    </Answered>
  )
}

/** A wide table can be scrolled by keys too. */
const scrolled = { role: 'region', tabIndex: 0 } as const

interface RowProps {
  hall: Hall
  row: AnswerRow
  nth: number
  extras: readonly string[]
  onExclude: (going: Going) => void
}

function Row({ hall, row: { id, service, agency, answers, excluded }, nth, extras, onExclude }: RowProps) {
  return (
    <tr class={excluded === null ? undefined : 'surveys-out'}>
      <th scope="row">{formatNumber(nth)}</th>
      <td>{placeOf(hall, service, agency) ?? surveysText('noService')}</td>
      {[...NINE, ...extras].map((element) => (
        <td key={element} class="figures">
          {lookUp(answers, element) ?? '–'}
        </td>
      ))}
      <td>
        {excluded ?? (
          <Button
            kind="quiet"
            label={surveysText('excludeOf', { nth })}
            onPress={() => onExclude({ id, nth })}
          >
            {surveysText('exclude')}
          </Button>
        )}
      </td>
    </tr>
  )
}

const MOST_REASON = 200

interface ExcludeProps {
  id: string
  nth: number
  onClose: (done: boolean) => void
}

function Exclude({ id, nth, onClose }: ExcludeProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim()
    setBusy(true)
    const outcome = await press('POST', `/api/surveys/answers/${encodeURIComponent(id)}/exclude`, { reason })
    setBusy(false)
    if (outcome.ok) onClose(true)
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }
  return (
    <Dialog title={surveysText('excludeOf', { nth })} onClose={() => onClose(false)}>
      <form class="fields" onSubmit={(event) => void submit(event)}>
        <p>{surveysText('excludeLead')}</p>
        <Field
          name="reason"
          label={surveysText('reason')}
          hint={surveysText('reasonHint')}
          required
          maxLength={MOST_REASON}
          pattern=".*\S.*"
        />
        <ProblemLine problem={problem} />
        <FormEnds busy={busy} onBack={() => onClose(false)}>
          {surveysText('exclude')}
        </FormEnds>
      </form>
    </Dialog>
  )
}
