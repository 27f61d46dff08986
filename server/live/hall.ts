// The answer of `GET /api/hall`: the plan as the screens need it.
import { hasPriority } from '../hall/credit.ts'
import type { Phase, Service, Text } from '../hall/plan.ts'
import type { Context } from './context.ts'
import type { HallAnswer, HallService } from './hall-answer.ts'

/** The plan of today without what only the server needs; the status of a service with its details beside it. */
export function hallAnswer(context: HallContext): HallAnswer {
  const { layout, layoutSeq } = context.hall
  const { plan } = layout
  const { name, address, timeZone, languages, operation, hours, holidays, agencies, bundles, reasons } = plan
  return {
    plan: layoutSeq,
    name,
    address,
    timeZone,
    languages,
    operation,
    hours,
    holidays,
    priority: hasPriority(plan.rates),
    secondCallSeconds: plan.secondCallSeconds ?? null,
    agencies,
    bundles,
    reasons: { call: [], finish: [], ...reasons },
    zones: plan.zones.map(({ sound: _sound, ...zone }) => zone),
    services: plan.services.map((service) => hallService(context, service)),
    counters: plan.counters,
  }
}

/** A service as everybody may know it. */
export function hallService(context: HallContext, service: Service): HallService {
  const { phase: _phase, source: _source, words: _words, ...rest } = service
  const { reopens: _reopens, ...phase }: Phase & { reopens?: unknown } = phaseToday(context, service)
  return { ...rest, ...phase }
}

/** The phase with the reason in own words, which stands beside the plan. */
export function phaseToday({ hall, note }: HallContext, { id, phase }: Service): Phase {
  const own = hall.today.reasons.get(id)
  const words = own === undefined ? null : note(own)
  if (words === null || phase.status !== 'paused') return phase
  return { ...phase, reason: inAllLanguages(hall.layout.plan.languages, words) }
}

type HallContext = Pick<Context, 'hall' | 'note'>

/** Somebody's own words: nobody translates them. */
export function inAllLanguages(languages: readonly string[], words: string): Text {
  return { ...Object.fromEntries(languages.map((language) => [language, words])), id: words, en: words }
}
