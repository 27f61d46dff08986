// Whether a plan has the shape of a plan: all of TypeBox's errors, as faults with a place people can find. Of a union
// only the branch that was meant is checked; TypeBox itself would name the faults of every branch.
import Type, { type TSchema, type TUnion } from 'typebox'
import { Settings } from 'typebox/system'
import { Check, Errors, Pointer } from 'typebox/value'
import { PlainName, TimeOfDay } from '../equipment.ts'
import { lookUp } from '../look-up.ts'
import { DayLabel, Id, Plan, Service, type Requirement, type Text } from '../plan.ts'
import type { Bound, Fault, Form } from './fault.ts'
import { fieldOf, entries, type Part, type Parts } from './parts.ts'

/** More than anybody would read. */
export const MOST_FAULTS = 500

type ShapeError = ReturnType<typeof Errors>[number]

const forms = new Map<string, Form>([
  [patternOf(Id), 'id'],
  [patternOf(DayLabel), 'day'],
  [patternOf(Service.properties.prefix), 'prefix'],
  [patternOf(Plan.properties.languages.items), 'language'],
  [patternOf(TimeOfDay), 'time'],
  [patternOf(PlainName), 'plain-name'],
])

/**
 * Every way in which `value` does not fit `schema`. `base` is the place of `value` in the plan, empty for all of it.
 */
export function shapeFaults(schema: TSchema, value: unknown, base = ''): Fault[] {
  return allErrors(schema, value).flatMap((error) => {
    const at = placeOf(base, value, error.instancePath)
    if (error.keyword !== 'anyOf') return faultsOf(error, at)
    const union = Pointer.Get(schema, error.schemaPath.slice(1))
    return Type.IsUnion(union) ? unionFaults(union, Pointer.Get(value, error.instancePath), at) : []
  })
}

/**
 * TypeBox stops at eight errors unless a process-wide setting says otherwise. Four megabytes of `{}` would have ten
 * million: naming them took all memory.
 */
function allErrors(schema: TSchema, value: unknown): ShapeError[] {
  if (Check(schema, value)) return []
  const { maxErrors } = Settings.Get()
  Settings.Set({ maxErrors: MOST_FAULTS })
  try {
    return Errors(schema, value).filter(({ schemaPath }) => !schemaPath.includes('/anyOf/'))
  } finally {
    Settings.Set({ maxErrors })
  }
}

function faultsOf(error: ShapeError, at: string): Fault[] {
  const outOfRange = (bound: Bound, limit: number | bigint): Fault[] => [
    { at, code: 'out-of-range', detail: { bound, limit: Number(limit) } },
  ]
  switch (error.keyword) {
    case 'type':
      return [{ at, code: 'wrong-type', detail: { expected: [error.params.type].flat() } }]
    case 'required':
      return error.params.requiredProperties.map((field) => ({
        at,
        code: 'field-missing',
        detail: { field },
      }))
    case 'boolean':
      return [
        { at, code: 'field-unknown', detail: { field: Pointer.Indices(error.instancePath).at(-1) ?? at } },
      ]
    case 'pattern': {
      const pattern = String(error.params.pattern)
      return [{ at, code: 'wrong-form', detail: { form: forms.get(pattern) ?? null, pattern } }]
    }
    case 'const':
      return [{ at, code: 'value-unknown', detail: { allowed: [String(error.params.allowedValue)] } }]
    case 'minimum':
    case 'maximum':
      return outOfRange(error.keyword, error.params.limit)
    case 'exclusiveMinimum':
      return outOfRange('above', error.params.limit)
    case 'minLength':
      return outOfRange('shortest', error.params.limit)
    case 'maxLength':
      return outOfRange('longest', error.params.limit)
    case 'minItems':
      return outOfRange('fewest', error.params.limit)
    case 'maxItems':
      return outOfRange('most', error.params.limit)
    default:
      // `additionalProperties` repeats what its `boolean` errors say one by one; the plan uses no other keyword.
      return []
  }
}

