// The evaluation pack: begun, followed, fetched, cancelled; and the manager's answers for it.
import { readFile } from 'node:fs/promises'
import { Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import {
  answerFault,
  LONGEST_ANSWER,
  questionGroups,
  questions,
  type StoredAnswers,
} from '../../evaluation/questions.ts'
import { missingCodes, missingFor } from '../../evaluation/missing.ts'
import type { Pack, Packs } from '../../evaluation/packs.ts'
import type { Findings } from '../../findings/findings.ts'
import { lastVisit } from '../../findings/list.ts'
import type { Hall } from '../../hall/hall.ts'
import { isDay } from '../../time-zone.ts'
import { dayAfter } from '../../hall/hours.ts'
import { asFile } from '../ground/files.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { addRuns, begun, runFields, toldRun } from '../ground/runs.ts'
import { closed, Day, Id, IdParams, Null, Written } from '../ground/schemas.ts'
import { tags } from './asked.ts'

/** The most days of a period: three years between two visits, and some more. */
const MOST_DAYS = 1_200

const PackAnswer = Type.Object(
  {
    ...runFields,
    title: Type.String(),
    from: Type.String(),
    to: Type.String({ description: 'The last day in it; only days that are over are in a pack' }),
    state: Type.Enum(['running', 'done', 'failed', 'cancelled'], { type: 'string' }),
    bytes: Type.Union([Type.Integer({ minimum: 0 }), Null]),
    why: Type.Union([Type.Enum(['no-room', 'failed'], { type: 'string' }), Null], {
      description: 'Why there is none; null: nothing went wrong',
    }),
  },
  closed,
)

const Bilingual = Type.Object({ id: Type.String(), en: Type.String() }, closed)
const Answers = Type.Object(
  {
    questions: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          group: Type.Enum([...questionGroups], { type: 'string' }),
          kind: Type.Enum(['text', 'number', 'day'], { type: 'string' }),
          question: Bilingual,
          answer: Type.Union([Type.String(), Null], { description: 'Null: nobody answered yet' }),
          reviewedOn: Type.Union([Type.String(), Null], {
            description: 'The day on which somebody last confirmed it',
          }),
          by: Type.Union([Type.String(), Null], { description: 'Their name' }),
        },
        closed,
      ),
    ),
  },
  closed,
)

const MissingAnswer = Type.Object(
  {
    today: Type.String(),
    firstDay: Type.String({ description: 'The first day with any data' }),
    lastVisit: Type.Union([Type.String(), Null], {
      description: 'The day of the evaluators’ last visit; null: none was noted',
    }),
    items: Type.Array(
      Type.Object(
        {
          code: Type.Enum([...missingCodes], { type: 'string' }),
          count: Type.Integer({
            minimum: 0,
            description: 'How many things it concerns; 0: nothing is missing',
          }),
          href: Type.String({ description: 'Where to add it' }),
        },
        closed,
      ),
    ),
  },
  closed,
)

export interface EvaluationDoor {
  readonly hall: Hall
  readonly access: Pick<Access, 'staff' | 'log'>
  readonly packs: Packs
  readonly answers: StoredAnswers
  readonly findings: Pick<Findings, 'list' | 'inspections'>
  readonly firstDay: () => string
  /** The days that were ever opened. */
  readonly days: () => readonly { readonly day: string }[]
  /** A training is on: there are no days of the hall to look at. */
  readonly isTraining: () => boolean
}

