// What will be done about the elements with the lowest scores: findings from the survey, each with who sees to it and
// by when. They are printed in the public report.
import { useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { pick } from '../../screens/i18n.ts'
import { longDay } from '../../screens/layanan/words.ts'
import { press } from '../../screens/press.ts'
import { formatNrr } from '../../screens/format.ts'
import { elementName, NINE } from '../../screens/skm/elements.ts'
import { Field, Submit } from '../parts/Field.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { type FindingsAnswer, FINDINGS, type IkmAnswer, STATES, type SurveyFinding } from './api.ts'
import { forgetAnswers, useAnswer, Answered } from '../parts/Answered.tsx'
import { Span, type SectionProps } from './months.tsx'
import { surveysText } from './texts.ts'

/** The most letters of what will be done, and of who sees to it. */
const MOST_WORDS = 500
const MOST_OWNER = 100

export function FollowUp({ hall, months, first, now, today }: SectionProps) {
  const path = `/api/reports/ikm?from=${months.from}&to=${months.to}&by=hall&weight=exact`
  const ikm = useAnswer<IkmAnswer>(path)
  const plans = useAnswer<FindingsAnswer>(`${FINDINGS}?source=survey`)
  const row = ikm.answer?.rows[0]
  const lowest = row?.lowest ?? []
  const changed = () => {
    forgetAnswers()
    plans.again()
  }
  const ofElement = (element: string) =>
    (plans.answer?.findings ?? []).filter((one) => one.element === element && !isOver(one))
  return (
    <>
      <section class="part">
        <p>{surveysText('followLead')}</p>
        <div class="surveys-fields">
          <Span section="follow-up" months={months} first={first} last={now} />
        </div>
        <h3>{surveysText('lowest')}</h3>
        <Answered asked={ikm} isEmpty={() => lowest.length === 0} emptyWords={surveysText('noLowest')}>
          {() => (
            <ol class="surveys-lowest">
              {lowest.map((element) => {
                const nrr = row?.elements.find((one) => one.element === element)?.nrr ?? null
                const count = ofElement(element).length
                return (
                  <li key={element}>
                    <strong>{elementName(element)}</strong>
                    {nrr !== null && ` · NRR ${formatNrr(nrr)}`}
                    {count === 0 && <span class="state state-paused">{surveysText('noPlan')}</span>}
                  </li>
                )
              })}
            </ol>
          )}
        </Answered>
      </section>
      <NewPlan lowest={lowest} needed={lowest.find((one) => ofElement(one).length === 0)} onAdded={changed} />
      <section class="part" aria-labelledby="plans-title">
        <h3 id="plans-title">{surveysText('plans')}</h3>
        <Answered
          asked={plans}
          isEmpty={({ findings }) => findings.length === 0}
          emptyWords={surveysText('plansNone')}
        >
          {({ findings }) => (
            <ul class="surveys-list">
              {findings.map((one) => (
                <Plan
                  key={`${one.id} ${one.version}`}
                  plan={one}
                  agency={one.agency === null ? null : pickName(hall.agencies.value.get(one.agency))}
                  isLate={!isOver(one) && one.due !== null && one.due < today}
                  onChanged={changed}
                />
              ))}
            </ul>
          )}
        </Answered>
      </section>
    </>
  )
}

const pickName = (thing: { name: { id: string; en: string } } | undefined) =>
  thing ? pick(thing.name) : null
const isOver = ({ state }: SurveyFinding) => state === 'done' || state === 'dropped'

interface PlanProps {
  plan: SurveyFinding
  agency: string | null
  isLate: boolean
  onChanged: () => void
}

function Plan({ plan, agency, isLate, onChanged }: PlanProps) {
  const { id, what, element, owner, ownerName, due, state, version } = plan
  const [problem, setProblem] = useState<Problem | null>(null)
  async function change(next: string): Promise<void> {
    const outcome = await press('POST', `${FINDINGS}/${encodeURIComponent(id)}`, {
      state: next,
      seen: version,
    })
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    setProblem(outcome.ok ? null : outcome.problem)
    onChanged()
  }
  return (
    <li>
      <div>
        <p>
          {element !== null && <strong>{elementName(element)}: </strong>}
          {what}
        </p>
        <p class="soft">
          {[ownerName ?? owner, agency, due && surveysText('dueOn', { day: longDay(due) })]
            .filter(Boolean)
            .join(' · ')}{' '}
          {isLate && <span class="state state-paused">{surveysText('overdue')}</span>}
        </p>
        <ProblemLine problem={problem} />
      </div>
      <select
        class="surveys-state"
        aria-label={surveysText('setState', { what })}
        onChange={({ currentTarget }) => void change(currentTarget.value)}
      >
        {STATES.map((one) => (
          <option key={one} value={one} selected={one === state}>
            {surveysText(`plan.${one}`)}
          </option>
        ))}
      </select>
    </li>
  )
}

interface NewPlanProps {
  lowest: readonly string[]
  /** The first of the lowest elements without a plan. */
  needed: string | undefined
  onAdded: () => void
}

function NewPlan({ lowest, needed, onAdded }: NewPlanProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState(0)
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    setBusy(true)
    const outcome = await press('POST', FINDINGS, {
      source: 'survey',
      element: text('element'),
      what: text('what'),
      owner: text('owner'),
      due: text('due'),
    })
    setBusy(false)
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    setProblem(outcome.ok ? null : outcome.problem)
    if (!outcome.ok) return
    setRound(round + 1)
    onAdded()
  }
  const others = NINE.filter((one) => !lowest.includes(one))
  return (
    <section class="part" aria-labelledby="plan-new">
      <h3 id="plan-new">{surveysText('newPlan')}</h3>
      <form key={round} class="fields surveys-form" onSubmit={(event) => void submit(event)}>
        <div class="field">
          <label for="plan-element">{surveysText('element')}</label>
          <select key={needed} id="plan-element" name="element">
            {[...lowest, ...others].map((one) => (
              <option key={one} value={one} selected={one === needed}>
                {elementName(one)}
              </option>
            ))}
          </select>
        </div>
        <Field name="what" label={surveysText('what')} required maxLength={MOST_WORDS} pattern=".*\S.*" />
        <Field
          name="owner"
          label={surveysText('owner')}
          hint={surveysText('ownerHint')}
          required
          maxLength={MOST_OWNER}
          pattern=".*\S.*"
        />
        <div class="field">
          <label for="plan-due">{surveysText('due')}</label>
          <input id="plan-due" type="date" name="due" required />
        </div>
        <ProblemLine problem={problem} />
        <Submit busy={busy}>{surveysText('addPlan')}</Submit>
      </form>
    </section>
  )
}
