// Visitors who only asked: counted by one tap at the reception, taken back by another, and told to managers by the day.
import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { spansOn } from '../../hall/hours.ts'
import { readOnlyAsked, type StoredOnlyAsked, type Tap } from '../../reports/only-asked.ts'
import { keyOf } from '../ground/ask.ts'
import { meantBody, meantOf } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed } from '../ground/schemas.ts'
import { asked, Count, period, periodAnswer, type ReportsDoor, tags as reports } from './asked.ts'

export interface OnlyAskedDoor extends ReportsDoor {
  readonly onlyAsked: StoredOnlyAsked
}

const Today = Type.Object(
  { day: Type.String({ description: 'The hall’s day' }), count: Count },
  { ...closed, description: 'How many only asked on that day' },
)

/** Adds `/api/reception/asked` and `/api/reports/asked`. */
export function addOnlyAsked(app: App, door: OnlyAskedDoor): void {
  const { hall, now, onlyAsked } = door
  const today = () => ({ day: hall.day, count: onlyAsked.count(hall.day) })
  const isClosed = () => hall.closed || spansOn(hall.layout, null, hall.day).length === 0
  const schema = <Id extends string>(operationId: Id, summary: string) =>
    ({ operationId, summary, tags: ['reception'], response: { 200: Today } }) as const

  /**
   * Does it once, however often the request comes, unless that is too late; if `work` refuses, it has sent the
   * refusal.
   */
  function once(
    request: FastifyRequest,
    reply: FastifyReply,
    tap: Tap,
    work: (key: Buffer | null) => FastifyReply | null,
  ) {
    const given = keyOf(request)
    if (given === null) return refuse(reply, 'bad-request', { members: { property: 'Idempotency-Key' } })
    const meant = meantOf(request)
    if ('fault' in meant) return refuse(reply, 'bad-request', { members: { property: meant.fault } })
    const key = given === undefined ? null : hash('sha256', given, 'buffer')
    const known = key && onlyAsked.known(key)
    if (known !== null) return known === tap ? today() : refuse(reply, 'key-reused')
    if (meant.notAfter !== undefined && meant.notAfter < now()) return refuse(reply, 'too-late')
    return work(key) ?? today()
  }

  app.get(
    '/api/reception/asked',
    {
      schema: schema('getOnlyAsked', 'How many visitors only asked today'),
      config: { problems: ['storage-unavailable'] },
    },
    async () => today(),
  )

  app.post(
    '/api/reception/asked',
    {
      schema: { ...schema('countOnlyAsked', 'Count a visitor who only asked'), body: meantBody({}) },
      config: { key: 'honoured', problems: ['hall-closed', 'key-reused', 'too-late', 'storage-unavailable'] },
    },
    async (request, reply) =>
      once(request, reply, 'counted', (key) => {
        if (isClosed()) return refuse(reply, 'hall-closed')
        onlyAsked.add(hall.day, key)
        return null
      }),
  )

  app.delete(
    '/api/reception/asked',
    {
      schema: {
        ...schema('takeBackOnlyAsked', 'Take one such visitor off today’s count'),
        querystring: meantBody({}),
      },
      config: {
        key: 'honoured',
        problems: ['nothing-to-undo', 'key-reused', 'too-late', 'storage-unavailable'],
      },
    },
    async (request, reply) =>
      once(request, reply, 'taken-back', (key) =>
        onlyAsked.takeBack(hall.day, key) ? null : refuse(reply, 'nothing-to-undo'),
      ),
  )

  app.get(
    '/api/reports/asked',
    {
      schema: {
        operationId: 'reportOnlyAsked',
        summary: 'Visitors who only asked at the reception, by day',
        tags: reports,
        querystring: Type.Object(period, closed),
        response: {
          200: Type.Object(
            {
              ...periodAnswer,
              rows: Type.Array(Type.Object({ day: Type.String(), count: Count }, closed), {
                description: 'Days with at least one; none: the hall does not count them',
              }),
              count: Count,
            },
            closed,
          ),
        },
      },
      config: { problems: ['period-reversed', 'period-outside', 'storage-unavailable'] },
    },
    async (request, reply) => {
      if (asked(door, request, reply) === null) return reply
      const { rows, ...answer } = readOnlyAsked(onlyAsked, request.query)
      return { ...answer, rows: [...rows] }
    },
  )
}
