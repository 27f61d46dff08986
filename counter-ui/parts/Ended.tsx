// At the door: why the session that was open in this browser is over, and who ended it.
import { formatTime } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import type { Ended as Ending } from '../session.ts'
import { staffText } from '../texts/index.ts'

export function Ended({ ended: { why, by, at } }: { ended: Ending }) {
  // Nobody closed such an account yet: there is nobody to name.
  const text = why === 'agency-gone' && by === null ? 'endedWithAgency' : (`ended.${why}` as const)
  return (
    <p class="door-ended" role="status">
      <Icon name="clock" />
      <span>{staffText(text, { name: by ?? staffText('endedBySomebody'), time: formatTime(at) })}</span>
    </p>
  )
}
