// Complaints as staff work on them: everybody sees those of their own agency, managers all. Every command may say
// which revision was seen, so that of two people at one complaint the second learns of the first.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Staff } from '../../access/staff.ts'
import { mayActFor } from '../../access/who.ts'
import { type Complaint, isOpen, type ListPlace, lists } from '../../complaints/complaint.ts'
import type { Refused } from '../../complaints/complaints.ts'
import { Id } from '../../hall/plan.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, IdParams, Null, NumberText } from '../ground/schemas.ts'
import {
  CloseReason,
  type ComplaintsDoor,
  Note,
  StaffComplaint,
  staffComplaint,
  tags,
  Words,
} from './shapes.ts'

/** How many complaints one answer has. */
const MOST_LISTED = 100
/**
 * A place in a list: the promise, the moment and the id of one still to be worked on; the last moment and id of any
 * other.
 */
const PLACE = /^(?:(\d{4}-\d\d-\d\d)\.)?(\d{1,16})(?:\.([\w-]{1,100}))?$/

const Revision = Type.Optional(Type.Integer({ minimum: 1, description: 'The revision that was seen' }))
const One = Type.Object({ complaint: StaffComplaint }, closed)
const Count = Type.Integer({ minimum: 0 })
const counts = {
  open: Count,
  due: Type.Integer({ minimum: 0, description: 'Promised for today or the next day' }),
  late: Count,
}

/** Adds the list, its counts, and what can be done with one. */
export function addStaffComplaints(app: App, door: ComplaintsDoor): void {
  addLists(app, door)
  addCommands(app, door)
}

