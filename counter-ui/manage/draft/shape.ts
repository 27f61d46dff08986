// A draft may be anything: unfinished, or written by a program. The forms read it as a plan, leaving empty what is
// missing or of another shape.
import { lookUp } from '../../../screens/look-up.ts'
import type { Plan } from '../../../server/hall/plan.ts'

type Table = Record<string, unknown>

const text = { id: '', en: '' }
const week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }

/** What each part is if a draft has nothing that fits. */
const empty = {
  name: text,
  address: text,
  timeZone: '',
  languages: [],
  operation: 'trial',
  hours: week,
  holidays: [],
  walkSeconds: 0,
  lateSeconds: 0,
  waitLimitMinutes: 0,
  rates: { regular: 0, priority: 0 },
  agencies: [],
  zones: [],
  services: [],
  counters: [],
  bundles: [],
  reasons: { pause: [], hold: [] },
}

const things = {
  agencies: { name: text, short: '' },
  zones: { name: text, sound: '', where: text },
  services: {
    agency: '',
    name: text,
    prefix: '',
    phase: { status: 'open' },
    minutes: 0,
    after: [],
    requirements: [],
    source: { confidence: '' },
  },
  counters: { label: '', name: text, agency: '', zone: '', services: [] },
  bundles: { name: text, services: [] },
}

/** Reads a draft as a plan. What fits is left as it is, the same objects. */
export function readPlan(draft: unknown): Plan {
  const plan = fit(empty, draft) as Table
  const lists = Object.entries(things).map(([list, shape]): [string, unknown] => {
    const all = lookUp(plan, list) as unknown[]
    const read = all.flatMap((one) => (hasId(one) ? [fit(shape, one)] : []))
    return [list, read.length !== all.length || read.some((one, index) => one !== all[index]) ? read : all]
  })
  return { ...plan, ...Object.fromEntries(lists) } as Plan
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasId = (value: unknown): boolean => isTable(value) && typeof value['id'] === 'string'

/** `value` if it has the kind of `shape`, completed with missing fields; else `shape`. */
function fit(shape: unknown, value: unknown): unknown {
  if (Array.isArray(shape)) return Array.isArray(value) ? value : shape
  if (!isTable(shape)) return typeof value === typeof shape ? value : shape
  if (!isTable(value)) return shape
  const wrong = Object.entries(shape).flatMap(([key, inner]) => {
    const own = lookUp(value, key)
    const fitting = fit(inner, own)
    return fitting === own ? [] : [[key, fitting]]
  })
  return wrong.length === 0 ? value : { ...value, ...(Object.fromEntries(wrong) as Table) }
}
