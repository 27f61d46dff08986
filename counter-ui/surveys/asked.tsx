// What was asked of the server: on its way, empty, refused, or there; greyed while it belongs to an earlier question.
import type { ComponentChildren } from 'preact'
import { Button } from '../../screens/components/Button.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import type { Asked } from '../reports/ask.ts'
import { surveysText } from './texts/index.ts'

interface AnsweredProps<T> {
  asked: Asked<T>
  isEmpty?: (answer: T) => boolean
  emptyWords?: string
  children: (answer: T) => ComponentChildren
}

export function Answered<T>({ asked, isEmpty, emptyWords, children }: AnsweredProps<T>) {
  const { answer, isOld, problem, again } = asked
  return (
    <div class={isOld ? 'answer answer-old' : 'answer'} aria-busy={!problem && (answer === null || isOld)}>
      {problem && (
        <div class="answer-problem">
          <ProblemLine problem={problem} />
          <Button icon="refresh" onPress={again}>
            {surveysText('again')}
          </Button>
        </div>
      )}
      {answer === null && !problem && (
        <p role="status">
          <span class="spinner" aria-hidden="true" /> {surveysText('loading')}
        </p>
      )}
      {answer !== null && (isEmpty?.(answer) ? <p>{emptyWords}</p> : children(answer))}
    </div>
  )
}
