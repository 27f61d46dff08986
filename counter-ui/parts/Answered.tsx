// An answer of the server, or what is shown in its place: on its way, empty, refused, not reached.
import type { ComponentChildren } from 'preact'
import { Button } from '../../screens/components/Button.tsx'
import { type Translation, makeTexts } from '../../screens/i18n.ts'
import type { Asked } from './ask.ts'
import { ProblemLine } from './ProblemLine.tsx'
import './answered.css'

export const id = {
  loading: 'Sedang dimuat…',
  again: 'Coba lagi',
  stillOld: 'Yang di bawah ini jawaban sebelumnya.',
} as const

export const en: Translation<typeof id> = {
  loading: 'Loading…',
  again: 'Try again',
  stillOld: 'What is below is the answer to the question before.',
}

const answeredText = makeTexts({ id, en })

// An answer from the server, or what is shown in its place: on its way, empty, refused, server not reached.

interface AnsweredProps<T> {
  asked: Asked<T>
  /** Whether it has nothing to show, and what to say then. */
  isEmpty?: ((answer: T) => boolean) | undefined
  emptyWords?: string | undefined
  /** While it is on its way. */
  loading?: string
  children: (answer: T) => ComponentChildren
}

/** The answer once it has come; greyed while it belongs to an earlier question. */
export function Answered<T>({ asked, isEmpty, emptyWords, loading, children }: AnsweredProps<T>) {
  const { answer, isOld, problem, again } = asked
  return (
    <div class={isOld ? 'answer answer-old' : 'answer'} aria-busy={!problem && (answer === null || isOld)}>
      {problem && (
        <div class="answer-problem">
          <ProblemLine problem={problem} />
          <Button icon="refresh" onPress={again}>
            {answeredText('again')}
          </Button>
          {answer !== null && <p class="soft">{answeredText('stillOld')}</p>}
        </div>
      )}
      {answer === null && !problem && (
        <p class="answer-wait" role="status">
          <span class="spinner" aria-hidden="true" />
          {loading ?? answeredText('loading')}
        </p>
      )}
      {answer !== null && (isEmpty?.(answer) ? <p class="answer-empty">{emptyWords}</p> : children(answer))}
    </div>
  )
}