function addLists(app: App, door: ComplaintsDoor): void {
  const { complaints, hall } = door

  app.get(
    '/api/complaints',
    {
      schema: {
        operationId: 'listComplaints',
        summary: 'Complaints: the unanswered ones by the day promised, the others newest first',
        tags,
        querystring: Type.Object(
          {
            show: Type.Optional(Type.Enum([...lists], { type: 'string', description: '`open` by default' })),
            before: Type.Optional(
              Type.String({
                pattern: PLACE.source,
                description: '`next` of an answer: the list from there on; for `done` also an instant',
              }),
            ),
          },
          closed,
        ),
        response: {
          200: Type.Object(
            {
              day: Type.String(),
              ...counts,
              complaints: Type.Array(StaffComplaint),
              next: Type.Union([Type.String(), Null], {
                description: 'To be sent back as `before`; null: that is all',
              }),
            },
            closed,
          ),
        },
      },
      config: { problems: ['storage-unavailable'] },
    },
    (request) => {
      const { show = 'open', before } = request.query
      const after = before === undefined ? null : placeIn(before)
      const { id: me, agency } = signedIn(request)
      const found = complaints.list(show, agency, after, MOST_LISTED)
      const last = found.at(-1)
      return {
        day: hall.day,
        ...complaints.counts(agency),
        complaints: found.map((one) => staffComplaint(door, one, me)),
        next: found.length === MOST_LISTED && last ? placeOf(last) : null,
      }
    },
  )

  app.get(
    '/api/complaints/counts',
    {
      schema: {
        operationId: 'countComplaints',
        summary: 'How many complaints wait for an answer, and how urgently',
        tags,
        response: { 200: Type.Object(counts, closed) },
      },
      config: { problems: ['storage-unavailable'] },
    },
    (request) => ({ ...complaints.counts(signedIn(request).agency) }),
  )

  app.get(
    '/api/complaints/numbers/:number',
    {
      schema: {
        operationId: 'findComplaint',
        summary: 'The state of a complaint, for somebody who asks by its number alone; without its words',
        tags,
        params: Type.Object({ number: NumberText('As it was told') }, closed),
        response: { 200: One },
      },
      config: { problems: ['unknown-complaint', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const staff = signedIn(request)
      const found = complaints.byNumber(request.params.number)
      if (!found) return refuse(reply, 'unknown-complaint')
      const complaint = staffComplaint(door, found, staff.id)
      if (maySee(staff, found)) return { complaint }
      const history = complaint.history.map((step) => ({ ...step, by: null, text: null }))
      return { complaint: { ...complaint, words: null, taken: null, history } }
    },
  )
}

function addCommands(app: App, door: ComplaintsDoor): void {
  const { complaints, hall } = door

  app.post(
    '/api/complaints/:id/take',
    {
      schema: {
        operationId: 'takeComplaint',
        summary: 'Take on a complaint',
        tags,
        params: IdParams,
        body: meantBody({ revision: Revision }),
        response: { 200: One },
      },
      config: { problems: [...problems, 'complaint-closed'] },
    },
    async (request, reply) =>
      onComplaint(door, request, reply, (complaint, { id }) =>
        complaints.take(complaint, id, request.body.revision),
      ),
  )

  app.post(
    '/api/complaints/:id/forward',
    {
      schema: {
        operationId: 'forwardComplaint',
        summary:
          'Forward a complaint to another agency, or to the hall (null); the day promised to the visitor stays',
        tags,
        params: IdParams,
        body: meantBody({
          agency: Type.Union([Id, Null]),
          note: Type.Optional(Note),
          revision: Revision,
        }),
        response: { 200: One },
      },
      config: { problems: [...problems, 'complaint-closed', 'unknown-agency'] },
    },
    async (request, reply) => {
      const { agency, note = null, revision } = request.body
      return onComplaint(door, request, reply, (complaint, { id }) =>
        agency !== null && !hall.layout.agencies.has(agency)
          ? refuse(reply, 'unknown-agency', { members: { about: agency } })
          : complaints.forward(complaint, agency, note, id, revision),
      )
    },
  )

  app.post(
    '/api/complaints/:id/answer',
    {
      schema: {
        operationId: 'answerComplaint',
        summary: 'Answer a complaint, or answer again; the holder of its token can read it at once',
        tags,
        params: IdParams,
        body: meantBody({ answer: Words, revision: Revision }),
        response: { 200: One },
      },
      config: { problems: [...problems, 'complaint-closed', 'complaint-erased'] },
    },
    async (request, reply) =>
      onComplaint(door, request, reply, (complaint, { id }) =>
        complaints.answer(complaint, request.body.answer, id, request.body.revision),
      ),
  )

  app.post(
    '/api/complaints/:id/close',
    {
      schema: {
        operationId: 'closeComplaint',
        summary: 'Close a complaint; without an answer only a supervisor or manager may',
        tags,
        params: IdParams,
        body: meantBody({ reason: CloseReason, revision: Revision }),
        response: { 200: One },
      },
      config: { problems },
    },
    async (request, reply) =>
      onComplaint(door, request, reply, (complaint, staff) => {
        // Nobody may set aside a complaint about themselves.
        if (complaint.answeredOn === null && staff.role === 'officer') return refuse(reply, 'not-allowed')
        return complaints.close(complaint, request.body.reason, staff.id, request.body.revision)
      }),
  )

  app.post(
    '/api/complaints/:id/reopen',
    {
      schema: {
        operationId: 'reopenComplaint',
        summary: 'Reopen a complaint, with a new day promised',
        tags,
        params: IdParams,
        body: meantBody({ revision: Revision }),
        response: { 200: One },
      },
      config: { problems: [...problems, 'complaint-erased'] },
    },
    async (request, reply) =>
      onComplaint(door, request, reply, (complaint, { id }) =>
        complaints.reopen(complaint, id, request.body.revision),
      ),
  )
}

const problems = ['unknown-complaint', 'complaint-changed', 'storage-unavailable'] as const

/** Those of the agency that has to answer; what is nobody's, or was left behind by an agency, is the managers'. */
function maySee(staff: Staff, { agency }: Complaint): boolean {
  return agency === null ? staff.agency === null : mayActFor(staff, agency)
}

/** Does something with the complaint that the address names, if it is the caller's to handle. */
function onComplaint(
  door: ComplaintsDoor,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  act: (complaint: Complaint, staff: Staff) => Complaint | Refused | FastifyReply,
): { complaint: StaffComplaint } | FastifyReply {
  const staff = signedIn(request)
  const found = door.complaints.byId(request.params.id)
  // Nobody learns what others have.
  if (!found || !maySee(staff, found)) return refuse(reply, 'unknown-complaint')
  const done = act(found, staff)
  if (done === 'no-words') return refuse(reply, 'bad-request', { members: { property: 'answer' } })
  if (typeof done === 'string') return refuse(reply, done)
  if (!('revision' in done)) return done
  return { complaint: staffComplaint(door, done, staff.id) }
}

function placeOf({ due, at, movedAt, id, ...complaint }: Complaint): string {
  return isOpen(complaint) ? `${due}.${at}.${id}` : `${movedAt}.${id}`
}

/** Read back by `placeOf`; anything of another form was refused before. */
function placeIn(text: string): ListPlace {
  const [, due, moment, id = ''] = PLACE.exec(text) ?? []
  return due === undefined
    ? { in: 'done', movedAt: Number(moment), id }
    : { in: 'open', due, at: Number(moment), id }
}
