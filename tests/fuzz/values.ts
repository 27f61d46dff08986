// Values made from a JSON schema: fitting, nearly fitting, and those that nobody should send.
import type { Random } from '../property/prng.ts'
import type { Pool } from './pool.ts'

/** The part of JSON Schema that the document uses. */
export interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
}

/** Values that have broken programs before: names of every object, other scripts, control characters, long and deep. */
const ODD_TEXTS = [
  '',
  ' ',
  '0',
  'null',
  'true',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '%2e%2e%2f',
  '%c0%ae',
  '%',
  '\u0000',
  'a\u0000b',
  '\r\nSet-Cookie: a=b',
  '\u202Eabc',
  'a\u0300\u0301\u0302',
  '👨‍👩‍👧‍👦',
  '\uD800',
  'ᬳᬓ᭄ᬱᬭ',
  "'; drop table events; --",
  '<script>alert(1)</script>',
  '${7*7}',
  '{{7*7}}',
  '=1+1',
  '1e309',
  'x'.repeat(501),
  'é'.repeat(64),
] as const
const ODD_NUMBERS = [
  0,
  -0,
  -1,
  0.5,
  1e21,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  5e-324,
  1.7976931348623157e308,
] as const
const ODD_OTHERS = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  { id: {} },
  { length: -1 },
  { toJSON: 1 },
] as const

/** What values are made from: ids from earlier answers. */
export interface Source {
  readonly random: Random
  readonly pool: Pool
}

/** A value that the schema accepts, as far as it can be made. `name` is the property that it is for. */
export function fitting(source: Source, shape: Shape, name = ''): unknown {
  const { random } = source
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return random.pick(shape.enum)
  if (shape.anyOf) return fitting(source, random.pick(shape.anyOf), name)
  if (shape.type === 'object') return objectOf(source, shape)
  if (shape.type === 'array') return listOf(source, shape, name)
  if (shape.type === 'boolean') return random.oneIn(2)
  if (shape.type === 'integer' || shape.type === 'number') return numberOf(source, shape)
  if (shape.type === 'null') return null
  return shape.type === 'string' ? textOf(source, shape, name) : odd(source)
}

/** A value that no schema here asks for. */
export function odd({ random }: Source): unknown {
  const kind = random.int(3)
  return random.pick<unknown>(kind === 0 ? ODD_TEXTS : kind === 1 ? ODD_NUMBERS : ODD_OTHERS)
}

/** A value with one thing about it changed, somewhere: another type, a property too few or too many, too large. */
export function spoilt(source: Source, value: unknown): unknown {
  const { random } = source
  if (random.oneIn(5) || typeof value !== 'object' || value === null) return odd(source)
  if (Array.isArray(value)) return spoiltList(source, value)
  const entries: [string, unknown][] = Object.entries(value)
  if (random.oneIn(4) || entries.length === 0)
    return { ...value, [random.pick(['colour', 'constructor', 'id', 'toString'])]: odd(source) }
  const [name, part] = random.pick(entries)
  if (random.oneIn(3)) return Object.fromEntries(entries.filter(([other]) => other !== name))
  return { ...value, [name]: spoilt(source, part) }
}

function spoiltList(source: Source, value: readonly unknown[]): unknown[] {
  const { random } = source
  if (value.length === 0 || random.oneIn(4)) return [...value, odd(source)]
  if (random.oneIn(4)) return [...value, ...value]
  if (random.oneIn(8)) return Array.from({ length: 300 }, (_, index) => value[index % value.length])
  const at = random.int(value.length)
  return value.map((part, index) => (index === at ? spoilt(source, part) : part))
}

function objectOf(source: Source, { properties = {}, required = [] }: Shape): unknown {
  const wanted = Object.entries(properties).filter(
    ([name]) => required.includes(name) || source.random.oneIn(3),
  )
  return Object.fromEntries(wanted.map(([name, shape]) => [name, fitting(source, shape, name)]))
}

function listOf(
  source: Source,
  { items = {}, minItems = 0, maxItems = 3, uniqueItems }: Shape,
  name: string,
) {
  const length = Math.min(minItems + source.random.int(3), maxItems)
  const list = Array.from({ length }, () => fitting(source, items, name))
  return uniqueItems ? [...new Set(list)] : list
}

function numberOf({ random }: Source, { minimum = 0, maximum = minimum + 1000 }: Shape): number {
  if (random.oneIn(4)) return random.pick([minimum, maximum])
  return minimum + random.int(Math.min(maximum - minimum, 10_000) + 1)
}

function textOf(source: Source, { minLength = 0, maxLength = 200, pattern }: Shape, name: string): string {
  const { random, pool } = source
  const known = random.oneIn(8) ? undefined : pool.one(random, name)
  if (known !== undefined) return known
  if (pattern !== undefined) return textFor(source, pattern)
  const text = random.oneIn(3) ? random.pick(ODD_TEXTS) : random.pick(['kk', 'id', 'en', 'ibu Ayu', 'A001'])
  // As the schema counts: by characters, not by UTF-16.
  return [...text.padEnd(minLength, 'x')].slice(0, maxLength).join('')
}

/** The few patterns of the document are of digits or of small letters. */
function textFor({ random }: Source, pattern: string): string {
  const digits = String(random.int(2000))
  return new RegExp(pattern).test(digits) ? digits : random.pick(['id', 'en', 'ban'])
}