/** Adds `/api/evaluation`, its packs, and `/api/evaluation/answers`. */
export function addEvaluation(app: App, door: EvaluationDoor): void {
  const { hall, access, packs, answers, findings, firstDay } = door
  const nameOf = (id: string) => access.staff.byId(id)?.name ?? id

  app.post(
    '/api/evaluation',
    {
      schema: {
        operationId: 'beginEvaluation',
        summary: 'Make the evaluation pack of a period; it is then found under the id',
        description:
          'Only of days that are over: a period that is not over ends with yesterday. The same request again while the pack is being made is the same pack.',
        tags,
        body: meantBody({
          from: Day('The first day'),
          to: Day('The last day, included'),
          title: Written(200),
        }),
        response: begun,
      },
      config: {
        problems: [
          'period-reversed',
          'day-not-over',
          'period-too-long',
          'nothing-to-evaluate',
          'pack-under-way',
          'training-on',
        ],
      },
    },
    async (request, reply) => {
      const { from, to, title } = request.body
      for (const [property, day] of Object.entries({ from, to }))
        if (!isDay(day)) return refuse(reply, 'bad-request', { members: { property } })
      if (from > to) return refuse(reply, 'period-reversed')
      if (door.isTraining()) return refuse(reply, 'training-on')
      if (from >= hall.day) return refuse(reply, 'day-not-over')
      const last = to < hall.day ? to : dayAfter(hall.day, -1)
      if ((Date.parse(last) - Date.parse(from)) / 86_400_000 >= MOST_DAYS)
        return refuse(reply, 'period-too-long')
      if (!door.days().some(({ day }) => from <= day && day <= last))
        return refuse(reply, 'nothing-to-evaluate')
      const { id } = signedIn(request)
      const pack = packs.begin({ from, to: last, title: title.trim() }, id)
      if (!pack) return refuse(reply, 'pack-under-way')
      access.log.write({ by: `staff:${id}`, action: 'evaluation-made', about: null, agency: null })
      return reply.code(202).send({ id: pack.id })
    },
  )

  addRuns(app, {
    at: '/api/evaluation',
    tags,
    runs: packs,
    plural: 'packs',
    answer: PackAnswer,
    said: (pack: Pack) => toldRun(pack, nameOf),
    unknown: 'unknown-pack',
    described: {
      list: ['listEvaluations', 'The packs that are kept and the one being made, newest first'],
      one: ['getEvaluation', 'The progress of a pack'],
      drop: ['dropEvaluation', 'Cancel a pack that is being made, or delete one that is done, with its file'],
    },
  })

  app.get(
    '/api/evaluation/missing',
    {
      schema: {
        operationId: 'getEvaluationMissing',
        summary: 'What is still missing for a good pack, and where to add it',
        tags,
        response: { 200: MissingAnswer },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async () => {
      const inspections = findings.inspections()
      return {
        today: hall.day,
        firstDay: firstDay(),
        lastVisit: lastVisit(inspections, hall.day)?.day ?? null,
        items: missingFor({
          layout: hall.layout,
          today: hall.day,
          answers: answers.list(),
          findings: findings.list(),
          inspections,
        }).map((one) => ({ ...one })),
      }
    },
  )

  const whole = () => {
    const kept = new Map(answers.list().map((one) => [one.id, one]))
    return {
      questions: questions.map(({ id, group, kind, text }) => {
        const own = kept.get(id)
        return {
          id,
          group,
          kind,
          question: { id: text.id, en: text.en },
          answer: own?.answer ?? null,
          reviewedOn: own?.reviewedOn ?? null,
          by: own ? nameOf(own.by) : null,
        }
      }),
    }
  }

  app.get(
    '/api/evaluation/answers',
    {
      schema: {
        operationId: 'getEvaluationAnswers',
        summary:
          'The questions of an evaluation that the program cannot answer itself, with the answers given',
        tags,
        response: { 200: Answers },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async () => whole(),
  )

  app.put(
    '/api/evaluation/answers',
    {
      schema: {
        operationId: 'putEvaluationAnswers',
        summary: 'Answer some of the questions, or confirm that an answer still applies; the others stay',
        tags,
        body: meantBody({
          answers: Type.Array(
            Type.Object(
              {
                id: Id,
                answer: Type.Union([Type.String({ minLength: 1, maxLength: LONGEST_ANSWER }), Null], {
                  description: 'Null: no longer known',
                }),
              },
              closed,
            ),
            { minItems: 1, maxItems: 100 },
          ),
        }),
        response: { 200: Answers },
      },
      config: { problems: ['unknown-question', 'answer-unfit', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { id: by } = signedIn(request)
      for (const { id, answer } of request.body.answers) {
        const question = questions.find((one) => one.id === id)
        if (!question) return refuse(reply, 'unknown-question', { members: { about: id } })
        if (answer !== null && answerFault(question, answer.trim(), isDay))
          return refuse(reply, 'answer-unfit', { members: { about: id } })
      }
      const given = request.body.answers
      answers.keep(
        given.flatMap(({ id, answer }) =>
          answer === null ? [] : [{ id, answer: answer.trim(), reviewedOn: hall.day, by }],
        ),
        given.flatMap(({ id, answer }) => (answer === null ? [id] : [])),
      )
      return whole()
    },
  )

  app.get(
    '/api/evaluation/:id/pack.zip',
    {
      schema: {
        operationId: 'getEvaluationPack',
        summary: 'The pack: `laporan.docx`, `tabel.xlsx` and the charts in `grafik/`',
        tags,
        params: IdParams,
        response: {
          200: {
            content: {
              'application/zip': { schema: Type.Unsafe<Uint8Array>({ contentMediaType: 'application/zip' }) },
            },
          },
        },
      },
      config: { problems: ['unknown-pack', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { id } = request.params
      const [pack, file] = [packs.find(id), packs.fileOf(id)]
      if (!pack || file === null) return refuse(reply, 'unknown-pack')
      try {
        const bytes = await readFile(file)
        return asFile(reply, bytes, 'application/zip', `antre-evaluasi-${pack.from}-${pack.to}.zip`)
      } catch (error) {
        request.log.warn({ err: error }, 'a pack could not be read')
        return refuse(reply, 'storage-unavailable')
      }
    },
  )
}
