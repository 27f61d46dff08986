// What every screen must say about its state, in one place: no connection, refused, clock suspect, rehearsal. Put it
// first on the page; it is empty while all is well.
import type { ComponentChildren } from 'preact'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { Freshness, Refused } from '../live.ts'
import { Drawing, REFRESH, WARNING } from '../drawing.tsx'
import { standingText } from '../texts/standing.ts'

export interface BannerProps {
  freshness: Freshness
  refused?: Refused | null
  /** The `hall` of the newest view. */
  hall?: KioskView['hall'] | null
  /** Further lines. */
  children?: ComponentChildren
}

/** One line of it. */
export function BannerLine({ tone, text }: { tone: 'danger' | 'notice' | 'rehearsal'; text: string }) {
  return (
    <p class={`banner-line banner-${tone}`}>
      <Drawing path={tone === 'notice' ? REFRESH : WARNING} />
      <span>{text}</span>
    </p>
  )
}

export function Banner({ freshness, refused = null, hall = null, children }: BannerProps) {
  return (
    <div class="banner" role="status">
      {refused && <BannerLine tone="danger" text={standingText(`refused.${refused}`)} />}
      {!refused && freshness === 'stale' && <BannerLine tone="danger" text={standingText('stale')} />}
      {freshness === 'reconnecting' && <BannerLine tone="notice" text={standingText('reconnecting')} />}
      {hall && hall.storageGone && <BannerLine tone="danger" text={standingText('storageGone')} />}
      {hall && hall.clockSuspect && (
        <BannerLine
          tone="danger"
          text={standingText(hall.clock === 'ahead' ? 'clockLeapt' : 'clockSuspect')}
        />
      )}
      {hall && (hall.clockOffset !== 0 || hall.training) && (
        <BannerLine tone="rehearsal" text={standingText('rehearsal')} />
      )}
      {children}
    </div>
  )
}
