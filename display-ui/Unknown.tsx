// At the foot of a board that nobody enrolled: the code that makes it a display, and why its link did not. It stands
// over the foot alone; who is called can be read as ever.
import type { Problem } from '../screens/command.ts'
import { boardText } from './texts/index.ts'

export function Unknown({ problem, code }: { problem: Problem | null; code: string | null }) {
  return (
    <>
      {(problem || code !== null) && (
        <div class={problem ? 'problem' : 'problem join'} role={problem ? 'alert' : 'status'}>
          {code !== null && <p class="line join-code">{code}</p>}
          <p class="problem-words">
            {problem && <strong>{problem.title}. </strong>}
            {code === null ? problem && problem.detail : boardText('join')}
          </p>
        </div>
      )}
    </>
  )
}
