// Writing the questions that apply from a coming month: wording and answers of each element in each language, the
// hall’s own elements, and their weights.
import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatNumber } from '../../screens/format.ts'
import { lookUp } from '../../screens/look-up.ts'
import { press } from '../../screens/press.ts'
import { elementName } from '../../screens/skm/elements.ts'
import { FormEnds } from '../parts/Ends.tsx'
import { TooLong, useTooLong } from '../parts/Field.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { type Element, QUESTIONS } from './api.ts'
import {
  type DraftElement,
  LANGUAGES,
  blankExtra,
  draftOf,
  elementsOf,
  reworded,
  sharesOf,
  sumOfExtras,
} from './draft.ts'
import { MonthField, monthsLater } from './months.tsx'
import { surveysText } from './texts.ts'

interface NewQuestionsProps {
  /** The wording to begin with. */
  elements: readonly Element[]
  /** The proposed month. */
  from: string
  now: string
  /** Called with the month from which it applies; null: nothing was saved. */
  onEnd: (from: string | null) => void
}

/** How far ahead a wording can be set. */
const MONTHS_AHEAD = 12
const MOST_EXTRAS = 6

export function NewQuestions({ elements, from, now, onEnd }: NewQuestionsProps) {
  const [draft, setDraft] = useState(() => draftOf(elements))
  const [month, setMonth] = useState(from)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const extras = draft.filter(({ extra }) => extra)
  const shares = sharesOf(draft)
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) => monthsLater(now, ahead + 1))

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const sent = elementsOf(draft)
    if (sent === null) return
    setBusy(true)
    const outcome = await press('POST', QUESTIONS, { from: month, elements: sent })
    setBusy(false)
    if (outcome.ok) onEnd(month)
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }

  return (
    <form class="part" aria-labelledby="new-title" onSubmit={(event) => void submit(event)}>
      <h3 id="new-title">{surveysText('changeTitle')}</h3>
      <div class="surveys-fields">
        <MonthField label={surveysText('validFrom')} value={month} months={months} onMonth={setMonth} />
      </div>
      <p class="soft">{surveysText('scores')}</p>
      {draft.map((one) => (
        <ElementFields
          key={one.element}
          one={one}
          title={
            one.extra ? surveysText('extraNth', { nth: extras.indexOf(one) + 1 }) : elementName(one.element)
          }
          onWord={(language, at, text) => setDraft(reworded(draft, one.element, language, at, text))}
        >
          {one.extra && (
            <>
              <Weight
                value={one.weight}
                fault={
                  shares === null
                    ? surveysText('weightBad', { sum: formatNumber(sumOfExtras(draft)) })
                    : undefined
                }
                hint={surveysText('weightHint', {
                  each: shares === null ? '–' : formatNumber(Math.round((shares[0] ?? 0) / 100) / 10_000),
                })}
                onValue={(weight) =>
                  setDraft(draft.map((other) => (other === one ? { ...one, weight } : other)))
                }
              />
              <Button
                kind="quiet"
                label={surveysText('removeExtra', { nth: extras.indexOf(one) + 1 })}
                onPress={() => setDraft(draft.filter((other) => other !== one))}
              >
                {surveysText('removeExtra', { nth: extras.indexOf(one) + 1 })}
              </Button>
            </>
          )}
        </ElementFields>
      ))}
      {extras.length < MOST_EXTRAS && (
        <Button onPress={() => setDraft([...draft, blankExtra(draft)])}>{surveysText('addExtra')}</Button>
      )}
      <ProblemLine problem={problem} />
      <FormEnds busy={busy} disabled={shares === null} onBack={() => onEnd(null)}>
        {surveysText('save')}
      </FormEnds>
    </form>
  )
}

interface ElementFieldsProps {
  one: DraftElement
  title: string
  onWord: (language: string, at: number, text: string) => void
  children: ComponentChildren
}

/** One element, folded; a field that the browser finds invalid opens it. */
function ElementFields({ one, title, onWord, children }: ElementFieldsProps) {
  return (
    <details
      class="surveys-element"
      open={one.extra}
      onInvalidCapture={({ currentTarget }) => (currentTarget.open = true)}
    >
      <summary>{title}</summary>
      {LANGUAGES.map((language) => {
        const words = lookUp(one.words, language) ?? []
        const name = surveysText(`language.${language}`)
        return (
          <fieldset key={language}>
            <legend>{name}</legend>
            {[0, 1, 2, 3, 4].map((at) => (
              <WordField
                key={at}
                label={
                  at === 0
                    ? surveysText('question', { language: name })
                    : surveysText('answerOf', { score: at, language: name })
                }
                language={language}
                value={words[at] ?? ''}
                most={at === 0 ? MOST_QUESTION : MOST_ANSWER}
                onValue={(text) => onWord(language, at, text)}
              />
            ))}
          </fieldset>
        )
      })}
      {children}
    </details>
  )
}

const MOST_QUESTION = 300
const MOST_ANSWER = 80

interface WordFieldProps {
  label: string
  language: string
  value: string
  most: number
  onValue: (text: string) => void
}

function WordField({ label, language, value, most, onValue }: WordFieldProps) {
  const id = useId()
  const tooLong = useTooLong(most)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        lang={language}
        value={value}
        required
        pattern=".*\S.*"
        aria-invalid={tooLong.words !== '' || undefined}
        aria-errormessage={`${id}-long`}
        onInput={(event) => {
          tooLong.onInput(event)
          onValue(event.currentTarget.value)
        }}
      />
      <TooLong id={`${id}-long`} words={tooLong.words} />
    </div>
  )
}

interface WeightProps {
  value: string
  /** What is wrong with the weights as a whole. */
  fault: string | undefined
  hint: string
  onValue: (value: string) => void
}

function Weight({ value, fault, hint, onValue }: WeightProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{surveysText('weightOf')}</label>
      <input
        id={id}
        inputMode="decimal"
        value={value}
        required
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint`}
        aria-errormessage={`${id}-fault`}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
      <div id={`${id}-fault`}>
        <ProblemLine problem={null} text={fault} />
      </div>
      <p class="soft" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
