// One form as screens: a question at a time with faces and words, then the end, where it is sent and which leads to
// the other questions, to words of one's own and to the profile. The frame around them is the phone's or the tablet's.
import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Face, type Score, SCORES } from '../../screens/faces.tsx'
import { type IdleTimes, useIdle } from '../idle-times.ts'
import { patient } from '../spoken/state.ts'
import { MOST_WORDS, answer, askAll, back, type Ballot, goTo, isBlank, leftOf, type Form } from './ballot.ts'
import { surveyText } from './texts.ts'

export interface ScreenProps {
  /** When it changes, the focus goes to the heading. */
  name: string
  heading: string
  /** Above the heading: the service, and which question this is. */
  over?: string
  onBack?: (() => void) | undefined
  /** Below the content: the one primary button, and what belongs to it. */
  actions?: ComponentChildren
  children?: ComponentChildren
}

export interface AskingProps {
  form: Form
  /** What the service is called. */
  service: string
  ballot: Ballot
  change: (ballot: Ballot) => void
  Screen: ComponentType<ScreenProps>
  onSend: () => void | Promise<unknown>
  /** Back from the first question, or the end of a blank one. */
  onLeave: () => void
}

/** At the end nobody has to press anything: the answers are sent once nothing more happens. */
export const SENDS_ITSELF: IdleTimes = { quiet: 10, warning: 20 }

export function Asking(props: AskingProps) {
  const { where, order } = props.ballot
  if (where.at === 'words') return <Words {...props} />
  if (where.at === 'profile') return <Profile {...props} />
  const element = where.at === 'question' ? order[where.nth] : undefined
  const question = props.form.questions.find((one) => one.element === element)
  return where.at === 'question' && question ? (
    <Ask {...props} question={question} nth={where.nth} />
  ) : (
    <Enough {...props} />
  )
}

/** A double tap answers once, as the next question appears under the finger. Milliseconds. */
const SHIELD_MS = 350

function Ask(props: AskingProps & { question: Form['questions'][number]; nth: number }) {
  const { ballot, change, Screen, service, onLeave, question, nth } = props
  const { element, text, answers } = question
  const [shielded, shield] = useState('')
  useEffect(() => {
    shield(element)
    const timer = setTimeout(() => shield(''), SHIELD_MS)
    return () => clearTimeout(timer)
  }, [element])
  const chosen = ballot.answers.get(element)
  const give = (score: Score | null) => change(answer(ballot, score))
  return (
    <Screen
      name={`ask-${element}`}
      heading={text}
      over={`${service} · ${surveyText('nth', { nth: nth + 1, count: ballot.asked })}`}
      onBack={() => {
        const before = back(ballot)
        if (before) change(before)
        else onLeave()
      }}
    >
      <ul class="faces">
        {SCORES.map((score) => (
          <li key={score}>
            <button
              type="button"
              class="face"
              // Only if there is something to look at again.
              aria-pressed={chosen === undefined ? undefined : chosen === score}
              onClick={() => give(score)}
            >
              <Face score={score} />
              <span class="face-words">{answers[score - 1]}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="skip">
        <Button kind="quiet" onPress={() => give(null)}>
          {surveyText('skip')}
        </Button>
      </div>
      {shielded === element && <div class="shield" aria-hidden="true" />}
    </Screen>
  )
}

function Enough({ form, service, ballot, change, Screen, onSend, onLeave }: AskingProps) {
  const blank = isBlank(ballot)
  const left = leftOf(ballot)
  const tick = (done: boolean) => (done ? ('check' as const) : ('plus' as const))
  return (
    <Screen
      name="enough"
      heading={surveyText('enough')}
      over={service}
      onBack={() => change(back(ballot) ?? ballot)}
      actions={
        <>
          {!blank && <SendsItself onSend={onSend} />}
          <Button kind="primary" size="huge" onPress={blank ? onLeave : onSend}>
            {surveyText(blank ? 'finish' : 'send')}
          </Button>
        </>
      }
    >
      <p class="lead">{surveyText(blank ? 'enoughBlank' : 'enoughHint')}</p>
      <div class="ways-on">
        {left > 0 && (
          <Button size="large" icon="arrow-right" onPress={() => change(askAll(ballot))}>
            {surveyText('more', { count: left })}
          </Button>
        )}
        <Button
          size="large"
          icon={tick(ballot.words.trim() !== '')}
          onPress={() => change(goTo(ballot, 'words'))}
        >
          {surveyText('write')}
        </Button>
        {form.profile.length > 0 && (
          <Button
            size="large"
            icon={tick(ballot.profile.size > 0)}
            onPress={() => change(goTo(ballot, 'profile'))}
          >
            {surveyText('aboutYou')}
          </Button>
        )}
      </div>
    </Screen>
  )
}

function SendsItself({ onSend }: { onSend: () => void | Promise<unknown> }) {
  const left = useIdle(patient(SENDS_ITSELF), () => void onSend(), '')
  return (
    <p class="sends-itself figures" role="timer">
      {left !== null && surveyText('sendsItself', { seconds: left })}
    </p>
  )
}

function Words({ service, ballot, change, Screen }: AskingProps) {
  const done = () => change(goTo(ballot, 'enough'))
  return (
    <Screen
      name="words"
      heading={surveyText('wordsTitle')}
      over={service}
      onBack={done}
      actions={
        <Button kind="primary" size="huge" onPress={done}>
          {surveyText('proceed')}
        </Button>
      }
    >
      <p class="hint" id="words-hint">
        {surveyText('wordsHint')}
      </p>
      <textarea
        class="words"
        rows={5}
        maxLength={MOST_WORDS}
        aria-label={surveyText('wordsTitle')}
        aria-describedby="words-hint"
        value={ballot.words}
        onInput={({ currentTarget }) => change({ ...ballot, words: currentTarget.value })}
      />
    </Screen>
  )
}

function Profile({ form, service, ballot, change, Screen }: AskingProps) {
  const done = () => change(goTo(ballot, 'enough'))
  const choose = (question: string, value: string) => {
    const profile = new Map(ballot.profile)
    // A second touch takes it back.
    if (profile.get(question) === value) profile.delete(question)
    else profile.set(question, value)
    change({ ...ballot, profile })
  }
  return (
    <Screen
      name="profile"
      heading={surveyText('aboutYou')}
      over={service}
      onBack={done}
      actions={
        <Button kind="primary" size="huge" onPress={done}>
          {surveyText('proceed')}
        </Button>
      }
    >
      <p class="hint">{surveyText('profileHint')}</p>
      {form.profile.map(({ question, text, values }) => (
        <section key={question} class="profile" role="group" aria-labelledby={`profile-${question}`}>
          <h2 class="profile-title" id={`profile-${question}`}>
            {text}
          </h2>
          <div class="profile-answers">
            {values.map((one) => (
              <Button
                key={one.value}
                pressed={ballot.profile.get(question) === one.value}
                onPress={() => choose(question, one.value)}
              >
                {one.text}
              </Button>
            ))}
          </div>
        </section>
      ))}
    </Screen>
  )
}
