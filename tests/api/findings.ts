// What staff do with findings over HTTP, for the tests of rules FI.
import { readFileSync } from 'node:fs'
import type { FindingAnswer } from '../../server/http/findings/shapes.ts'
import type { HallApp, Somebody } from './hall-app.ts'

/** In the hall that `hall` gives, unless another is named. */
export const findingsIn = (hall: () => HallApp) => ({
  note: (body: object, as: Somebody = 'ayu', on = hall()) =>
    on.does<FindingAnswer>('POST /api/findings', { as, body }),
  steer: (id: string, body: object, as: Somebody = 'manager', on = hall()) =>
    on.does<FindingAnswer>(`POST /api/findings/${id}`, { as, body }),
  read: (id: string, on = hall()) => on.does<FindingAnswer>(`GET /api/findings/${id}`, { as: 'ayu' }),
  list: (query = '', as: Somebody = 'ayu', on = hall()) =>
    on.does<{ findings: FindingAnswer[]; total: number; more: boolean; owners: string[] }>(
      `GET /api/findings${query}`,
      { as },
    ),
  send: (id: string, body: Buffer, name = 'a', as: Somebody = 'ayu', on = hall()) =>
    on.ask<FindingAnswer & { why?: string }>(
      `POST /api/findings/${id}/evidence?name=${encodeURIComponent(name)}`,
      { as, body, headers: octets },
    ),
})

export const octets = { 'content-type': 'application/octet-stream' }

export const sample = (name: string) => readFileSync(new URL(`../media/files/${name}`, import.meta.url))
