// Why a plan was not accepted: the server's sentence, and under it every fault with its place.
import type { Problem } from '../../screens/command.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { manageText } from './texts/index.ts'

interface PlanProblemProps {
  problem: Problem | null
  /** If something was typed, it says that it is still there. */
  typed?: boolean
}

export function PlanProblem({ problem, typed = false }: PlanProblemProps) {
  if (typed && problem && problem.code === 'plan-changed')
    return <ProblemLine problem={null} text={manageText('planChanged')} />
  return (
    <div>
      <ProblemLine problem={problem} />
      {problem && problem.faults && (
        <ul class="plan-faults">
          {problem.faults.map(({ at, detail }) => (
            <li key={`${at} ${detail}`}>
              {detail} <code>{at}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
