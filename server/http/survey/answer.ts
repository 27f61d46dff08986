// Where people say what they thought: with the right that a served step gave them, at a tablet by the exit, or on
// paper that a member of staff enters. None of it is a command, and nobody is told whose answer it was.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Context } from '../../live/context.ts'
import type { Answered, Survey } from '../../survey/survey.ts'
import type { Questions } from '../../survey/stored.ts'
import { profileQuestions } from '../../survey/questions.ts'
import { languageOf } from '../ground/language.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Id, Month, Nothing } from '../ground/schemas.ts'
import { Form, formIn, Language, tags } from './shapes.ts'

/** Anything longer is a letter, or an attempt to fill the disk. */
const LONGEST_WORDS = 2_000
/** Seconds between two answers at a tablet: nobody honest is quicker. */
const PACE_SECONDS = 5
/** Paper forms may be this many months old. */
const OLDEST_PAPER = 12

const Body = meantBody({
  right: Type.Optional(Id),
  service: Type.Optional(Id),
  month: Type.Optional(Month('For a paper form: when it was filled in')),
  answers: Type.Record(
    Type.String({ pattern: '^[a-z][a-z0-9-]{0,29}$' }),
    Type.Integer({ minimum: 1, maximum: 4 }),
    { ...closed, maxProperties: 18, description: '1 to 4 by element; leave out what was left blank' },
  ),
  words: Type.Optional(Type.String({ maxLength: LONGEST_WORDS })),
  profile: Type.Optional(
    Type.Object(
      Object.fromEntries(
        profileQuestions.map(({ question, values }) => [
          question,
          Type.Optional(
            Type.Enum(
              values.map(({ value }) => value),
              { type: 'string' },
            ),
          ),
        ]),
      ),
      closed,
    ),
  ),
  once: Type.Optional(
    Type.String({
      minLength: 16,
      maxLength: 64,
      description:
        'A random name for the answer, so that a tablet that sends it again does not add a second one',
    }),
  ),
})

/** What a service is called, by language. */
const Names = Type.Record(Type.String(), Type.String())

interface Door {
  readonly survey: Survey
  readonly context: Pick<Context, 'hall' | 'now'>
}

type Asked = FastifyRequest<{ Body: Static<typeof Body> }>

