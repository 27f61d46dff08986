// The banner of every page of staff: what all screens say about themselves, and what only staff are told because
// visitors can do nothing about it.
import type { KioskView } from '../../server/live/kiosk.ts'
import { Banner, BannerLine } from '../../screens/components/Banner.tsx'
import { formatDay, formatTime } from '../../screens/format.ts'
import type { Live } from '../../screens/live.ts'
import { staffText } from '../texts.ts'

interface StaffBannerProps {
  live: Pick<Live<unknown>, 'freshness' | 'refused'>
  /** The newest view. */
  view: { readonly hall: KioskView['hall'] } | null
}

export function StaffBanner({ live, view }: StaffBannerProps) {
  const hall = view && view.hall
  return (
    <Banner freshness={live.freshness.value} refused={live.refused.value} hall={hall}>
      {hall && hall.clock === 'unsure' && <BannerLine tone="notice" text={staffText('banner.clockUnsure')} />}
      {hall && damageInWords(hall).map((text) => <BannerLine key={text} tone="danger" text={text} />)}
    </Banner>
  )
}

/** Everything that a start found missing or altered, each as a sentence. */
export function damageInWords({ damage = [] }: KioskView['hall']): string[] {
  return damage.map(({ kind, count, from, to }) =>
    staffText(`banner.${kind}`, { count: count ?? '?', when: spanOf(from, to) }),
  )
}

/** From when to when, without repeating a day or a minute. */
function spanOf(from: string | null, to: string | null): string {
  if (!from || !to || formatDay(from) !== formatDay(to))
    return staffText('banner.between', { from: when(from), to: when(to) })
  const times = { day: formatDay(to), from: formatTime(from), to: formatTime(to) }
  return staffText(times.from === times.to ? 'banner.atMinute' : 'banner.onDay', times)
}

function when(instant: string | null): string {
  return instant ? `${formatDay(instant)} ${formatTime(instant)}` : '?'
}
