// At the door: why the session that was open in this browser is over, and who ended it.
import { formatTime } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import type { Ended as Ending } from '../session.ts'
import { t } from '../texts/index.ts'

const WHY = {
  over: 'endedOver',
  own: 'endedOwn',
  password: 'endedPassword',
  ended: 'endedBy',
  reset: 'endedReset',
  disabled: 'endedDisabled',
  'agency-gone': 'endedAgencyGoneBy',
} as const

export function Ended({ ended: { why, by, at } }: { ended: Ending }) {
  // Nobody closed such an account yet: there is nobody to name.
  const text = why === 'agency-gone' && by === null ? 'endedAgencyGone' : WHY[why]
  return (
    <p class="door-ended" role="status">
      <Icon name="clock" />
      <span>{t(text, { name: by ?? t('endedBySomebody'), time: formatTime(at) })}</span>
    </p>
  )
}
