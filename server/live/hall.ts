// The answer of `GET /api/hall`: the plan as the screens need it.
import type { Hall } from '../hall/hall.ts'
import type { HallAnswer } from './hall-answer.ts'

/** The plan without what only the server needs; the status of a service with its details beside it. */
export function hallAnswer({ layout, planSeq }: Hall): HallAnswer {
  const { plan } = layout
  const { name, address, timeZone, languages, operation, hours, holidays, agencies, bundles, reasons } = plan
  return {
    plan: planSeq,
    name,
    address,
    timeZone,
    languages,
    operation,
    hours,
    holidays,
    priority: plan.rates.priority > plan.rates.regular,
    agencies,
    bundles,
    reasons: { call: [], finish: [], ...reasons },
    zones: plan.zones.map(({ sound: _sound, ...zone }) => zone),
    services: plan.services.map(({ phase, source: _source, words: _words, ...service }) => ({
      ...service,
      ...phase,
    })),
    counters: plan.counters,
  }
}
