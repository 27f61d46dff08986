// What visitors and staff do with complaints over HTTP, for the tests of rules CO.
import type { Plan } from '../../server/hall/plan.ts'
import type { OwnComplaint, StaffComplaint } from '../../server/http/complaints/shapes.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import type { HallApp, Somebody } from './hall-app.ts'

export interface Filed {
  number: string
  token: string
  due: string
}
export interface Listed {
  day: string
  open: number
  due: number
  late: number
  complaints: StaffComplaint[]
  next: string | null
}

export const SECRET = 'Pak Wayan Sudiarta di loket tujuh membentak ibu saya'

export const file = (hall: HallApp, body: object = {}, more: object = {}) =>
  hall.does<Filed>('POST /api/complaints', { body: { words: SECRET, ...body }, ...more })
export const own = (hall: HallApp, { token }: Filed) =>
  hall.does<OwnComplaint>(`GET /api/complaints/${token}`)
export const list = (hall: HallApp, as: Somebody, query = '') =>
  hall.does<Listed>(`GET /api/complaints${query}`, { as })
export const numbers = async (hall: HallApp, as: Somebody) =>
  (await list(hall, as)).complaints.map(({ number }) => number)
export const idOf = async (hall: HallApp, filed: Filed, as: Somebody = 'manager') =>
  (await list(hall, as, '?show=all')).complaints.find(({ number }) => number === filed.number)?.id ?? ''
export const act = async (hall: HallApp, as: Somebody, filed: Filed, action: string, body: object = {}) =>
  hall.outcome(`POST /api/complaints/${await idOf(hall, filed)}/${action}`, { as, body })
/** The day turns with the first command in it. */
export async function after(hall: HallApp, hours: number) {
  hall.later({ hours })
  await hall.outcome('POST /api/counters/loket-1/open', { as: 'ayu', body: {} })
}
export const withRules = (complaints: Plan['complaints'], more: Partial<Plan> = {}): Plan => ({
  ...rulesPlan,
  ...(complaints && { complaints }),
  ...more,
})

export const rows = async (hall: HallApp, query: string, as: Somebody = 'manager') =>
  (await hall.does<{ rows: Record<string, unknown>[] }>(`GET /api/reports/complaints?${query}`, { as })).rows
