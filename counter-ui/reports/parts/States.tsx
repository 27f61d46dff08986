// What is shown instead of a missing report, in the words of the reports.
import type { ComponentProps } from 'preact'
import { Answered as AnsweredBy } from '../../parts/Answered.tsx'
import { reportsText } from '../texts/index.ts'

/** The answer once it is there; `emptyWords`: instead of the usual words for an empty period. */
export function Answered<T>(props: ComponentProps<typeof AnsweredBy<T>>) {
  return (
    <AnsweredBy
      {...props}
      emptyWords={props.emptyWords ?? reportsText('empty')}
      loading={reportsText('loading')}
    />
  )
}
