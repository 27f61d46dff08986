// What managers see and steer of the survey: its questions and when they applied, the answers with those that do not
// count, words, profiles, and when answers came. Nothing here says whose answer it was, and nothing is deleted.
import { Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import type { Hall } from '../../hall/hall.ts'
import { profileOf } from '../../survey/report.ts'
import { faultIn, usualQuestions } from '../../survey/questions.ts'
import type { Questions, StoredSurveys } from '../../survey/stored.ts'
import type { Survey } from '../../survey/survey.ts'
import { isDay, nextDay, spanOf } from '../../time-zone.ts'
import type { Code } from '../ground/codes.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Day, IdParams, Instant, Month, Nothing, Null, Written } from '../ground/schemas.ts'
import { months, tags } from './shapes.ts'

interface Door {
  readonly survey: Survey
  readonly stored: StoredSurveys
  readonly hall: Hall
  readonly access: Pick<Access, 'log'>
}

/** The most of a list in one answer. */
const MOST = 500

const Text = (most: number) =>
  Type.Object(
    {
      id: Written(most),
      en: Written(most),
    },
    closed,
  )
const Four = Type.Array(Written(80), {
  minItems: 4,
  maxItems: 4,
})
const Element = Type.Object(
  {
    element: Type.String({ pattern: '^[a-z][a-z0-9-]{0,29}$' }),
    weight: Type.Number({ minimum: 0, maximum: 1, description: 'Together 1; 0: asked, but not counted' }),
    text: Text(300),
    answers: Type.Object({ id: Four, en: Four }, { ...closed, description: 'For 1, 2, 3 and 4' }),
    extra: Type.Boolean({ description: 'One of the hall’s own, besides the nine' }),
  },
  closed,
)
const Version = Type.Object(
  {
    number: Type.Integer({ minimum: 0, description: '0: the usual one' }),
    from: Type.String({ description: 'The month from which it applies' }),
    day: Type.String({ description: 'The first day on which it could be asked' }),
    elements: Type.Array(Element),
  },
  closed,
)
const Place = {
  month: Type.String(),
  service: Type.Union([Type.String(), Null], { description: 'Null: it counts for the agency alone' }),
  agency: Type.Union([Type.String(), Null], { description: 'Null: for the hall alone' }),
}
/** The months asked about if none is named: all of them. */
const ALL = { from: '0000-01', to: '9999-12' }
const Page = {
  from: Type.Optional(Month('The first month; by default the earliest')),
  to: Type.Optional(Month('The last month, included; by default the latest')),
  after: Type.Optional(
    Type.String({ maxLength: 64, description: 'Only what comes after this id: the next page' }),
  ),
}
const Next = Type.Union([Type.String(), Null], {
  description: 'To be sent back as `after` for the next page; null: that is all',
})
const periodProblems: readonly Code[] = ['period-reversed', 'storage-unavailable']

/** Adds `/api/surveys/questions`, `/answers`, `/words`, `/profile` and `/bursts`. */
export function addSurveySteering(app: App, { survey, stored, hall, access }: Door): void {
  app.get(
    '/api/surveys/questions',
    {
      schema: {
        operationId: 'surveyQuestions',
        summary: 'The questions of the survey: every wording, with the month from which it applies',
        tags,
        response: {
          200: Type.Object(
            {
              versions: Type.Array(Version),
              current: Type.Integer({ description: 'The number of today’s wording' }),
            },
            closed,
          ),
        },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async () => ({
      versions: [usualQuestions, ...survey.allQuestions()].map(shown),
      current: survey.questions().number,
    }),
  )

  app.post(
    '/api/surveys/questions',
    {
      schema: {
        operationId: 'addSurveyQuestions',
        summary: 'Change the wording from a month on; earlier answers keep the wording that was asked',
        tags,
        body: meantBody({
          from: Month('This month or a later one'),
          elements: Type.Array(Element, { minItems: 9, maxItems: 18 }),
        }),
        response: { 201: Type.Object({ version: Version }, closed) },
      },
      config: { problems: ['questions-unfit', 'month-past', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { from, elements } = request.body
      if (from < hall.day.slice(0, 7)) return refuse(reply, 'month-past')
      const fault = faultIn(elements)
      if (fault !== null) return refuse(reply, 'questions-unfit', { members: { fault } })
      const { id } = signedIn(request)
      const version = survey.addQuestions(from, elements, id)
      access.log.write({
        by: `staff:${id}`,
        action: 'questions-added',
        about: null,
        agency: null,
        detail: { month: from },
      })
      return reply.code(201).send({ version: shown(version) })
    },
  )

  app.get(
    '/api/surveys/answers',
    {
      schema: {
        operationId: 'surveyAnswers',
        summary: 'The answers of some months, in no particular order, and which of them do not count',
        tags,
        querystring: Type.Object(Page, closed),
        response: {
          200: Type.Object(
            {
              answers: Type.Array(
                Type.Object(
                  {
                    id: Type.String(),
                    ...Place,
                    questions: Type.Integer({ description: 'The number of the wording' }),
                    answers: Type.Record(Type.String(), Type.Integer()),
                    excluded: Type.Union([Type.String(), Null], { description: 'Why; null: it counts' }),
                  },
                  closed,
                ),
              ),
              next: Next,
            },
            closed,
          ),
        },
      },
      config: { problems: periodProblems },
    },
    async (request, reply) => {
      const { from, to, after } = { ...ALL, after: '', ...request.query }
      if (from > to) return refuse(reply, 'period-reversed')
      const found = stored.answers({ from, to, after, most: MOST })
      const answers = found.map(({ scores, ...rest }) => ({ ...rest, answers: { ...scores } }))
      return { answers, next: nextOf(found) }
    },
  )

  app.post(
    '/api/surveys/answers/:id/exclude',
    {
      schema: {
        operationId: 'excludeSurveyAnswer',
        summary: 'Exclude an answer: it is kept with the reason, and counted apart',
        tags,
        params: IdParams,
        body: meantBody({ reason: Written(200) }),
        response: { 200: Nothing },
      },
      config: { problems: ['unknown-answer', 'already-excluded', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const outcome = stored.exclude(request.params.id, request.body.reason.trim())
      if (outcome === 'unknown') return refuse(reply, 'unknown-answer')
      if (outcome === 'already') return refuse(reply, 'already-excluded')
      const { id } = signedIn(request)
      access.log.write({ by: `staff:${id}`, action: 'answer-excluded', about: null, agency: null })
      return {}
    },
  )

  app.get(
    '/api/surveys/words',
    {
      schema: {
        operationId: 'surveyWords',
        summary: 'What people wrote, kept apart from their answers, in no particular order',
        tags,
        querystring: Type.Object(Page, closed),
        response: {
          200: Type.Object(
            {
              words: Type.Array(Type.Object({ id: Type.String(), ...Place, text: Type.String() }, closed)),
              next: Next,
            },
            closed,
          ),
        },
      },
      config: { problems: periodProblems },
    },
    async (request, reply) => {
      const { from, to, after } = { ...ALL, after: '', ...request.query }
      if (from > to) return refuse(reply, 'period-reversed')
      const words = stored.words({ from, to, after, most: MOST })
      return { words, next: nextOf(words) }
    },
  )

  const Count = Type.Union([Type.Integer({ minimum: 0 }), Null], { description: 'Null: fewer than five' })
  app.get(
    '/api/surveys/profile',
    {
      schema: {
        operationId: 'surveyProfile',
        summary: 'Who answered, as far as they said so; counted apart from the answers',
        tags,
        querystring: Type.Object(months, closed),
        response: {
          200: Type.Object(
            {
              from: Type.String(),
              to: Type.String(),
              questions: Type.Array(
                Type.Object(
                  {
                    question: Type.String(),
                    text: Text(300),
                    values: Type.Array(
                      Type.Object({ value: Type.String(), text: Text(300), count: Count }, closed),
                    ),
                  },
                  closed,
                ),
              ),
            },
            closed,
          ),
        },
      },
      config: { problems: periodProblems },
    },
    async (request, reply) => {
      const { from, to } = request.query
      if (from > to) return refuse(reply, 'period-reversed')
      return { from, to, questions: profileOf(stored, { from, to }) }
    },
  )

  app.get(
    '/api/surveys/bursts',
    {
      schema: {
        operationId: 'surveyBursts',
        summary: 'How many answers came in each quarter of an hour: a burst may come from one person',
        tags,
        querystring: Type.Object({ from: Day('The first day'), to: Day('The last day') }, closed),
        response: {
          200: Type.Object(
            {
              rows: Type.Array(Type.Object({ from: Instant, count: Type.Integer() }, closed)),
            },
            closed,
          ),
        },
      },
      config: { problems: periodProblems },
    },
    async (request, reply) => {
      const { from, to } = request.query
      for (const [property, day] of Object.entries({ from, to }))
        if (!isDay(day)) return refuse(reply, 'bad-request', { members: { property } })
      if (from > to) return refuse(reply, 'period-reversed')
      const { timeZone } = hall.layout.base
      const [first, last] = [spanOf(timeZone, from).startsAt, spanOf(timeZone, nextDay(to)).startsAt]
      return {
        rows: survey
          .quarters(first, last)
          .map(({ at, count }) => ({ from: new Date(at).toISOString(), count })),
      }
    },
  )
}

function nextOf(list: readonly { readonly id: string }[]): string | null {
  return list.length < MOST ? null : (list.at(-1)?.id ?? null)
}

type Shown = { id: string; en: string }

function shown({ number, from, day, elements }: Questions) {
  return {
    number,
    from,
    day,
    elements: elements.map(({ element, weight, text, answers, extra }) => ({
      element,
      weight,
      text: text as Shown,
      answers: answers as { id: string[]; en: string[] },
      extra,
    })),
  }
}
