// The languages of a plan: each is a real one, Indonesian is among them, and every text exists in each of them.
import type { Requirement, Service, Text } from '../plan.ts'
import type { Fault } from './fault.ts'
import { entries, type Part, type Parts } from './parts.ts'

/** The languages in which everybody in the hall can be told things: the program's own texts exist in both. */
const always = 'id'

/** Languages that do not exist, and the required one if it is missing. */
export function wrongLanguages({ all, languages }: Parts): Fault[] {
  const unknown = languages
    .filter(({ item }) => languageNames.of(item) === undefined)
    .map(({ at, item }): Fault => ({ at, code: 'unknown-language', detail: { language: item } }))
  const present = all.languages.length === 0 || languages.some(({ item }) => item === always)
  return present
    ? unknown
    : [...unknown, { at: 'languages', code: 'default-language-missing', detail: { language: always } }]
}

/** Texts that do not exist in every language of the plan. */
export function missingTexts(parts: Parts): Fault[] {
  // The shape already requires Indonesian and English.
  const further = [...new Set(parts.languages.map(({ item }) => item))].filter(
    (code) => code !== 'id' && code !== 'en',
  )
  return textsOf(parts).flatMap(({ at, item }) =>
    further
      .filter((language) => !Object.hasOwn(item, language))
      .map((language): Fault => ({ at, code: 'text-missing', detail: { language } })),
  )
}

function textsOf(parts: Parts): Part<Text>[] {
  const named = [
    ...parts.agencies,
    ...parts.zones,
    ...parts.places,
    ...parts.services,
    ...parts.counters,
    ...parts.bundles,
    ...parts.elsewhere,
    ...parts.printers,
    ...parts.holidays,
    ...parts.periods,
    ...parts.days,
    ...parts.quotas,
    ...parts.pauseReasons,
    ...parts.holdReasons,
    ...parts.callReasons,
    ...parts.finishReasons,
  ].map(({ at, item }) => ({ at: `${at}.name`, item: item.name }))
  return [
    ...parts.name,
    ...parts.address,
    ...named,
    ...parts.slipLines,
    ...parts.mediaLines,
    ...[...parts.zones, ...parts.elsewhere].map(({ at, item }) => ({ at: `${at}.where`, item: item.where })),
    ...[...parts.services, ...parts.quotas].flatMap(({ at, item: { atZero } }) =>
      atZero?.say ? [{ at: `${at}.atZero.say`, item: atZero.say }] : [],
    ),
    ...parts.services.flatMap(({ at, item: { phase, requirements, standard } }) => [
      ...((phase.status === 'elsewhere' || phase.status === 'soon') && phase.where
        ? [{ at: `${at}.phase.where`, item: phase.where }]
        : []),
      ...(phase.status === 'paused' && phase.reason
        ? [{ at: `${at}.phase.reason`, item: phase.reason }]
        : []),
      ...entries(requirements, `${at}.requirements`).flatMap(textsOfRequirement),
      ...textsOfStandard(`${at}.standard`, standard),
    ]),
  ]
}

function textsOfStandard(at: string, standard: Service['standard'] = {}): Part<Text>[] {
  const { procedure = [], time, fee, product, complaints, heard } = standard
  return [
    ...entries(procedure, `${at}.procedure`),
    ...Object.entries({ time, fee, product, complaints, heard }).flatMap(([field, item]) =>
      item ? [{ at: `${at}.${field}`, item }] : [],
    ),
  ]
}

const textsOfRequirement = ({ at, item: { name, where } }: Part<Requirement>): Part<Text>[] => [
  { at: `${at}.name`, item: name },
  ...(where ? [{ at: `${at}.where`, item: where }] : []),
]

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
