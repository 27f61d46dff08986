// What a start found missing or altered, and a clock to be confirmed, as lines for the banner of every page of staff.
import type { KioskView } from '../../server/live/kiosk-view.ts'
import { BannerLine } from '../../screens/components/Banner.tsx'
import { formatDay, formatTime } from '../../screens/format.ts'
import { d } from './texts/index.ts'

/** Lines for the page's banner; none while all is well. */
export function DamageLines({ hall }: { hall: KioskView['hall'] | null }) {
  return (
    <>
      {hall && hall.clock === 'unsure' && <BannerLine tone="notice" text={d('clockUnsure')} />}
      {hall && damageInWords(hall).map((text) => <BannerLine key={text} tone="danger" text={text} />)}
    </>
  )
}

/** Each of what was found, as a sentence. */
export function damageInWords({ damage = [] }: KioskView['hall']): string[] {
  return damage.map(({ kind, count, from, to }) =>
    d(kind, { count: count ?? '?', from: when(from), to: when(to) }),
  )
}

function when(instant: string | null): string {
  return instant ? `${formatDay(instant)} ${formatTime(instant)}` : '?'
}
