// Complaints as visitors know them: what the form needs, filing one without an account, and following it with its
// token.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Channel as ChannelName } from '../../complaints/complaint.ts'
import { usualEraseAfterDays } from '../../complaints/complaints.ts'
import { type Filer, openPace } from '../../complaints/pace.ts'
import { keyOf } from '../ground/ask.ts'
import { languageOf } from '../ground/language.ts'
import { meantBody, meantOf } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Id, LanguageCode } from '../ground/schemas.ts'
import { sendSvg, svgAnswer } from '../ground/files.ts'
import { addressOf } from '../ground/way.ts'
import {
  Channel,
  type ComplaintsDoor,
  FormAnswer,
  OwnComplaint,
  ownComplaint,
  tags,
  Words,
} from './shapes.ts'

const Token = Type.Object({ token: Id }, closed)

/** Adds `POST /api/complaints`, `GET /api/complaints/form`, `/api/complaints/qr.svg`, and `GET /api/complaints/:token` with its QR code. */
export function addOwnComplaints(app: App, door: ComplaintsDoor): void {
  addFiling(app, door)
  addAsking(app, door)
}

function addFiling(app: App, door: ComplaintsDoor): void {
  const { hall, complaints, now } = door
  const pace = openPace()

  app.get(
    '/api/complaints/form',
    {
      schema: {
        operationId: 'getComplaintForm',
        summary: 'What the page for complaints says and offers',
        tags,
        response: { 200: FormAnswer },
      },
    },
    (request) => {
      const { name, timeZone, agencies, services } = hall.layout.plan
      const { sp4n = null, eraseAfterDays = usualEraseAfterDays } = complaints.rules()
      return {
        name,
        timeZone,
        days: complaints.days(),
        until: complaints.dueToday(),
        eraseAfterDays,
        sp4n,
        tablet: tabletOf(request) !== null,
        address: pageUrl(door),
        agencies: agencies.map((agency) => ({
          id: agency.id,
          name: agency.name,
          services: services.flatMap((one) =>
            one.agency === agency.id ? [{ id: one.id, name: one.name }] : [],
          ),
        })),
      }
    },
  )

  app.post(
    '/api/complaints',
    {
      schema: {
        operationId: 'fileComplaint',
        summary:
          'Complain, without an account; the number is for asking about it, only the token shows the answer',
        tags,
        body: meantBody({
          words: Words,
          service: Type.Optional(Id),
          agency: Type.Optional(Id),
          language: Type.Optional(LanguageCode),
          channel: Type.Optional(Channel),
        }),
        response: {
          201: Type.Object(
            {
              number: Type.String(),
              token: Type.String(),
              due: Type.String({ description: 'The last day by which an answer is promised' }),
            },
            closed,
          ),
        },
      },
      config: {
        key: 'honoured',
        problems: [
          'unknown-service',
          'unknown-agency',
          'complaints-elsewhere',
          'not-allowed',
          'key-reused',
          'too-late',
          'too-many-requests',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const key = keyOf(request)
      if (key === null) return bad(reply, 'Idempotency-Key')
      const meant = meantOf(request)
      if ('fault' in meant) return bad(reply, meant.fault)
      if (complaints.rules().sp4n === 'instead') return refuse(reply, 'complaints-elsewhere')
      const { words, service = null, channel, language } = request.body
      const { staff } = request.who
      // Only staff say how it came; for all others it is known.
      if (channel !== undefined && staff === null) return refuse(reply, 'not-allowed')
      const found = service === null ? undefined : hall.layout.services.get(service)
      if (service !== null && !found) return refuse(reply, 'unknown-service', { members: { about: service } })
      const agency = request.body.agency ?? found?.agency ?? null
      if (agency !== null && !hall.layout.agencies.has(agency))
        return refuse(reply, 'unknown-agency', { members: { about: agency } })
      if (found && agency !== found.agency) return bad(reply, 'agency')
      const isStaff = channel !== undefined && staff !== null
      const tablet = tabletOf(request)
      const filer: Filer = isStaff
        ? { known: staff.id }
        : tablet === null
          ? { address: addressOf(request) }
          : { known: tablet }
      const asked = {
        service,
        agency,
        words,
        channel: isStaff ? channel : ((tablet === null ? 'phone' : 'tablet') satisfies ChannelName),
        language: language ?? languageOf(request.headers['accept-language']),
        by: isStaff ? staff.id : null,
        key: key === undefined ? undefined : `${'known' in filer ? filer.known : ''} ${key}`,
      }
      // A repeat is neither too late nor one too many.
      const isNew = complaints.earlier(asked) === null
      if (isNew && meant.notAfter !== undefined && meant.notAfter < now()) return refuse(reply, 'too-late')
      const retryAfter = isNew ? pace.waits(filer, now()) : 0
      if (retryAfter > 0) return refuse(reply, 'too-many-requests', { retryAfter })
      const filed = complaints.file(asked)
      if (filed === 'key-reused') return refuse(reply, 'key-reused')
      if (filed === 'no-words') return bad(reply, 'words')
      if (isNew) pace.filed(filer, now())
      const { complaint, token } = filed
      return reply.code(201).send({ number: complaint.number, token, due: complaint.due })
    },
  )
}

function addAsking(app: App, door: ComplaintsDoor): void {
  const { complaints } = door

  app.get(
    '/api/complaints/qr.svg',
    {
      schema: {
        operationId: 'getComplaintPageQr',
        summary: 'The QR code of the page for complaints, for a poster',
        tags,
        response: svgAnswer,
      },
      config: { problems: ['no-public-url'] },
    },
    async (_request, reply) => qrOf(reply, pageUrl(door)),
  )

  app.get(
    '/api/complaints/:token',
    {
      schema: {
        operationId: 'getComplaint',
        summary: 'The state of a complaint, and its answer',
        tags,
        params: Token,
        response: { 200: OwnComplaint },
      },
      config: { problems: ['unknown-complaint', 'storage-unavailable'] },
    },
    async ({ params }, reply) => {
      const found = complaints.byToken(params.token)
      return found ? ownComplaint(door, found) : refuse(reply, 'unknown-complaint')
    },
  )

  app.get(
    '/api/complaints/:token/qr.svg',
    {
      schema: {
        operationId: 'getComplaintQr',
        summary: 'The QR code of the page that shows the answer',
        tags,
        params: Token,
        response: svgAnswer,
      },
      config: { problems: ['unknown-complaint', 'no-public-url', 'storage-unavailable'] },
    },
    async ({ params }, reply) => {
      if (!complaints.byToken(params.token)) return refuse(reply, 'unknown-complaint')
      const page = pageUrl(door)
      return qrOf(reply, page === null ? null : `${page}#${params.token}`)
    },
  )
}

function bad(reply: FastifyReply, property: string): FastifyReply {
  return refuse(reply, 'bad-request', { members: { property } })
}

/** The id of the survey tablet that asks; null if it is not one. */
function tabletOf({ who }: Pick<FastifyRequest, 'who'>): string | null {
  return who.survey?.id ?? null
}

/** The page's full address. The token comes after a `#`, so that no log has it. */
function pageUrl({ publicUrl }: ComplaintsDoor): string | null {
  return publicUrl === null ? null : `${publicUrl}/complaint/`
}

async function qrOf(reply: FastifyReply, address: string | null): Promise<FastifyReply> {
  if (address === null) return refuse(reply, 'no-public-url')
  const { qrSvg } = await import('../../slip/drawing/qr.ts')
  return sendSvg(reply, qrSvg(address))
}
