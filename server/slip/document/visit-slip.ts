// A visit's slip as the hall is now: what printing and showing it have in common. Also a sample slip, for whoever
// sets up what slips say.
import type { Hall } from '../../hall/hall.ts'
import type { Tells } from '../../forecast/hall/tells.ts'
import type { Text } from '../../hall/plan.ts'
import { type Visit, waitingStep } from '../../hall/visit.ts'
import { standingOf } from '../../hall/visit/standing.ts'
import { isWaitKnown, waitView } from '../../live/waits.ts'
import { rangeText } from '../../texts/wait.ts'
import { visitUrl } from '../visit-url.ts'
import type { Paper, SlipDocument } from './pen.ts'
import { slipDocument } from './slip.ts'

/** What a slip needs besides the visit. */
export interface SlipGround {
  readonly hall: Hall
  now(): number
  readonly clockOffset: number
  /** Until when a training is on, milliseconds since 1970; null: none is. */
  trainsUntil?(): number | null
  readonly publicUrl: string | null
  readonly tells: Pick<Tells, 'step'>
}

/** Describes the slip of a visit, today's or yesterday's. It says *copy* unless it is the first one asked for. */
export function slipOfVisit(ground: SlipGround, visit: Visit): SlipDocument {
  const { hall, publicUrl } = ground
  const at = ground.now()
  const today = hall.visits.get(visit.id) === visit
  const standings = visit.steps.map((_, index) => (today ? standingOf(hall, visit, index, at) : null))
  return slipDocument({
    ...common(ground, visit, at),
    url: visitUrl(publicUrl, visit.token),
    aheads: standings.map((standing) => standing?.ahead ?? null),
    waits: standings.map((standing, index): Text | null => {
      const told = ground.tells.step(visit, index, at)
      const isSaid =
        standing !== null && visit.steps[index]?.status === 'waiting' && isWaitKnown(told, standing)
      return (isSaid && waitView(hall, told, standing).when) || null
    }),
    copy: visit.slip.copies > 1,
  })
}

/** The paper of the printer that the visit's slip goes to; the wide one if there is none. */
export function paperOf({ hall }: SlipGround, { slip }: Visit): Paper {
  return hall.layout.printers.get(slip.printer ?? '')?.paper ?? 80
}

/** The most a preview shows: a visit to two agencies with a paper missing covers everything a slip can say. */
const MOST_STEPS = 2

/** Describes a sample slip in a language of the plan. Its QR code leads to no visit. */
export function previewDocument(ground: SlipGround, language: string): SlipDocument {
  const { hall, publicUrl } = ground
  const at = ground.now()
  const visit = sampleVisit(hall, at, language)
  return slipDocument({
    ...common(ground, visit, at),
    url: publicUrl === null ? null : `${publicUrl}/t/`,
    aheads: visit.steps.map((_, index) => index + 3),
    waits: visit.steps.map((_, index) => rangeText(10 * index + 10, 10 * index + 20)),
    copy: false,
  })
}

/** What a slip says of the hall and of the moment, whoever it is for. */
function common({ hall, clockOffset, trainsUntil = () => null }: SlipGround, visit: Visit, now: number) {
  return { layout: hall.layout, visit, now, clockOffset, isTraining: trainsUntil() !== null }
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
