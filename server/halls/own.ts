// The plan that a hall of one's own begins with: only what every hall needs, or the sample hall as a pattern.
import { NOT_YET, type Plan } from '../hall/plan.ts'
import hall from './karangasem/hall.json' with { type: 'json' }
import { karangasem } from './karangasem/index.ts'

/** What a hall keeps from the one before it, and what it is called. */
export interface Own {
  readonly name: string
  /** IANA name. */
  readonly timeZone: string
  readonly printers: Plan['printers']
}

/** No agency, service, zone or counter; hours, rates and reasons that suit most halls. */
export function emptyPlan(own: Own): Plan {
  const { languages, hours, walkSeconds, lateSeconds, waitLimitMinutes, rates, reasons } = hall as Pick<
    Plan,
    'languages' | 'hours' | 'walkSeconds' | 'lateSeconds' | 'waitLimitMinutes' | 'rates' | 'reasons'
  >
  return {
    ...named(own),
    languages,
    operation: 'trial',
    hours,
    holidays: [],
    walkSeconds,
    lateSeconds,
    waitLimitMinutes,
    rates,
    agencies: [],
    zones: [],
    services: [],
    counters: [],
    bundles: [],
    reasons,
  }
}

/**
 * All of the sample hall except what is true only there: name, address, the top of its slip. No requirement is
 * confirmed.
 */
export function samplePlan(own: Own): Plan {
  const { slip, ...sample } = karangasem
  return {
    ...sample,
    ...named(own),
    ...(slip && { slip: { ...slip, header: [] } }),
    services: sample.services.map((service) => ({
      ...service,
      requirements: service.requirements.map((paper) => ({ ...paper, confirmed: false })),
    })),
  }
}

function named({ name, timeZone, printers }: Own) {
  return {
    name: { id: name, en: name },
    address: { id: NOT_YET, en: NOT_YET },
    timeZone,
    // Its counters were those of the previous hall; its kiosks are still there.
    ...(printers && { printers: printers.map((printer) => ({ ...printer, counters: [] })) }),
  }
}
