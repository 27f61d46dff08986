// A slip as a visitor would get it now, of a visit that nobody has: for whoever sets up what slips say.
import type { Hall } from '../../hall/hall.ts'
import { type Visit, waitingStep } from '../../hall/visit.ts'
import { slipDocument, type SlipDocument } from '../document.ts'
import type { SlipGround } from './visit-slip.ts'

/** The most a preview shows: a visit of two agencies where a paper is missing says all that a slip can say. */
const MOST_STEPS = 2

/** Describes it in a language of the plan. The address of its QR code leads to no visit. */
export function previewDocument(
  { hall, now, clockOffset, publicUrl }: SlipGround,
  language: string,
): SlipDocument {
  const at = now()
  const visit = sampleVisit(hall, at, language)
  return slipDocument({
    layout: hall.layout,
    visit,
    now: at,
    clockOffset,
    url: publicUrl === null ? null : `${publicUrl}/t/`,
    aheads: visit.steps.map((_, index) => index + 3),
    copy: false,
  })
}

function sampleVisit(hall: Hall, at: number, language: string): Visit {
  const open = hall.layout.plan.services.filter(
    ({ phase }) => phase.status === 'open' || phase.status === 'trial',
  )
  const agencies = [...new Set(open.map(({ agency }) => agency))].slice(0, MOST_STEPS)
  const services = agencies.flatMap((agency) => open.find((service) => service.agency === agency) ?? [])
  const prefix = services[0]?.prefix ?? 'A'
  return {
    id: 'preview',
    token: 'preview',
    number: `${prefix}012`,
    prefix,
    running: 12,
    day: hall.day,
    takenAt: at,
    takenBy: null,
    priority: false,
    comeToMe: false,
    language,
    slip: { status: 'queued', printer: null, why: null, copies: 1, noted: false },
    steps: services.map(({ id, requirements }, index) => ({
      ...waitingStep(`preview.${index + 1}`, id, [], at),
      missing: index === 0 ? requirements.slice(0, 1).map((paper) => paper.id) : [],
    })),
    walk: null,
    moves: 0,
  }
}
