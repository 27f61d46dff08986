// A complaint as it is kept: who it is for, how far it has come, until when an answer was promised, and what was done
// about it. What people typed (the complaint, answers, notes) is kept apart from what is counted, so that it can be
// erased.
import { dayAfter, type HoursGround, spansOn } from '../hall/hours.ts'
import type { Text } from '../hall/plan.ts'

/** How it came. Visitors file by phone or at the tablet; staff enter the others. */
export const channels = ['phone', 'tablet', 'reception', 'letter', 'call', 'message'] as const
export type Channel = (typeof channels)[number]

/** `closed` without a day of answer: it was closed unanswered. */
export const complaintStates = ['received', 'taken', 'answered', 'closed'] as const
export type ComplaintState = (typeof complaintStates)[number]

/** What happened to a complaint. `erased`: the words are gone. */
export const stepKinds = [
  'received',
  'taken',
  'forwarded',
  'answered',
  'closed',
  'reopened',
  'escalated',
  'erased',
] as const
export type StepKind = (typeof stepKinds)[number]

/** Why one was closed; `settled`: it was answered, and there is nothing more to do. */
export const closeReasons = ['settled', 'withdrawn', 'duplicate', 'unclear', 'not-ours'] as const
export type CloseReason = (typeof closeReasons)[number]

/** Characters of a complaint or an answer, and of a note to those who take over. */
export const MOST_WORDS = 5_000
export const MOST_NOTE = 500

/** The names at that time, for when the plan no longer has them. */
export interface Named {
  readonly service: Text | null
  readonly agency: Text | null
}

export interface Complaint {
  readonly id: string
  /** Six digits that can be said aloud; they open nothing. */
  readonly number: string
  /** The service it is about; null: the agency, or the hall as a whole. */
  readonly service: string | null
  /** Who has to answer; null: the hall itself. */
  readonly agency: string | null
  readonly named: Named
  readonly channel: Channel
  readonly language: string
  /** The hall's day on which it came, and the moment (milliseconds since 1970). */
  readonly day: string
  readonly at: number
  /** The day by which an answer is promised. */
  readonly due: string
  readonly state: ComplaintState
  /** Null once erased, as in its steps. */
  readonly words: string | null
  /** Who is dealing with it, by staff id. */
  readonly taken: string | null
  /** The day of the first answer, how many days the hall was open until then, and whether it came after `due`. */
  readonly answeredOn: string | null
  readonly days: number | null
  readonly late: boolean
  /** When the managers were told that it is late, and when the words were erased; milliseconds since 1970. */
  readonly escalatedAt: number | null
  readonly erasedAt: number | null
  /** When something last happened to it; its words are erased some days after that. */
  readonly movedAt: number
  /** Grows with every change. */
  readonly revision: number
}

export interface Step {
  readonly at: number
  readonly kind: StepKind
  /** Staff id; null: the visitor, or the server. */
  readonly by: string | null
  /** The answer, or a note. */
  readonly text: string | null
  /** Where it was forwarded from and to, or why it was closed: ids and codes, no words. */
  readonly detail: Readonly<Record<string, string | null>>
}

/** What a token or a repeated request is recognised by. */
export interface Secrets {
  /** SHA-256 of the token. */
  readonly token: Buffer
  /** SHA-256 of the idempotency key, and what was mixed with it to make the token; null: no key was given. */
  readonly key: Buffer | null
  readonly salt: Buffer | null
}

/** What a report counts: no words in it. */
export type Counted = Pick<
  Complaint,
  'service' | 'agency' | 'named' | 'day' | 'due' | 'state' | 'answeredOn' | 'days' | 'late' | 'escalatedAt'
>

/** SP4N-LAPOR!’s own count of a month, as somebody entered it. */
export interface Sp4nMonth {
  /** `2026-11`. */
  readonly month: string
  readonly count: number
}

/** Which complaints: those to be worked on, or those that are answered or closed, or both. */
export const lists = ['open', 'done', 'all'] as const
export type Which = (typeof lists)[number]

/** Where a list goes on: after the complaint at this place, among those to be worked on or among the others. */
export type ListPlace =
  | { readonly in: 'open'; readonly due: string; readonly at: number; readonly id: string }
  | { readonly in: 'done'; readonly movedAt: number; readonly id: string }

/** How many are to be worked on; `due`: the promise ends today or on the day named. */
export interface OpenCounts {
  readonly open: number
  readonly due: number
  readonly late: number
}

/** All throw a StorageError. */
export interface StoredComplaints {
  /** Null: the number is already taken; draw another. */
  add(complaint: Complaint, secrets: Secrets, step: Step): boolean
  byToken(hash: Buffer): Complaint | undefined
  byId(id: string): Complaint | undefined
  byNumber(number: string): Complaint | undefined
  byKey(hash: Buffer): { readonly complaint: Complaint; readonly salt: Buffer } | undefined
  /** Writes what changed, with the steps that record it. False: its revision is no longer `was`. */
  change(complaint: Complaint, was: number, steps: readonly Step[]): boolean
  steps(id: string): Step[]
  /**
   * `agency` null: of the whole hall. Those to be worked on are sorted by promise, others the newest first; `after`
   * null: from the first.
   */
  list(which: Which, agency: string | null, after: ListPlace | null, most: number): Complaint[]
  /** `soon`: the day until which a promise counts as due. */
  counts(agency: string | null, today: string, soon: string): OpenCounts
  /** Those whose promise is over on that day and about which no manager was told. */
  toEscalate(today: string): Complaint[]
  /** Those with words where nothing has happened since that moment, and whose promise ended before that day. */
  toErase(before: number, day: string): Complaint[]
  /** Erases the words of these, from the file too. */
  erase(ids: readonly string[], at: number): void
  /** Forgets the keys of those filed before that moment. */
  forgetKeys(before: number): void
  counted(from: string, to: string): Counted[]
  sp4n(): Sp4nMonth[]
  putSp4n(entry: Sp4nMonth & { readonly by: string; readonly at: number }): void
}

/** Whether somebody has something to do about it. */
export const isOpen = ({ state }: Pick<Complaint, 'state'>): boolean =>
  state === 'received' || state === 'taken'

// The days on which the hall is open: promises are made in them, and so is the time until an answer.

/** Days to look ahead for one that is open; a plan may have none at all, and then every day counts. */
const MOST_AHEAD = 400
/** The most days that are looked through: ten years. */
const MOST_SPAN = 3_660

/** Whether the hall has hours on that day. */
const isOpenOn = (layout: HoursGround, day: string) => spansOn(layout, null, day).length > 0

/** The `count`th day on which the hall is open after `day`; if it never is, the `count`th day. */
export function openDayAfter(layout: HoursGround, day: string, count: number): string {
  let left = count
  for (let ahead = 1; ahead <= MOST_AHEAD; ahead += 1) {
    const next = dayAfter(day, ahead)
    if (isOpenOn(layout, next)) left -= 1
    if (left <= 0) return next
  }
  return dayAfter(day, count)
}

/** How many days the hall is open after `from` until `to`, which is included; 0 on the same day, or if it is before. */
export function openDaysBetween(layout: HoursGround, from: string, to: string): number {
  let count = 0
  let day = from
  for (let ahead = 0; ahead < MOST_SPAN && day < to; ahead += 1) {
    day = dayAfter(day, 1)
    if (isOpenOn(layout, day)) count += 1
  }
  return count
}
