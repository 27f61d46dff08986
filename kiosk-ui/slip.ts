// What a slip's state means for the visitor at the kiosk: whether they hold the number, and what to do otherwise.
import { useEffect, useState } from 'preact/hooks'
import type { KioskView } from '../server/live/kiosk.ts'
import type { VisitView } from '../server/live/visit.ts'
import { connectLive, type Live } from '../screens/live.ts'

export type SlipNow = Pick<VisitView['visit']['slip'], 'status' | 'noted'> & { why?: string | null }

/**
 * `coming`: the slip is being printed. `paper`: it came out. `screen`: there is no printer, so the visitor must note
 * the number. `failed`: it did not come out, and the number is not called before it is noted or printed (rule L1).
 */
export type SlipStand = 'coming' | 'paper' | 'screen' | 'failed'

const STANDS = { queued: 'coming', printed: 'paper', none: 'screen', failed: 'failed' } as const

export function slipStand({ status }: SlipNow): SlipStand {
  return STANDS[status]
}

/** Whether the screen may go on to the next visitor without asking. */
export function isHeld({ status, noted }: SlipNow): boolean {
  return noted || status === 'printed'
}

/** The key of the words for why a slip failed, plain enough for a visitor. */
export function faultOf({ why }: SlipNow) {
  if (why === 'paper-out') return 'paperOut'
  if (why === 'cover-open') return 'coverOpen'
  return why === 'offline' || why === 'unreachable' ? 'printerOff' : 'printerFault'
}

/** What the kiosk's view says about a printer. */
export type PrinterHere = Pick<KioskView['printers'][number], 'kiosks' | 'gives'>

/** The state of this kiosk's own printers: `none` has no printer, `gives` one that works, `empty` only others. */
export function paperHere(
  printers: readonly PrinterHere[],
  device: string | null,
): 'none' | 'gives' | 'empty' {
  const own = printers.filter(({ kiosks }) => device !== null && kiosks.includes(device))
  if (own.length === 0) return 'none'
  return own.some(({ gives }) => gives) ? 'gives' : 'empty'
}

// Follows a visit while it is on the screen: the slip comes out, visitors ahead are called.

/** Null only before the first render. */
export function useVisit(token: string): Live<VisitView> | null {
  const [live, setLive] = useState<Live<VisitView> | null>(null)
  useEffect(() => {
    const connection = connectLive<VisitView>({ topic: `visit:${token}` })
    setLive(connection)
    return () => connection.close()
  }, [token])
  return live
}
