// The slip of a visit as the hall stands: what printing and showing it have in common.
import type { Hall } from '../../hall/hall.ts'
import { aheadOf } from '../../hall/next.ts'
import type { Visit } from '../../hall/visit.ts'
import type { Paper, SlipDocument } from '../document.ts'
import { slipDocument } from '../document.ts'
import { visitUrl } from '../visit-url.ts'

/** What a slip needs to know beside the visit. */
export interface SlipGround {
  readonly hall: Hall
  now(): number
  readonly clockOffset: number
  readonly publicUrl: string | null
}

/** Describes the slip of a visit, today's or yesterday's. It says *copy* where it is not the first that was asked for. */
export function slipOfVisit({ hall, now, clockOffset, publicUrl }: SlipGround, visit: Visit): SlipDocument {
  const at = now()
  const today = hall.visits.get(visit.id) === visit
  return slipDocument({
    layout: hall.layout,
    visit,
    now: at,
    clockOffset,
    url: visitUrl(publicUrl, visit.token),
    aheads: visit.steps.map((_, index) => (today ? aheadOf(hall, visit, index, at) : null)),
    copy: visit.slip.copies > 1,
  })
}

/** The paper of the printer that the visit's slip goes to; the wide one where there is none. */
export function paperOf({ hall }: SlipGround, { slip }: Visit): Paper {
  return hall.layout.printers.get(slip.printer ?? '')?.paper ?? 80
}
