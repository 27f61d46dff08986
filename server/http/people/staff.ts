// The accounts of staff: the list, a new one, a route for each thing that can be done to an account, and one for all
// accounts that outlived their agency.
import { type TObject, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { closeOutlived, openAccountsOf } from '../../access/outlived.ts'
import { makeAccount } from '../../access/steer.ts'
import type { Account } from '../../access/staff.ts'
import { Text } from '../../hall/plan.ts'
import type { HallDoor } from '../ground/ask.ts'
import type { Code } from '../ground/codes.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Id, IdParams, instant, Null, Role } from '../ground/schemas.ts'
import { actions, leaveCounters, type StaffAction } from './staff-actions.ts'
import {
  HeldCounter,
  ListedStaff,
  Name,
  OneTime,
  Username,
  listStaff,
  listedAccount,
  rightsOf,
  type HeldCounter as Held,
  heldCounters,
} from './staff-answers.ts'

export interface StaffParts extends HallDoor {
  access: Access
  /** Somebody got a one-time password: the first run's file goes with the password that it shows. */
  onPasswordReset: (account: Account) => void
  /** Names of agencies that are no longer in the plan; the journal does not know all. */
  formerNames: (ids: ReadonlySet<string>) => ReadonlyMap<string, Text>
}

const tags = ['staff']

/** An agency that is no longer in the plan; `name` null: nobody knows what it was called. */
const Gone = Type.Object({ id: Type.String(), name: Type.Union([Text, Null]) }, closed)

/** More than any hall has. */
const MOST_AT_ONCE = 5000
const Seen = Type.Array(Id, {
  minItems: 1,
  maxItems: MOST_AT_ONCE,
  uniqueItems: true,
  description: 'Ids of the accounts that were seen; any whose agency is in the plan stays as it is',
})

/** Counters that the person held: they are paused now, and any visitor there stays. */
const Left = Type.Array(HeldCounter)

/** Adds `/api/staff` and what is below it. */
export function addStaff(app: App, parts: StaffParts): void {
  const { access, context } = parts
  const { hall } = context

  app.route({
    method: 'GET',
    url: '/api/staff',
    schema: {
      operationId: 'listStaff',
      summary: 'The accounts: all for a manager, those of their agency for a supervisor',
      tags,
      response: { 200: Type.Object({ staff: Type.Array(ListedStaff), gone: Type.Array(Gone) }, closed) },
    },
    handler: (request) => {
      const staff = listStaff(access, hall, signedIn(request))
      const gone = new Set(staff.flatMap(({ agency }) => agency ?? []).filter(access.isGone))
      const names = parts.formerNames(gone)
      return { staff, gone: [...gone].map((id) => ({ id, name: names.get(id) ?? null })) }
    },
  })

  app.route({
    method: 'POST',
    url: '/api/staff',
    schema: {
      operationId: 'makeStaff',
      summary: 'Make an account; its one-time password is only in this answer',
      tags,
      body: meantBody({ username: Username, name: Name, role: Role, agency: Type.Optional(Id) }),
      response: { 201: Type.Object({ staff: ListedStaff, ...OneTime }, closed) },
    },
    config: { problems: ['username-taken', 'unknown-agency'] },
    handler: async (request, reply) => {
      const actor = signedIn(request)
      const { username, name, role, agency = actor.agency } = request.body
      const rights = rightsOf(hall, role, agency)
      if ('refused' in rights) return refuse(reply, rights.refused, { members: rights.members })
      const made = await makeAccount(access, actor, { username, name: name.trim(), ...rights })
      if ('refused' in made) return refuse(reply, made.refused)
      const { account, password } = made
      reply.code(201)
      const staff = listedAccount(access, hall, actor, account.id)
      return { staff, password, until: instant(account.oneTimeUntil) ?? '' }
    },
  })

  app.route({
    method: 'POST',
    url: '/api/staff/close-outlived',
    schema: {
      operationId: 'closeOutlivedStaff',
      summary: 'Close accounts whose agency is no longer in the plan, of those that were seen',
      tags,
      body: meantBody({ staff: Seen }),
      response: { 200: Type.Object({ closed: Type.Integer(), left: Left }, closed) },
    },
    config: { problems: ['storage-unavailable'] },
    handler: async (request, reply) => {
      const actor = signedIn(request)
      const { staff } = request.body
      const left: Held[] = []
      // Its counters closed with the agency; one is still held only if it went to another agency.
      const held = heldCounters(hall)
      const holding = openAccountsOf(access, access.isGone).filter(({ id }) => held.has(id))
      for (const account of holding.filter(({ id }) => staff.includes(id))) {
        const done = await leaveCounters({ ...parts, hall, actor, account })
        if ('refused' in done) return refuse(reply, done.refused, { retryAfter: 5 })
        left.push(...done)
      }
      return { closed: closeOutlived(access, actor, staff), left }
    },
  })

  for (const [name, one] of Object.entries(actions)) addAction(app, parts, name, one as StaffAction<TObject>)
}

/** `POST /api/staff/:id/<action>`; the answer is the account afterwards, and what the action adds. */
function addAction(app: App, parts: StaffParts, name: string, action: StaffAction<TObject>): void {
  const { access, context, dispatch } = parts
  const { hall } = context
  app.post(
    `/api/staff/:id/${name}`,
    {
      schema: {
        operationId: `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Staff`,
        summary: action.summary,
        tags,
        params: IdParams,
        body: meantBody(action.body.properties),
        response: { 200: Type.Object({ staff: ListedStaff, left: Left, ...action.answer }, closed) },
      },
      config: { problems: ['unknown-staff', ...action.problems] as Code[] },
    },
    async (request, reply) => {
      const { id } = request.params as { id: string }
      const actor = signedIn(request)
      const account = access.staff.byId(id)
      if (account === null) return refuse(reply, 'unknown-staff', { members: { about: id } })
      const done = await action.run({ access, hall, dispatch, actor, account }, request.body)
      if ('refused' in done) {
        const retry = done.refused === 'storage-unavailable' ? { retryAfter: 5 } : {}
        return refuse(reply, done.refused, { ...retry, members: done.members ?? {} })
      }
      if (action.isReset) parts.onPasswordReset(account)
      return { staff: listedAccount(access, hall, actor, id), ...done }
    },
  )
}
