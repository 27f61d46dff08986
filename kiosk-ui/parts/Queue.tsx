// How many wait for a service and about how long, in one quiet line.
import { formatForecast, formatNumber } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import type { LiveService } from '../standing.ts'
import { t } from '../texts/index.ts'

export function Queue({ live }: { live: LiveService | undefined }) {
  if (!live) return null
  const forecast = live.waiting > 0 ? formatForecast(live.forecast) : ''
  return (
    <span class="queue figures">
      <span class="queue-part">
        <Icon name="people" />
        {live.waiting > 0 ? t('waiting', { count: formatNumber(live.waiting) }) : t('nobodyWaiting')}
      </span>
      {forecast && (
        <span class="queue-part">
          <Icon name="clock" />
          {forecast}
        </span>
      )}
    </span>
  )
}
