// A schema's complaint in a sentence: which property, and what is wrong with it.
import type { FastifyError } from 'fastify'
import { faults } from '../texts/faults.ts'
import type { Language } from './language.ts'
import { lookUp } from '../hall/look-up.ts'

/** The property at fault as the sender wrote it (`services/0`, empty for the whole body), and the sentence. */
export interface Fault {
  readonly property: string
  readonly detail: string
}

type Complaint = NonNullable<FastifyError['validation']>[number]

/** Puts the first complaint of Ajv into words. */
export function faultOf(complaints: readonly Complaint[], language: Language): Fault {
  const say = faults[language]
  const complaint = mostTelling(complaints)
  const { keyword, params } = complaint
  const property = propertyOf(complaint)
  const at = property === '' ? say.whole : `“${property}”`
  const limit = String(params['limit'])
  const sentences = {
    additionalProperties: () => say.unknownProperty(at),
    required: () => say.missing(at),
    type: () => say.wrongType(at, String(params['type'])),
    enum: () => say.notOneOf(at, list(params['allowedValues'])),
    const: () => say.notOneOf(at, list([params['allowedValue']])),
    anyOf: () => anyOf(complaints, at, language),
    minLength: () => say.tooShort(at, limit),
    maxLength: () => say.tooLong(at, limit),
    minItems: () => say.tooFew(at, limit),
    maxItems: () => say.tooMany(at, limit),
    uniqueItems: () => say.twice(at),
    minimum: () => say.tooSmall(at, limit),
    exclusiveMinimum: () => say.tooSmall(at, limit),
    maximum: () => say.tooLarge(at, limit),
    exclusiveMaximum: () => say.tooLarge(at, limit),
  }
  return { property, detail: (lookUp(sentences, keyword) ?? (() => say.wrongForm(at)))() }
}

/** A union fails in every branch and then as a whole: the whole is what the sender should hear of. */
function mostTelling(complaints: readonly Complaint[]): Complaint {
  const [first] = complaints
  if (first === undefined) throw new Error('a validation error without a complaint')
  return complaints.find(({ keyword }) => keyword === 'anyOf') ?? first
}

function anyOf(complaints: readonly Complaint[], at: string, language: Language): string {
  const allowed = complaints.flatMap(({ keyword, params }) =>
    keyword === 'const' ? [params['allowedValue']] : [],
  )
  const types = complaints.flatMap(({ keyword, params }) =>
    keyword === 'type' ? [String(params['type'])] : [],
  )
  if (allowed.length > 0) return faults[language].notOneOf(at, list(allowed))
  return types.length > 0 ? faults[language].wrongType(at, types.join(' / ')) : faults[language].wrongForm(at)
}

function propertyOf({ instancePath, params }: Complaint): string {
  const named = params['additionalProperty'] ?? params['missingProperty']
  const path = instancePath.split('/').slice(1)
  return [...path, ...(typeof named === 'string' ? [named] : [])].join('/').slice(0, 100)
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(', ') : String(values)
}
