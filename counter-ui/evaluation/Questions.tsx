// What the program can’t know: each question with its answer, the day on which somebody last confirmed it, and a
// button that saves it. What is typed stays until it is saved, even if that fails.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { pick } from '../../screens/i18n.ts'
import { type Desk, type Question, longDay } from './desk.ts'
import { evaluationText } from './texts.ts'

const GROUPS = ['basis', 'building', 'people', 'investment', 'service', 'next'] as const

export function Questions({ desk }: { desk: Desk }) {
  const all = desk.questions.value ?? []
  return (
    <section class="part" id="questions" aria-labelledby="eval-questions">
      <h2 id="eval-questions">{evaluationText('questionsTitle')}</h2>
      <p class="soft">{evaluationText('questionsLead')}</p>
      {GROUPS.map((group) => {
        const own = all.filter((one) => one.group === group)
        const open = own.filter(({ answer }) => answer === null).length
        return (
          <details key={group} class="eval-group">
            <summary>
              {evaluationText(`group.${group}`)}
              {open > 0 && <span class="soft"> · {evaluationText('openOf', { open, all: own.length })}</span>}
            </summary>
            {own.map((one) => (
              <Answer key={one.id} desk={desk} one={one} />
            ))}
          </details>
        )
      })}
    </section>
  )
}

function Answer({ desk, one }: { desk: Desk; one: Question }) {
  const { id, kind, question, answer, reviewedOn, by } = one
  const [typed, type] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const field = `eval-q-${id}`
  const text = typed ?? answer ?? ''
  const isChanged = typed !== null && typed.trim() !== (answer ?? '')
  async function keep(): Promise<void> {
    setBusy(true)
    const isKept = await desk.answer([{ id, answer: text.trim() === '' ? null : text.trim() }])
    setBusy(false)
    setSaved(isKept)
    if (isKept) type(null)
  }
  const given = {
    id: field,
    value: text,
    'aria-describedby': `${field}-state`,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      type(currentTarget.value)
      setSaved(false)
    },
  }
  return (
    <div class="field eval-question">
      <label for={field}>{pick(question)}</label>
      {kind === 'text' ? (
        <textarea {...given} rows={Math.min(8, Math.max(2, text.split('\n').length))} />
      ) : kind === 'day' ? (
        <input {...given} type="date" />
      ) : (
        <input {...given} type="text" inputMode="numeric" pattern="[0-9]*" autoComplete="off" />
      )}
      <div class="eval-answer">
        <span class="soft" id={`${field}-state`} role="status">
          {saved && `${evaluationText('saved')} `}
          {reviewedOn === null
            ? evaluationText('unanswered')
            : evaluationText('reviewed', { day: longDay(reviewedOn), by: by ?? '' })}
        </span>
        {(isChanged || answer !== null) && (
          <Button
            kind={isChanged ? 'primary' : 'quiet'}
            busy={busy}
            label={isChanged ? undefined : evaluationText('stillSoOf', { question: pick(question) })}
            onPress={keep}
          >
            {evaluationText(isChanged ? 'save' : 'stillSo')}
          </Button>
        )}
      </div>
    </div>
  )
}
