// What people did at the counters: everybody their own, and officers by name where the plan shows it, never as a
// ranking; as JSON, CSV and workbook.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import type { OfficerRow, Table, TableLanguage } from '../../reports/question.ts'
import {
  type MineAnswer as Mine,
  mineTable,
  type OfficersAnswer as Officers,
  officersTable,
} from '../../reports/table-people.ts'
import { csv, workbook } from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Null } from '../ground/schemas.ts'
import {
  answered,
  Asked,
  asked,
  Count,
  inLanguage,
  Name,
  period,
  periodAnswer,
  reportProblems,
  type ReportsDoor,
  send,
  Spread,
  tags,
} from './asked.ts'

const work = {
  served: Count,
  incomplete: Count,
  referred: Count,
  noShow: Count,
  serving: Spread,
  walking: Spread,
}
const Period = Type.Object(period, closed)

const OfficersAnswer = Type.Object(
  {
    ...periodAnswer,
    rows: Type.Array(
      Type.Object(
        {
          staff: Type.String({ description: 'The user name' }),
          name: Type.String(),
          agency: Type.Union([Type.String(), Null]),
          ...work,
        },
        closed,
      ),
      { description: 'By name, never ranked by a figure' },
    ),
  },
  closed,
)
const MineAnswer = Type.Object(
  {
    ...periodAnswer,
    whole: Type.Union([Type.Object(work, closed), Null]),
    services: Type.Array(Type.Object({ service: Type.String(), name: Name, ...work }, closed)),
  },
  closed,
)

const files = [
  ['csv', csv],
  ['xlsx', workbook],
] as const

interface WorkDoor extends ReportsDoor {
  readonly access: Pick<Access, 'staff'>
}

type Request<Query> = FastifyRequest<{ Querystring: Query & { readonly in?: TableLanguage } }>

/** Adds `/api/reports/officers` and `/api/reports/mine`, and the same with `.csv` and `.xlsx`. */
export function addWork(app: App, door: WorkDoor): void {
  const { hall, access, now } = door

  /** Null: the reply has been sent. */
  async function officers(
    request: Request<Static<typeof Asked>>,
    reply: FastifyReply,
  ): Promise<Officers | null> {
    if (hall.layout.base.reports?.officers !== true) {
      refuse(reply, 'officers-private')
      return null
    }
    const may = asked(door, request, reply)
    if (may === null) return null
    const { from, to } = request.query
    const { filters, own } = may
    const said = await answered(door, reply, { of: 'officers', from, to, filters, now: now(), staff: null })
    if (said === null || !('text' in said)) return null
    const { rows } = JSON.parse(said.text) as { rows: OfficerRow[] }
    const people = rows.flatMap(({ staff: id, ...row }) => {
      const found = access.staff.byId(id)
      // People of another agency, or of none, are not the supervisor’s to look at.
      if (!found || (own !== null && found.agency !== own)) return []
      return [{ staff: found.username, name: found.name, agency: found.agency, ...row }]
    })
    people.sort((a, b) => a.name.localeCompare(b.name, 'id') || (a.staff < b.staff ? -1 : 1))
    return { from, to, rows: people }
  }

  /** As JSON. Null: the reply has been sent. */
  async function mine(request: Request<Static<typeof Period>>, reply: FastifyReply): Promise<string | null> {
    if (asked(door, request, reply) === null) return null
    const { from, to } = request.query
    const { id: staff } = signedIn(request)
    const said = await answered(door, reply, { of: 'officers', from, to, filters: {}, now: now(), staff })
    return said !== null && 'text' in said ? said.text : null
  }

  async function asTable(
    request: Request<Static<typeof Period>>,
    reply: FastifyReply,
    end: Table['as'],
    made: (as: { readonly as: Table['as']; readonly language: TableLanguage }) => Table,
    name: string,
  ): Promise<FastifyReply> {
    const { from, to, in: wanted } = request.query
    const table = made({ as: end, language: wanted ?? languageOf(request.headers['accept-language']) })
    const said = await answered(door, reply, { of: 'table', from, to, filters: {}, now: now(), table })
    return said === null ? reply : send(reply, said, end, `antre-${name}-${from}-${to}`)
  }

  const ofOfficers = {
    id: 'reportOfficers',
    summary: 'What each officer did at the counters; if the plan allows it',
    problems: [...reportProblems, 'officers-private'],
  } as const
  app.get(
    '/api/reports/officers',
    {
      schema: {
        operationId: ofOfficers.id,
        summary: ofOfficers.summary,
        tags,
        querystring: Asked,
        response: { 200: OfficersAnswer },
      },
      config: { problems: ofOfficers.problems },
    },
    async (request, reply) => (await officers(request, reply)) ?? reply,
  )

  const ofMine = {
    id: 'reportMine',
    summary: 'What the person who is signed in did at the counters',
    problems: reportProblems,
  } as const
  app.get(
    '/api/reports/mine',
    {
      schema: {
        operationId: ofMine.id,
        summary: ofMine.summary,
        tags,
        querystring: Period,
        response: { 200: MineAnswer },
      },
      config: { problems: ofMine.problems },
    },
    async (request, reply) => {
      const text = await mine(request, reply)
      return text === null ? reply : send(reply, { text }, 'json', '')
    },
  )

  for (const [end, file] of files) {
    const schemaOf = ({ id, summary }: { id: string; summary: string }, querystring: TSchema) => ({
      operationId: `${id}As${end}`,
      summary: `${summary}, as ${file.says}`,
      tags,
      querystring,
      response: { 200: file.answer },
    })
    app.get(
      `/api/reports/officers.${end}`,
      {
        schema: schemaOf(ofOfficers, Type.Object({ ...Asked.properties, ...inLanguage }, closed)),
        config: { problems: ofOfficers.problems },
      },
      async (given, reply) => {
        const request = given as Request<Static<typeof Asked>>
        const answer = await officers(request, reply)
        if (answer === null) return reply
        return asTable(request, reply, end, (as) => officersTable(answer, as), 'officers')
      },
    )
    app.get(
      `/api/reports/mine.${end}`,
      {
        schema: schemaOf(ofMine, Type.Object({ ...period, ...inLanguage }, closed)),
        config: { problems: ofMine.problems },
      },
      async (given, reply) => {
        const request = given as Request<Static<typeof Period>>
        const text = await mine(request, reply)
        if (text === null) return reply
        return asTable(request, reply, end, (as) => mineTable(JSON.parse(text) as Mine, as), 'mine')
      },
    )
  }
}
