// The sample hall: the public service mall of Karangasem, put together from its files and the catalogue. Facts and
// choices: README.md.
import type { Phase, Plan, Service, Text } from '../../hall/plan.ts'
import { lookUp } from '../../hall/look-up.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import agencies from './agencies.json' with { type: 'json' }
import bundles from './bundles.json' with { type: 'json' }
import elsewhere from './elsewhere.json' with { type: 'json' }
import floor from './floor.json' with { type: 'json' }
import hall from './hall.json' with { type: 'json' }

/** An agency of the catalogue in this hall, in the order of the kiosk. */
interface Own {
  readonly agency: string
  /** What it is called here. */
  readonly name?: Text
  readonly short?: string
  /** Phases of services that are not open. */
  readonly phases?: Readonly<Record<string, Phase>>
}

const own = (agencies as readonly Own[]).flatMap(({ agency: id, name, short, phases = {} }) =>
  catalogue
    .filter((one) => one.id === id)
    .map((one) => ({
      agency: { id, name: name ?? one.name, short: short ?? one.short },
      services: one.services.map(
        ({ name, words, prefix, minutes, after, requirements, ...rest }): Service => ({
          id: rest.id,
          agency: id,
          name,
          ...(words && { words }),
          prefix,
          phase: lookUp(phases, rest.id) ?? { status: 'open' },
          minutes,
          quota: null,
          hours: null,
          after,
          requirements,
          ...(rest.standard && { standard: rest.standard }),
          source: rest.source,
        }),
      ),
    })),
)

const plan: unknown = {
  ...hall,
  ...floor,
  bundles,
  elsewhere,
  agencies: own.map(({ agency }) => agency),
  services: own.flatMap(({ services }) => services),
}

/**
 * The plan of the sample hall. A test checks that every file fits the schema; checking at each start would only cost
 * time.
 */
export const karangasem = plan as Plan
