// What a slip's state means for who stands before the kiosk: whether the number is in a hand, and what to do else.
import type { KioskView } from '../server/live/kiosk.ts'
import type { VisitView } from '../server/live/visit.ts'

export type SlipNow = Pick<VisitView['visit']['slip'], 'status' | 'noted'> & { why?: string | null }

/**
 * `coming`: the slip is being printed. `paper`: it came out. `screen`: there is no printer, so the number is to be
 * noted. `failed`: it did not come out, and nobody calls the number before it is noted or printed (rule L1).
 */
export type SlipStand = 'coming' | 'paper' | 'screen' | 'failed'

const STANDS = { queued: 'coming', printed: 'paper', none: 'screen', failed: 'failed' } as const

export function slipStand({ status }: SlipNow): SlipStand {
  return STANDS[status]
}

/** Whether the screen may go on to the next visitor without another word. */
export function isHeld({ status, noted }: SlipNow): boolean {
  return noted || status === 'printed'
}

/** The name of the words for why a slip failed, plain enough for a visitor. */
export function faultOf({ why }: SlipNow) {
  if (why === 'paper-out') return 'paperOut'
  if (why === 'cover-open') return 'coverOpen'
  return why === 'offline' || why === 'unreachable' ? 'printerOff' : 'printerFault'
}

/** What the kiosk's view tells of a printer. */
export type PrinterHere = Pick<KioskView['printers'][number], 'kiosks' | 'gives'>

/** How this kiosk's own printers stand: `none` has no printer, `gives` one that works, `empty` only others. */
export function paperHere(
  printers: readonly PrinterHere[],
  device: string | null,
): 'none' | 'gives' | 'empty' {
  const own = printers.filter(({ kiosks }) => device !== null && kiosks.includes(device))
  if (own.length === 0) return 'none'
  return own.some(({ gives }) => gives) ? 'gives' : 'empty'
}
