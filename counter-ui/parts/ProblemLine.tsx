// Why something was refused, in the server's own sentence, where the eye is. The region is always there, so that
// readers of the page hear what appears in it.
import type { Problem } from '../../screens/command.ts'
import { Icon } from '../../screens/icons.tsx'

export function ProblemLine({ problem, text }: { problem: Problem | null; text?: string | undefined }) {
  const words = problem ? problem.detail || problem.title : text
  return (
    <div class="problem" role="alert">
      {words && (
        <p class="problem-words">
          <Icon name="warning" />
          <span>{words}</span>
        </p>
      )}
    </div>
  )
}
