// Why a plan was not taken: the server's sentence, and under it every fault with its place.
import type { Problem } from '../../../screens/command.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'

export function PlanProblem({ problem }: { problem: Problem | null }) {
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
