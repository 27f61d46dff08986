// When a slip is scanned at the kiosk: shows its visit, or says briefly why not now.
import { effect, signal, untracked } from '@preact/signals'
import { watchScans } from '../screens/scan.ts'
import type { Kiosk } from './kiosk.ts'
import { frontOf } from './spoken/see.ts'

/** Why a slip is not shown; with the prefix `scan.`, the key of its text. */
export type ScanTrouble = 'torn' | 'number' | 'busy' | 'dialog' | 'offline' | 'unready'

/** What is said about the last scan; `nth` counts them. */
export const scanTrouble = signal<{ word: ScanTrouble | null; nth: number }>({ word: null, nth: 0 })

function say(word: ScanTrouble | null): void {
  const { word: before, nth } = scanTrouble.peek()
  if (word !== before || word !== null) scanTrouble.value = { word, nth: nth + 1 }
}

/** The message has been read, or no longer matters. */
export const scanTroubleOver = () => say(null)

/** Listens for scans from now on; call it before anything else listens for keys. */
export function startScans(kiosk: Kiosk): void {
  const { trip, find } = kiosk
  watchScans((scan) => {
    const word = whyNotNow(kiosk) ?? (scan.what === 'torn' ? 'torn' : null)
    say(word)
    if (word !== null) return
    // Text from a scanner is not a search.
    find.forget()
    trip.show({ at: 'scanned', token: scan.what === 'visit' ? scan.token : '' })
  })
  effect(() => {
    void trip.place.value
    untracked(scanTroubleOver)
  })
}

/** Why a visit can't be shown at this moment; null when it can. */
function whyNotNow({ trip, ticket, device, live }: Kiosk): ScanTrouble | null {
  if (trip.place.value.at === 'number') return 'number'
  const { status } = device.state.value
  if (status === 'none') return 'unready'
  const isBusy =
    ticket.state.value.status === 'sending' || document.querySelector('[aria-busy="true"]') !== null
  if (isBusy || status === 'asking') return 'busy'
  if (frontOf() !== document.body) return 'dialog'
  return live.freshness.value === 'stale' ? 'offline' : null
}
