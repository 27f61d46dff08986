// Marks on the time axis: an opening, a new counter, a finding. They are shown in every chart over days and months, so
// that before and after can be compared.
import { useState } from 'preact/hooks'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { press } from '../../../screens/press.ts'
import { Field, Submit } from '../../parts/Field.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { forgetAnswers, useAnswer } from '../../parts/Answered.tsx'
import { KINDS, MARKS, type Mark, type MarksAnswer } from '../names.ts'
import { Answered, type SectionProps } from '../section.tsx'
import { fullDay, periodOf } from '../period.ts'
import { isReportsKey, reportsText } from '../texts/index.ts'
import { pathTo } from '../way.ts'

const MOST_LETTERS = 200

export function Marks({ me, today }: SectionProps) {
  const asked = useAnswer<MarksAnswer>(MARKS)
  const [problem, setProblem] = useState<Problem | null>(null)
  const may = me.role === 'manager'
  async function remove(id: string): Promise<void> {
    const outcome = await press('DELETE', `${MARKS}/${encodeURIComponent(id)}`)
    setProblem(outcome.ok ? null : outcome.problem)
    forgetAnswers()
    asked.again()
  }
  return (
    <>
      <p class="part">{reportsText('marksLead')}</p>
      {may && (
        <NewMark
          today={today}
          onAdded={() => {
            forgetAnswers()
            asked.again()
          }}
        />
      )}
      <section class="part" aria-labelledby="marks-all">
        <h3 id="marks-all">{reportsText('marksAll')}</h3>
        <ProblemLine problem={problem} />
        <Answered
          asked={asked}
          isEmpty={({ marks }) => marks.length === 0}
          emptyWords={reportsText('marksNone')}
        >
          {({ marks }) => (
            <ul class="marks">
              {[...marks]
                .sort((a, b) => (a.day < b.day ? 1 : -1))
                .map((mark) => (
                  <li key={mark.id}>
                    <OneMark mark={mark} />
                    {may && (
                      <Button
                        kind="quiet"
                        icon="close"
                        label={reportsText('markRemove', { text: mark.text })}
                        onPress={() => remove(mark.id)}
                      />
                    )}
                  </li>
                ))}
            </ul>
          )}
        </Answered>
      </section>
    </>
  )
}

function OneMark({ mark: { day, kind, text } }: { mark: Mark }) {
  const key = `mark.${kind}` as const
  const month = periodOf('month', day)
  return (
    <p>
      <strong>{fullDay(day)}</strong>
      <br />
      <span class="state">{isReportsKey(key) ? reportsText(key) : kind}</span> {text}{' '}
      <a
        class="not-printed"
        href={pathTo({ section: 'waits', period: month, compare: 'before', filters: {}, view: {} })}
      >
        {reportsText('markLook')}
      </a>
    </p>
  )
}

function NewMark({ today, onAdded }: { today: string; onAdded: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState(0)
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const given = new FormData(event.currentTarget)
    setBusy(true)
    const body = {
      day: String(given.get('day')),
      kind: String(given.get('kind')),
      text: String(given.get('text')).trim(),
    }
    const outcome = await press('POST', MARKS, body)
    setBusy(false)
    setProblem(outcome.ok ? null : outcome.problem)
    if (!outcome.ok) return
    setRound(round + 1)
    onAdded()
  }
  return (
    <section class="part not-printed" aria-labelledby="marks-new">
      <h3 id="marks-new">{reportsText('markNew')}</h3>
      <form key={round} class="fields marks-form" onSubmit={(event) => void submit(event)}>
        <div class="field">
          <label for="mark-day">{reportsText('by.day')}</label>
          <input id="mark-day" type="date" name="day" defaultValue={today} required />
        </div>
        <div class="field">
          <label for="mark-kind">{reportsText('markKind')}</label>
          <select id="mark-kind" name="kind">
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {reportsText(`mark.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <Field
          name="text"
          label={reportsText('markText')}
          hint={reportsText('markHint')}
          required
          maxLength={MOST_LETTERS}
        />
        <ProblemLine problem={problem} />
        <Submit busy={busy}>{reportsText('markAdd')}</Submit>
      </form>
    </section>
  )
}
