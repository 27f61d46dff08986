// What stands in the place of a report that is not there: on its way, empty, refused, or not reached.
import type { ComponentChildren } from 'preact'
import { Button } from '../../../screens/components/Button.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import type { Asked } from '../ask.ts'
import { reportsText } from '../texts/index.ts'

interface AnswerProps<T> {
  asked: Asked<T>
  /** Whether there is nothing in it to show. */
  isEmpty?: (answer: T) => boolean
  /** Instead of the usual words for an empty period. */
  emptyWords?: string
  children: (answer: T) => ComponentChildren
}

/** The answer once it is there; greyed while it belongs to an earlier question. */
export function Answered<T>({ asked, isEmpty, emptyWords, children }: AnswerProps<T>) {
  const { answer, isOld, problem, again } = asked
  return (
    <div class={isOld ? 'answer answer-old' : 'answer'} aria-busy={!problem && (answer === null || isOld)}>
      {problem && (
        <div class="answer-problem">
          <ProblemLine problem={problem} />
          <Button icon="refresh" onPress={again}>
            {reportsText('again')}
          </Button>
          {answer !== null && <p class="soft">{reportsText('stillOld')}</p>}
        </div>
      )}
      {answer === null && !problem && (
        <p class="answer-wait" role="status">
          <span class="spinner" aria-hidden="true" />
          {reportsText('loading')}
        </p>
      )}
      {answer !== null &&
        (isEmpty?.(answer) ? (
          <p class="answer-empty">{emptyWords ?? reportsText('empty')}</p>
        ) : (
          children(answer)
        ))}
    </div>
  )
}

/** A value, or that there are too few for one. */
export function Few() {
  return <span class="few">{reportsText('tooFew')}</span>
}
