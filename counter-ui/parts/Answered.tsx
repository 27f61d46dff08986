// An answer from the server, or what is shown in its place: on its way, empty, refused, server not reached.
import type { ComponentChildren } from 'preact'
import { Button } from '../../screens/components/Button.tsx'
import { answeredText } from './answered-texts.ts'
import type { Asked } from './ask.ts'
import { ProblemLine } from './ProblemLine.tsx'
import './answered.css'

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
