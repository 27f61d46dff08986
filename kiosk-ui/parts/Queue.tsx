// How many would come before who takes a number now, and about how long, in one quiet line: what the number will say.
// Nothing of a service that gives none.
import { Icon } from '../../screens/icons.tsx'
import { beforeText, whenText } from '../line-text.ts'
import type { LiveService } from '../standing.ts'
import { t } from '../texts/index.ts'

export function Queue({ live }: { live: LiveService | undefined }) {
  if (!live || live.closed) return null
  const before = beforeText(live) || (live.openCounters > 0 ? t('nobodyWaiting') : '')
  const when = whenText(live)
  return (
    <span class="queue figures">
      {before && (
        <span class="queue-part">
          <Icon name="people" />
          {before}
        </span>
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
