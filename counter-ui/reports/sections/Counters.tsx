// The counters: occupancy, staffed hours, late openings, free while somebody waited. Never about a person.
import type { CountersAnswer } from '../answers.ts'
import { useAnswer } from '../../parts/ask.ts'
import { filesOf, reportPath } from '../figures.tsx'
import { CounterTables } from '../parts/CounterTables.tsx'
import { Answered } from '../parts/States.tsx'
import type { SectionProps } from '../section.ts'

export function Counters({ hall, period, other, filters }: SectionProps) {
  const path = reportPath('counters', period, filters)
  const asked = useAnswer<CountersAnswer>(path)
  const before = useAnswer<CountersAnswer>(other && reportPath('counters', other, filters))
  return (
    <Answered
      asked={asked}
      isEmpty={({ counters, agencies }) => counters.length === 0 && agencies.every(({ days }) => days === 0)}
    >
      {(answer) => (
        <CounterTables
          hall={hall}
          answer={answer}
          before={other ? before.answer : null}
          files={filesOf(path)}
        />
      )}
    </Answered>
  )
}
