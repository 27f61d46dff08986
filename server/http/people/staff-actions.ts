// What can be done to somebody's account, one entry each. The door checks whose account it may be; the rest is checked
// here.
import { type Static, type TObject, type TSchema, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { resetPassword } from '../../access/accounts.ts'
import { changeAccount, endSessions, maySteer, whyNotLess, whyNotOut } from '../../access/steer.ts'
import type { Account, Staff } from '../../access/staff.ts'
import type { Dispatch } from '../../dispatch.ts'
import type { Hall } from '../../hall/hall.ts'
import { isRefusal } from '../../hall/refusal.ts'
import type { Code } from '../ground/codes.ts'
import { closed, Id, instant, Nothing, Role } from '../ground/schemas.ts'
import {
  type HeldCounter,
  Name,
  OneTime,
  type StaffRefusal,
  heldCounters,
  rightsOf,
} from './staff-answers.ts'

/** Who does something, and to whose account. */
export interface StaffScene {
  readonly access: Access
  readonly hall: Hall
  readonly dispatch: Dispatch
  readonly actor: Staff
  readonly account: Account
}

/** What an action adds to the answer. */
interface Done {
  readonly password?: string
  readonly until?: string
  readonly left: HeldCounter[]
}

export interface StaffAction<B extends TObject> {
  readonly summary: string
  readonly body: B
  /** What the answer has besides the account and the counters that were left. */
  readonly answer: Readonly<Record<string, TSchema>>
  readonly problems: readonly Code[]
  readonly isReset?: true
  readonly run: (scene: StaffScene, body: Static<B>) => Promise<StaffRefusal | Done>
}

const Change = Type.Object(
  { name: Type.Optional(Name), role: Type.Optional(Role), agency: Type.Optional(Id) },
  closed,
)

const reset: StaffAction<typeof Nothing> = {
  summary: 'Give a one-time password, which is only in this answer; all sessions of the person end',
  body: Nothing,
  answer: OneTime,
  problems: ['own-account', 'storage-unavailable'],
  isReset: true,
  async run(scene) {
    const { access, actor, account } = scene
    const why = whyNotOut(actor, account)
    const left = why ?? (await leaveCounters(scene))
    if ('refused' in left) return left
    const done = await resetPassword(access, account.username, `staff:${actor.id}`, () => {})
    if (done === null) return { refused: 'unknown-staff' }
    const until = instant(access.staff.byId(account.id)?.oneTimeUntil ?? null) ?? ''
    return { password: done.password, until, left }
  },
}

const disable: StaffAction<typeof Nothing> = {
  summary: 'Close an account; its sessions end at once, and its counter is paused',
  body: Nothing,
  answer: {},
  problems: ['own-account', 'last-manager', 'storage-unavailable'],
  async run(scene) {
    const { access, actor, account } = scene
    const left = whyNotLess(access, actor, account) ?? (await leaveCounters(scene))
    if ('refused' in left) return left
    // Checked again: a colleague may have closed another manager's account since.
    const why = whyNotLess(access, actor, account)
    if (why) return why
    access.setDisabled(account.id, true, `staff:${actor.id}`)
    return { left }
  },
}

const enable: StaffAction<typeof Nothing> = {
  summary: 'Reopen an account, with the password it had',
  body: Nothing,
  answer: {},
  problems: [],
  async run({ access, actor, account }) {
    if (!maySteer(actor, account)) return { refused: 'not-allowed' }
    if (account.disabled) access.setDisabled(account.id, false, `staff:${actor.id}`)
    return { left: [] }
  },
}

const change: StaffAction<typeof Change> = {
  summary: 'Change an account’s name, role or agency; what is left out stays',
  body: Change,
  answer: {},
  problems: ['own-account', 'last-manager', 'unknown-agency', 'holds-counter'],
  async run({ access, hall, actor, account }, body) {
    const { name = account.name, role = account.role, agency = account.agency ?? actor.agency } = body
    // What stays the same is not checked: the agency may have left the plan since.
    const stays = role === account.role && agency === account.agency
    const rights = stays ? account : rightsOf(hall, role, agency)
    if ('refused' in rights) return rights
    // They could no longer close a counter of what is then another agency.
    const isMoved = rights.role !== 'manager' && rights.agency !== account.agency
    const [counter] = isMoved ? (heldCounters(hall).get(account.id) ?? []) : []
    if (counter && maySteer(actor, account))
      return { refused: 'holds-counter', members: { about: counter.id } }
    const done = changeAccount(access, actor, account, { ...rights, name: name.trim() })
    return 'refused' in done ? done : { left: [] }
  },
}

const signOut: StaffAction<typeof Nothing> = {
  summary: 'End all sessions of a person; the person’s counter is paused',
  body: Nothing,
  answer: {},
  problems: ['own-account', 'storage-unavailable'],
  async run(scene) {
    const left = whyNotOut(scene.actor, scene.account) ?? (await leaveCounters(scene))
    if ('refused' in left) return left
    endSessions(scene.access, scene.actor, scene.account)
    return { left }
  },
}

export const actions = { reset, disable, enable, change, 'sign-out': signOut }

/** Pauses what the person holds, as signing out does: the visitor there is called by nobody else, and not lost. */
export async function leaveCounters({ hall, dispatch, actor, account }: StaffScene) {
  const left = heldCounters(hall).get(account.id) ?? []
  const command = { type: 'leave-counters', staff: account.id } as const
  const outcome = await dispatch({ command, by: `staff:${actor.id}` })
  return isRefusal(outcome) ? outcome : left
}