/** The faults against the branch that was meant: the one of the same status or kind, or what may also be null. */
function unionFaults({ anyOf }: TUnion, value: unknown, at: string): Fault[] {
  const literals = anyOf.filter(Type.IsLiteral)
  if (literals.length === anyOf.length) return unknownValue(at, literals)
  for (const field of ['status', 'kind']) {
    const objects = anyOf
      .filter(Type.IsObject)
      .map((branch) => ({ branch, mark: lookUp(branch.properties, field) }))
    const marks = objects.flatMap(({ mark }) => (Type.IsLiteral(mark) ? [mark] : []))
    if (marks.length === 0) continue
    if (typeof value !== 'object' || value === null) return wrongType(at, ['object'])
    const own = fieldOf(value, field)
    const meant = objects.find(({ mark }) => Type.IsLiteral(mark) && mark.const === own)
    return meant ? shapeFaults(meant.branch, value, at) : unknownValue(`${at}.${field}`, marks)
  }
  const orNull = (fault: Fault): Fault[] =>
    fault.code === 'wrong-type' && fault.at === at
      ? wrongType(at, [...fault.detail.expected, 'null'])
      : [fault]
  return anyOf
    .filter((branch) => !Type.IsNull(branch))
    .flatMap((branch) => shapeFaults(branch, value, at))
    .flatMap(orNull)
}

const wrongType = (at: string, expected: readonly string[]): Fault[] => [
  { at, code: 'wrong-type', detail: { expected } },
]

const unknownValue = (at: string, literals: readonly { readonly const: unknown }[]): Fault[] => [
  { at, code: 'value-unknown', detail: { allowed: literals.map((literal) => String(literal.const)) } },
]

function patternOf(schema: TSchema): string {
  return 'pattern' in schema ? String(schema.pattern) : ''
}

/** A JSON pointer within `value` as people write it: `/services/3/name` is `services[3].name`. */
function placeOf(base: string, value: unknown, pointer: string): string {
  let here = value
  let place = base
  for (const key of Pointer.Indices(pointer)) {
    if (Array.isArray(here)) place += `[${key}]`
    else place += place === '' ? key : `.${key}`
    here = Pointer.Get(here, `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  }
  return place === '' ? 'plan' : place
}

// The languages of a plan: each is a real one, Indonesian is among them, and every text exists in each of them.

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

/**
 * Characters of a text on screens and slips, three times those of the longest one known; and of what the law wants
 * published, which is read on a page of its own. A whole page pasted in the wrong field cannot be printed on a slip.
 */
const MOST_SHOWN = 300
const MOST_PUBLISHED = 4_000

/** Texts too long for where they are shown. */
export function longTexts(parts: Parts): Fault[] {
  const longer = (texts: readonly Part<Text>[], limit: number) =>
    texts.flatMap(({ at, item }) =>
      Object.entries(item)
        .filter(([, text]) => text.length > limit && [...text].length > limit)
        .map(([language]): Fault => ({
          at: `${at}.${language}`,
          code: 'out-of-range',
          detail: { bound: 'longest', limit },
        })),
    )
  return [...longer(shownTexts(parts), MOST_SHOWN), ...longer(publishedTexts(parts), MOST_PUBLISHED)]
}

// What boards say at the bottom is cut there.
const textsOf = (parts: Parts) => [...shownTexts(parts), ...parts.mediaLines, ...publishedTexts(parts)]

const publishedTexts = ({ services }: Parts) =>
  services.flatMap(({ at, item: { standard } }) => textsOfStandard(`${at}.standard`, standard))

function shownTexts(parts: Parts): Part<Text>[] {
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
    ...[...parts.zones, ...parts.elsewhere].map(({ at, item }) => ({ at: `${at}.where`, item: item.where })),
    ...[...parts.services, ...parts.quotas].flatMap(({ at, item: { atZero } }) =>
      atZero?.say ? [{ at: `${at}.atZero.say`, item: atZero.say }] : [],
    ),
    ...parts.services.flatMap(({ at, item: { phase, requirements } }) => [
      ...((phase.status === 'elsewhere' || phase.status === 'soon') && phase.where
        ? [{ at: `${at}.phase.where`, item: phase.where }]
        : []),
      ...(phase.status === 'paused' && phase.reason
        ? [{ at: `${at}.phase.reason`, item: phase.reason }]
        : []),
      ...entries(requirements, `${at}.requirements`).flatMap(textsOfRequirement),
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