/** Adds `GET /api/surveys/:right`, `GET /api/surveys/form` and `POST /api/surveys`. */
export function addAnswers(app: App, { survey, context }: Door): void {
  const { hall, now } = context
  /** When each tablet last gave an answer. */
  const last = new Map<string, number>()

  app.get(
    '/api/surveys/:right',
    {
      schema: {
        operationId: 'askSurvey',
        summary: 'The questions for the holder of a right',
        tags,
        params: Type.Object({ right: Type.String() }, closed),
        querystring: Type.Object({ lang: Language }, closed),
        response: {
          200: Type.Object({ service: Type.String(), name: Names, ...Form }, closed),
        },
      },
      config: { problems: ['unknown-right', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const service = survey.serviceOf(request.params.right)
      if (service === null) return refuse(reply, 'unknown-right')
      // A service that has left the plan since is called by its id.
      const name = hall.layout.services.get(service)?.name ?? { id: service, en: service }
      return {
        service,
        name,
        short: [...survey.short()],
        ...formIn(languageFor(request), survey.questions()),
      }
    },
  )

  app.get(
    '/api/surveys/form',
    {
      schema: {
        operationId: 'surveyForm',
        summary: 'The questions for a tablet, or of a month’s paper form, and the services to choose from',
        tags,
        querystring: Type.Object(
          {
            service: Type.Optional(Id),
            month: Type.Optional(Month('The month of a paper form')),
            lang: Language,
          },
          closed,
        ),
        response: {
          200: Type.Object(
            {
              service: Type.Union([Type.String(), Type.Null()]),
              ...Form,
              services: Type.Array(
                Type.Object(
                  {
                    id: Type.String(),
                    agency: Type.String(),
                    name: Names,
                  },
                  closed,
                ),
              ),
              month: Type.String({ description: 'The current month' }),
            },
            closed,
          ),
        },
      },
      config: { problems: ['unknown-service'] },
    },
    async (request, reply) => {
      const { service, month } = request.query
      if (service !== undefined && !hall.layout.services.has(service))
        return refuse(reply, 'unknown-service', { members: { about: service } })
      return {
        service: service ?? null,
        short: [...survey.short()],
        ...formIn(languageFor(request), survey.questions(month ?? null)),
        services: [...hall.layout.services.values()].map(({ id, agency, name }) => ({ id, agency, name })),
        month: hall.day.slice(0, 7),
      }
    },
  )

  app.post(
    '/api/surveys',
    {
      schema: {
        operationId: 'answerSurvey',
        summary: 'Answer the survey: with a right, at a tablet, or from a paper form',
        tags,
        body: Body,
        response: { 201: Nothing },
      },
      config: {
        problems: [
          'unknown-right',
          'unknown-service',
          'nothing-answered',
          'period-outside',
          'not-signed-in',
          'not-allowed',
          'too-many-requests',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { right, service, month, answers } = request.body
      if (Object.keys(answers).length === 0)
        return refuse(reply, 'nothing-answered', { members: { property: 'answers' } })
      if (right !== undefined) {
        if (service !== undefined || month !== undefined)
          return refuse(reply, 'bad-request', {
            members: { property: service === undefined ? 'month' : 'service' },
          })
        return byRight(request, reply, right)
      }
      const { staff, survey: tablet, kiosk, display } = request.who
      const isFromPaper = month !== undefined && staff !== null
      if (!isFromPaper && (tablet === null || month !== undefined)) {
        if (staff !== null) return refuse(reply, 'bad-request', { members: { property: 'month' } })
        return refuse(reply, (tablet ?? kiosk ?? display) === null ? 'not-signed-in' : 'not-allowed')
      }
      if (service === undefined) return refuse(reply, 'bad-request', { members: { property: 'service' } })
      if (!hall.layout.services.has(service))
        return refuse(reply, 'unknown-service', { members: { about: service } })
      if (isFromPaper && !isEnterable(month, hall.day))
        return refuse(reply, 'period-outside', { members: { property: 'month' } })
      const given = answered(request, reply, survey.questions(month ?? null))
      if (given === null) return reply
      const wait = tablet === null || isFromPaper ? 0 : pace(tablet.id)
      if (wait > 0) return refuse(reply, 'too-many-requests', { retryAfter: wait })
      survey.add(service, month ?? null, given)
      return reply.code(201).send({})
    },
  )

  function byRight(request: Asked, reply: FastifyReply, right: string): FastifyReply {
    if (survey.serviceOf(right) === null) return refuse(reply, 'unknown-right')
    const given = answered(request, reply, survey.questions())
    if (given === null) return reply
    if (survey.answer(right, { ...given, once: null }) === 'unknown') return refuse(reply, 'unknown-right')
    return reply.code(201).send({})
  }

  /** Seconds until a tablet may give an answer; 0: it does so now. */
  function pace(tablet: string): number {
    const since = now() - (last.get(tablet) ?? -Infinity)
    if (since >= 0 && since < PACE_SECONDS * 1000) return Math.ceil(PACE_SECONDS - since / 1000)
    last.set(tablet, now())
    return 0
  }
}

/** What was answered, if it fits the wording; null: the reply has been sent. */
function answered({ body }: Asked, reply: FastifyReply, { elements }: Questions): Answered | null {
  const known = new Set(elements.map(({ element }) => element))
  const unknown = Object.keys(body.answers).find((element) => !known.has(element))
  if (unknown !== undefined) {
    refuse(reply, 'bad-request', { members: { property: `answers/${unknown}` } })
    return null
  }
  const profile = Object.entries(body.profile ?? {}).flatMap(([question, value]) =>
    typeof value === 'string' ? [[question, value] as const] : [],
  )
  return {
    scores: { ...body.answers },
    words: body.words?.trim() || null,
    profile: profile.length === 0 ? null : Object.fromEntries(profile),
    once: body.once ?? null,
  }
}

/** Whether a paper form of a month can be entered: of this one, or of the twelve before. */
function isEnterable(month: string, day: string): boolean {
  const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  const age = count(day) - count(month)
  return age >= 0 && age <= OLDEST_PAPER
}

function languageFor({
  query,
  headers,
}: Pick<FastifyRequest<{ Querystring: { lang?: string } }>, 'query' | 'headers'>): string {
  return query.lang ?? languageOf(headers['accept-language'])
}
