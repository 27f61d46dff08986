// The training mode: its start with made-up visitors, another pace, its end. While it is on, whatever concerns the
// hall itself is refused: it would be lost with the training.
import { Type } from 'typebox'
import { type Training, LEAST_MINUTES, MOST_MINUTES, MOST_PACE } from '../../training/training.ts'
import { inHallText } from '../../texts/answers.ts'
import { languageOf } from '../ground/language.ts'
import { changesHall } from '../ground/doors.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Nothing, Null } from '../ground/schemas.ts'

const tags = ['hall']
const Pace = Type.Integer({
  minimum: 0,
  maximum: MOST_PACE,
  description: 'Made-up visitors an hour, on average; 0: none come',
})
const Until = Type.String({ description: 'When it ends by itself, ISO 8601' })
/** Seconds after which it is worth trying again: the server has restarted by then. */
const STARTS_SECONDS = 5

/** Adds `/api/training`. */
export function addTraining(app: App, training: Training): void {
  app.get(
    '/api/training',
    {
      schema: {
        operationId: 'getTraining',
        summary: 'Whether a training is under way, and until when one could last',
        tags,
        response: {
          200: Type.Object(
            {
              on: Type.Union([Type.Object({ until: Until, pace: Pace, seed: Type.Integer() }, closed), Null]),
              latest: Type.Union([Until, Null], {
                description: 'Until when a training could last if it began now; null: none can begin',
              }),
            },
            closed,
          ),
        },
      },
    },
    async () => {
      const on = training.state()
      const latest = on ? null : training.latestEnd()
      return {
        on: on && { until: new Date(on.until).toISOString(), pace: on.pace, seed: on.seed },
        latest: latest === null ? null : new Date(latest).toISOString(),
      }
    },
  )

  app.post(
    '/api/training',
    {
      schema: {
        operationId: 'beginTraining',
        summary:
          'Begin a training with made-up visitors; it ends by itself before the hall opens, and leaves nothing behind',
        tags,
        body: meantBody({
          pace: Pace,
          minutes: Type.Integer({ minimum: LEAST_MINUTES, maximum: MOST_MINUTES }),
          seed: Type.Optional(
            Type.Integer({
              minimum: 0,
              maximum: 0xffff_ffff,
              description: 'The same seed brings the same visitors',
            }),
          ),
        }),
        response: { 200: Type.Object({ until: Until }, closed) },
      },
      config: {
        problems: [
          'people-waiting',
          'training-on',
          'training-hours',
          'clock-suspect',
          'storage-unavailable',
          'stopping',
        ],
      },
    },
    async (request, reply) => {
      const { pace, minutes, seed = Math.floor(Math.random() * 0x1_0000_0000) } = request.body
      const begun = await training.begin({ pace, minutes, seed, by: signedIn(request).id })
      if ('until' in begun) return { until: new Date(begun.until).toISOString() }
      if (begun.refused === 'people-waiting') {
        const { numbers } = begun
        const detail = inHallText(numbers, languageOf(request.headers['accept-language']))
        return refuse(reply, 'people-waiting', { detail, members: { numbers } })
      }
      const isSoon = begun.refused === 'stopping' || begun.refused === 'storage-unavailable'
      return refuse(reply, begun.refused, isSoon ? { retryAfter: STARTS_SECONDS } : {})
    },
  )

  app.put(
    '/api/training',
    {
      schema: {
        operationId: 'paceTraining',
        summary: 'Change how many made-up visitors come',
        tags,
        body: meantBody({ pace: Pace }),
        response: { 200: Nothing },
      },
      config: { problems: ['no-training'] },
    },
    async (request, reply) => (training.setPace(request.body.pace) ? {} : refuse(reply, 'no-training')),
  )

  app.delete(
    '/api/training',
    {
      schema: {
        operationId: 'endTraining',
        summary: 'End the training; the hall is as it was before',
        tags,
        querystring: meantBody({}),
        response: { 200: Nothing },
      },
      config: { problems: ['no-training'] },
    },
    async (_request, reply) => ((await training.end()) ? {} : refuse(reply, 'no-training')),
  )

  app.addHook('preHandler', ({ method, routeOptions: { url = '' } }, reply, done) => {
    if (training.state() !== null && changesHall(method, url)) return refuse(reply, 'training-on')
    done()
  })
}
