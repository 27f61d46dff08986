// Who is signed in at this browser. Only the server decides; this is what it last said.
import { useSignalEffect, signal } from '@preact/signals'
import type { Static } from 'typebox'
import type { Live } from '../screens/live.ts'
import type { Ending } from '../server/access/sessions.ts'
import type { StaffAnswer } from '../server/http/ground/schemas.ts'
import { command, fetchJson, type Problem } from '../screens/command.ts'
import { hearHallTime } from '../screens/hall-clock.ts'
import { press } from '../screens/press.ts'

export type Staff = Static<typeof StaffAnswer>['staff']

/**
 * Somebody who signed in with a one-time password, and that password if it was just typed: it must be changed before
 * anything else.
 */
export interface Newcomer {
  staff: Staff
  password: string | null
}

/** Why this browser's session is over; `by` is a name, `at` ISO 8601. */
export interface Ended {
  why: Ending['why']
  by: string | null
  at: string
}

/** `asking`: not known yet. Somebody with a one-time password counts as signed out until they have chosen a new one. */
type Session =
  | { state: 'asking' }
  | { state: 'out'; newcomer?: Newcomer; ended?: Ended | undefined }
  | { state: 'in'; staff: Staff }

export const session = signal<Session>({ state: 'asking' })

const AGAIN_MS = 2_000

/** Asks the server who is signed in, until it answers. */
export async function askSession(): Promise<void> {
  const outcome = await fetchJson<Static<typeof StaffAnswer>>('/api/session')
  if (outcome.ok) enter(outcome.data, null)
  else if (outcome.problem.status === 401) session.value = { state: 'out', ended: endedIn(outcome.problem) }
  else setTimeout(() => void askSession(), AGAIN_MS)
}

/** That yesterday's session is over is no news to somebody who opens the page in the morning. */
function endedIn({ ended }: Problem): Ended | undefined {
  const given = ended as Ended | undefined
  return given && (given.why !== 'over' || session.value.state !== 'asking') ? given : undefined
}

/**
 * Checking a password is slow on purpose, two at a time: in the morning the whole staff waits for each other. Asking
 * again meanwhile only makes the queue longer, and each try counts as one more.
 */
const PATIENT = { limitMs: 24_000 }

/** Signs in; null when it worked, else why not. */
export async function signIn(username: string, password: string): Promise<Problem | null> {
  const given = { username, password }
  const outcome = await command<Static<typeof StaffAnswer>>('POST', '/api/session', given, PATIENT)
  if (!outcome.ok) return outcome.problem
  enter(outcome.data, password)
  return null
}

function enter({ staff, at }: Static<typeof StaffAnswer>, password: string | null): void {
  // Until a view is followed: while choosing a counter there is none yet.
  hearHallTime(at)
  session.value = staff.oneTime ? { state: 'out', newcomer: { staff, password } } : { state: 'in', staff }
}

/** Signs out; the server pauses the counter held. Null when it worked: a session that lives on must not look ended. */
export async function signOut(): Promise<Problem | null> {
  const outcome = await press('DELETE', '/api/session')
  if (!outcome.ok && outcome.problem.status !== 401) return outcome.problem
  session.value = { state: 'out' }
  return null
}

/** Changes the person's own password; null when it worked, else why not. */
export async function changePassword(current: string, next: string): Promise<Problem | null> {
  const given = { current, next }
  const outcome = await press<Static<typeof StaffAnswer>>('POST', '/api/session/password', given, PATIENT)
  if (!outcome.ok) return outcome.problem
  session.value = { state: 'in', staff: outcome.data.staff }
  return null
}

/** For an answer of `401 not-signed-in`: the session ended elsewhere, and the server knows why. */
export function sessionEnded(): void {
  session.value = { state: 'out' }
  void askSession()
}

/** The ids of the counters that this person holds now; none if the server does not answer. */
export async function myCounters(): Promise<string[]> {
  const outcome = await fetchJson<Static<typeof StaffAnswer>>('/api/session')
  return outcome.ok ? (outcome.data.counters ?? []).map(({ id }) => id) : []
}

/** If the connection is refused, asks who is signed in: the session may have ended, or be another person’s by now. */
export function useRefused({ refused }: Pick<Live<unknown>, 'refused'>): void {
  useSignalEffect(() => {
    if (refused.value === 'not-allowed') void askSession()
  })
}
