// The accounts of staff: who there is, a new one, and one route for each thing that is done to an account.
import { type TObject, Type } from 'typebox'
import type { Access } from '../access/access.ts'
import { makeAccount } from '../access/steer.ts'
import type { Account } from '../access/staff.ts'
import type { HallDoor } from './ask.ts'
import type { Code } from './codes.ts'
import { meantBody } from './meant.ts'
import { refuse } from './problem.ts'
import { type App, signedIn } from './request.ts'
import { closed, IdParams, instant, Role } from './schemas.ts'
import { actions, type StaffAction } from './staff-actions.ts'
import {
  Agency,
  HeldCounter,
  listedAccount,
  ListedStaff,
  listStaff,
  Name,
  OneTime,
  Username,
} from './staff-answers.ts'
import { rightsOf } from './staff-rights.ts'

export interface StaffParts extends HallDoor {
  access: Access
  /** Somebody got a one-time password: the first run's file goes with the password that it shows. */
  onPasswordReset: (account: Account) => void
}

const tags = ['staff']

/** Counters that the person held: they are paused now, and who stands there stands there still. */
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
      summary: 'The accounts: all for a manager, those of the own agency for a supervisor',
      tags,
      response: { 200: Type.Object({ staff: Type.Array(ListedStaff) }, closed) },
    },
    handler: (request) => ({ staff: listStaff(access, hall, signedIn(request)) }),
  })

  app.route({
    method: 'POST',
    url: '/api/staff',
    schema: {
      operationId: 'makeStaff',
      summary: 'Make an account; its one-time password is in this answer alone',
      tags,
      body: meantBody({ username: Username, name: Name, role: Role, agency: Type.Optional(Agency) }),
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

  for (const [name, one] of Object.entries(actions)) addAction(app, parts, name, one as StaffAction<TObject>)
}

/** `POST /api/staff/:id/<action>`; the answer is the account as it is then, and what the action adds. */
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
