// Whether a plan has the shape of a plan: all of TypeBox's errors, as faults with a place people can find. Of a union
// only the branch that was meant is checked; TypeBox itself would name the faults of every branch.
import Type, { type TSchema, type TUnion } from 'typebox'
import { Settings } from 'typebox/system'
import { Check, Errors, Pointer } from 'typebox/value'
import { DayLabel, Id, Plan, Service } from '../plan.ts'
import { PlainName, TimeOfDay } from '../equipment.ts'
import type { Bound, Fault, Form } from './fault.ts'
import { fieldOf } from './parts.ts'
import { lookUp } from '../look-up.ts'

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
