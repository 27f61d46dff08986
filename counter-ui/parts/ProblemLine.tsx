// Why something was refused, in the server's own sentence, near the eye: in a long dialog it scrolls into view. The
// region is always there, so that screen readers announce what appears in it.
import { useEffect, useRef } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Icon } from '../../screens/icons.tsx'

export function ProblemLine({ problem, text }: { problem: Problem | null; text?: string | undefined }) {
  const words = problem ? problem.detail || problem.title : text
  const line = useRef<HTMLDivElement>(null)
  // A page does not scroll to it: there it may be about something nobody pressed.
  useEffect(() => {
    if (words && line.current?.closest('.dialog')) line.current.scrollIntoView({ block: 'nearest' })
  }, [words])
  return (
    <div class="problem" role="alert" ref={line}>
      {words && (
        <p class="problem-words">
          <Icon name="warning" />
          <span>{words}</span>
        </p>
      )}
    </div>
  )
}
