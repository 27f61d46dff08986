// Requests made from the table of doors: addresses filled with existing ids, and a body that fits the API's own
// description, so that a new route is tried with everybody without being mentioned here.
import { randomUUID } from 'node:crypto'
import type { Role } from '../../../server/http/ground/audience.ts'
import type { Door } from '../../../server/http/ground/doors.ts'
import type { HallApp, Taken } from '../hall-app.ts'

interface Schema {
  type?: string
  $ref?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  minLength?: number
  pattern?: string
  minimum?: number
  minItems?: number
  items?: Schema
  required?: string[]
  properties?: Record<string, Schema>
}
interface Operation {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
export interface Description {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

type Named = Readonly<Record<string, unknown>>

/** The ids used in bodies and addresses, of the agency `dukcapil`. */
const known: Named = {
  agency: 'dukcapil',
  service: 'kk',
  services: ['kk'],
  counter: 'loket-1',
  zone: 'depan',
  place: null,
  username: 'budi',
  reason: 'rapat',
  language: 'id',
  from: '0',
  day: '2026-11-24',
  month: '2026-11',
}
/** A period of reports: a day that the hall was there. */
const period: Named = { from: '2026-11-24', to: '2026-11-24' }

let description: Promise<Description> | undefined

/** The app's description of its own routes: the first one's, as it is the same for all. */
export function describedBy({ app }: HallApp): Promise<Description> {
  return (description ??= app.inject('/api/openapi.json').then((answer) => answer.json<Description>()))
}

export interface Request {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers: Record<string, string>
  payload?: object | string
}

export function operationOf({ paths }: Description, line: string): Operation | undefined {
  const [method = '', url = ''] = line.split(' ')
  return paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
}

/** A request of this line about that visit. If its body names an agency, it is the agency of the role that asks. */
export async function requestOf(
  hall: HallApp,
  door: Door,
  line: string,
  { visit }: Taken,
  role?: Role,
): Promise<Request> {
  const account = hall.access.staff.byUsername('budi')?.id
  const named = {
    ...known,
    ...(/\/api\/(?:reports\/|evaluation)/.test(line) && period),
    account,
    ...(role?.startsWith('other-') ? { agency: 'polres' } : {}),
  }
  const described = await describedBy(hall)
  const { parameters = [], requestBody } = operationOf(described, line) ?? {}
  const body = requestBody?.content['application/json']?.schema
  const [method = '', pattern = ''] = line.split(' ')
  const path = pattern
    .replace(':token', visit.token)
    .replace(':step', visit.steps[0]?.id ?? '')
    .replace(':username', 'budi')
    .replace(':id', idIn(pattern, door, named, visit.id))
    .replace(/:\w+|\*/, 'none')
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema }) => `${name}=${String(sample({ described, named }, schema, name))}`)
  return {
    method: method as Request['method'],
    url: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: { 'idempotency-key': randomUUID() },
    ...(body ? { payload: sample({ described, named }, body, '') as object } : {}),
  }
}

function idIn(pattern: string, { of }: Door, named: Named, visit: string): string {
  if (of !== undefined && of !== 'step') return String(named[of])
  return pattern.includes('/visits/') ? visit : 'none'
}

/** The smallest value of a schema; names that mean something in the hall get existing ids. */
function sample(from: { described: Description; named: Named }, schema: Schema, name: string): unknown {
  const { $ref, anyOf, required = [], properties = {} } = schema
  if ($ref !== undefined)
    return sample(from, from.described.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.pattern?.endsWith('1[0-2])$')) return '2026-11'
  if (schema.pattern?.startsWith('^\\d{4}-') && !schema.pattern.includes('T')) return '2026-01-01'
  if (name in from.named) return from.named[name]
  if (anyOf?.[0]) return sample(from, anyOf[0], name)
  if (schema.type === 'object')
    return Object.fromEntries(required.map((key) => [key, sample(from, properties[key] ?? {}, key)]))
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sample(from, schema.items ?? {}, ''))
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  if (schema.type === 'boolean') return false
  if (schema.type === 'null') return null
  return schema.type === 'string' ? 'x'.repeat(Math.max(schema.minLength ?? 1, 1)) : {}
}
