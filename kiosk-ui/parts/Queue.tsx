// How many would be ahead of somebody who takes a number now, and about how long, in one quiet line: what the number
// will say. Empty for a service that gives no numbers.
import { formatNumber } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import { whenText } from '../line-text.ts'
import type { LiveService } from '../standing.ts'
import { kioskText } from '../texts/index.ts'

/** `priority`: for somebody who has it. */
export function Queue({ live, priority }: { live: LiveService | undefined; priority?: boolean }) {
  if (!live || live.closed) return null
  const { ahead, openCounters } = live
  const nobody = openCounters > 0 ? kioskText('nobodyWaiting') : ''
  const before = ahead > 0 ? kioskText('waiting', { count: formatNumber(ahead) }) : nobody
  const when = whenText({ ahead, when: (priority && live.whenPriority) || live.when })
  return (
    <span class="queue figures">
      {before && (
        <span class="queue-part">
          <Icon name="people" />
          {before}
        </span>
      )}
      {live.left !== null && (
        <span class="queue-part">{kioskText('left', { count: formatNumber(live.left) })}</span>
      )}
      {when && (
        <span class="queue-part">
          <Icon name="clock" />
          {when}
        </span>
      )}
    </span>
  )
}
