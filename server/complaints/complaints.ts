// What is done with complaints: visitors file them; staff take, forward, answer and close them; they are escalated if
// nobody answers in time, and the words are erased when their time is up. Rules CO of docs/complaints.md.
import { createHash, randomBytes } from 'node:crypto'
import type { Hall } from '../hall/hall.ts'
import { dayAfter } from '../hall/hours.ts'
import type { Plan } from '../hall/plan.ts'
import {
  type Channel,
  type CloseReason,
  type Complaint,
  type OpenCounts,
  type Step,
  type StepKind,
  type StoredComplaints,
  isOpen,
  openDayAfter,
  openDaysBetween,
} from './complaint.ts'

/**
 * Used where the plan says nothing: days on which the hall is open until an answer, and days until words are erased.
 */
const usualDays = 5
export const usualEraseAfterDays = 180

/** How long a repeated request finds what the first one filed. */
const KEY_MS = 24 * 3_600_000
const DAY_MS = 86_400_000
/** How many numbers are drawn before giving up: with 100,000 complaints one in ten is taken. */
const DRAWS = 50

interface Asked {
  readonly service: string | null
  /** The service's agency, or the one chosen without a service; null: the hall. */
  readonly agency: string | null
  readonly words: string
  readonly channel: Channel
  readonly language: string
  /** Staff id of who entered it; null: the visitor. */
  readonly by: string | null
  /** The request's idempotency key, with who sent it. */
  readonly key: string | undefined
}

interface Ground {
  readonly stored: StoredComplaints
  readonly hall: Hall
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
  /** Random bytes, as many as asked for; `randomBytes` by default. */
  readonly random?: (count: number) => Buffer
  /**
   * The day and the moment (milliseconds since 1970) that have certainly been reached: nothing is escalated or erased
   * before.
   */
  readonly certain: () => { readonly day: string; readonly at: number }
  readonly failed: (error: unknown) => void
}

/** Somebody else was quicker, or it is not in a state for this. */
export type Refused = 'complaint-changed' | 'complaint-closed' | 'complaint-erased' | 'no-words'
type Done = Complaint | Refused

export type Complaints = ReturnType<typeof openComplaints>

export function openComplaints(ground: Ground) {
  const { stored, hall, newId, random = randomBytes, certain, failed } = ground
  /** While the system’s clock is in doubt, the hall’s own count has fractions. */
  const now = () => Math.floor(ground.now())
  const rules = (): NonNullable<Plan['complaints']> => hall.layout.base.complaints ?? {}
  const days = () => rules().days ?? usualDays
  const dueFrom = (day: string) => openDayAfter(hall.layout, day, days())

  function namesOf(service: string | null, agency: string | null): Complaint['named'] {
    const { services, agencies } = hall.layout
    return {
      service: (service !== null && services.get(service)?.name) || null,
      agency: (agency !== null && agencies.get(agency)?.name) || null,
    }
  }

  /** The complaint of an earlier request with the same key, and the token that it was given. */
  function earlier(asked: Asked): { complaint: Complaint; token: string } | 'key-reused' | null {
    if (asked.key === undefined) return null
    const found = stored.byKey(hashOf(asked.key))
    if (!found) return null
    const { complaint, salt } = found
    const isSame = complaint.service === asked.service && complaint.words === asTyped(asked.words)
    return isSame ? { complaint, token: tokenOf(salt, asked.key) } : 'key-reused'
  }

  function file(asked: Asked): { complaint: Complaint; token: string } | 'key-reused' | 'no-words' {
    const known = earlier(asked)
    if (known !== null) return known
    const words = asTyped(asked.words)
    if (words === null) return 'no-words'
    const { service, agency, channel, language, by, key } = asked
    const salt = random(16)
    const token = tokenOf(salt, key ?? random(32).toString('base64url'))
    const at = now()
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const complaint: Complaint = {
        id: newId(),
        number: String(100_000 + (random(4).readUInt32BE() % 900_000)),
        service,
        agency,
        named: namesOf(service, agency),
        channel,
        language,
        day: hall.day,
        at,
        due: dueFrom(hall.day),
        state: 'received',
        words,
        taken: null,
        answeredOn: null,
        days: null,
        late: false,
        escalatedAt: null,
        erasedAt: null,
        movedAt: at,
        revision: 1,
      }
      const secrets = { token: hashOf(token), key: key === undefined ? null : hashOf(key), salt }
      if (stored.add(complaint, secrets, step('received', by, at))) return { complaint, token }
    }
    throw new Error('no number is free')
  }

  /** Writes a change with its step; `seen`: the revision that the person saw. */
  function change(
    complaint: Complaint,
    seen: number | undefined,
    made: Partial<Complaint>,
    ...steps: Step[]
  ): Done {
    if (isOld(complaint, seen)) return 'complaint-changed'
    const after = { ...complaint, ...made, movedAt: now(), revision: complaint.revision + 1 }
    return stored.change(after, complaint.revision, steps) ? after : 'complaint-changed'
  }

  /** Whether the last thing that happened was just this, because the press came twice. */
  function isRepeated(complaint: Complaint, kind: StepKind, by: string, text: string | null): boolean {
    const last = stored.steps(complaint.id).at(-1)
    return last !== undefined && last.kind === kind && last.by === by && last.text === text
  }

  return {
    file,
    earlier,
    byToken: (token: string) => stored.byToken(hashOf(token)),
    byId: stored.byId,
    byNumber: stored.byNumber,
    steps: stored.steps,
    list: stored.list,
    rules,
    days,

    /** By when something filed today would be answered. */
    dueToday: () => dueFrom(hall.day),

    counts: (agency: string | null): OpenCounts =>
      stored.counts(agency, hall.day, openDayAfter(hall.layout, hall.day, 1)),

    /** Days that the hall was open from when it came until its answer, or until now. */
    daysOf: (complaint: Complaint): number =>
      complaint.days ?? openDaysBetween(hall.layout, complaint.day, hall.day),

    /** Open days left until the promised day; negative: how many days late. */
    daysLeft: ({ due }: Complaint): number =>
      due >= hall.day
        ? openDaysBetween(hall.layout, hall.day, due)
        : -openDaysBetween(hall.layout, due, hall.day),

    /** The answer was late, or is. */
    isLate: (complaint: Complaint): boolean =>
      complaint.late || (isOpen(complaint) && hall.day > complaint.due),

    /** Somebody says that they will deal with it. */
    take(complaint: Complaint, by: string, seen?: number): Done {
      if (isOpen(complaint) && complaint.taken === by) return complaint
      if (isOld(complaint, seen)) return 'complaint-changed'
      if (!isOpen(complaint)) return 'complaint-closed'
      return change(complaint, seen, { state: 'taken', taken: by }, step('taken', by, now()))
    },

    /** Others have to answer it: an agency, or the hall (null). The promise to the visitor stands. */
    forward(complaint: Complaint, to: string | null, note: string | null, by: string, seen?: number): Done {
      if (complaint.agency === to) return complaint
      if (isOld(complaint, seen)) return 'complaint-changed'
      if (!isOpen(complaint)) return 'complaint-closed'
      const named = { ...complaint.named, agency: namesOf(null, to).agency }
      const text = note === null ? null : asTyped(note)
      return change(
        complaint,
        seen,
        { state: 'received', taken: null, agency: to, named },
        step('forwarded', by, now(), text, { from: complaint.agency, to }),
      )
    },

    /** The first answer meets the promise; later ones are added. */
    answer(complaint: Complaint, typed: string, by: string, seen?: number): Done {
      const text = asTyped(typed)
      if (text === null) return 'no-words'
      if (isRepeated(complaint, 'answered', by, text)) return complaint
      if (isOld(complaint, seen)) return 'complaint-changed'
      if (complaint.state === 'closed') return 'complaint-closed'
      if (complaint.erasedAt !== null) return 'complaint-erased'
      const isFirst = complaint.answeredOn === null
      const first = isFirst && {
        answeredOn: hall.day,
        days: openDaysBetween(hall.layout, complaint.day, hall.day),
      }
      const late = complaint.late || (isOpen(complaint) && hall.day > complaint.due)
      return change(
        complaint,
        seen,
        { ...first, late, state: 'answered', taken: complaint.taken ?? by },
        step('answered', by, now(), text),
      )
    },

    /** There is nothing more to do. */
    close(complaint: Complaint, reason: CloseReason, by: string, seen?: number): Done {
      if (complaint.state === 'closed') return complaint
      const late = complaint.late || (isOpen(complaint) && hall.day > complaint.due)
      return change(complaint, seen, { state: 'closed', late }, step('closed', by, now(), null, { reason }))
    },

    /** It has to be worked on again, with a new promise. */
    reopen(complaint: Complaint, by: string, seen?: number): Done {
      if (isOpen(complaint)) return complaint
      if (complaint.erasedAt !== null) return 'complaint-erased'
      return change(
        complaint,
        seen,
        { state: 'taken', taken: by, due: dueFrom(hall.day) },
        step('reopened', by, now()),
      )
    },

    /**
     * At a start, and with each day: tells managers what is late, and erases words whose time is up. What fails is
     * tried again the next day.
     */
    look(): void {
      const at = now()
      const sure = certain()
      try {
        for (const complaint of stored.toEscalate(sure.day)) {
          const after = { ...complaint, escalatedAt: at, revision: complaint.revision + 1 }
          stored.change(after, complaint.revision, [step('escalated', null, at)])
        }
        const eraseAfter = rules().eraseAfterDays ?? usualEraseAfterDays
        const before = Math.floor(sure.at) - eraseAfter * DAY_MS
        const over = stored.toErase(before, dayAfter(sure.day, -eraseAfter))
        if (over.length > 0)
          stored.erase(
            over.map(({ id }) => id),
            at,
          )
        stored.forgetKeys(Math.floor(sure.at) - KEY_MS)
      } catch (error) {
        failed(error)
      }
    },
  }
}

/** Somebody changed it after it was seen: that is reported before anything that follows from the change. */
const isOld = ({ revision }: Complaint, seen: number | undefined) => seen !== undefined && seen !== revision

function step(
  kind: StepKind,
  by: string | null,
  at: number,
  text: string | null = null,
  detail: Step['detail'] = {},
): Step {
  return { kind, by, at, text, detail }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/**
 * A token of 128 bits. It is made from the request's key, so that the same request gets the same token again although
 * nobody kept it.
 */
function tokenOf(salt: Buffer, key: string): string {
  return createHash('sha256').update(salt).update(key).digest().subarray(0, 16).toString('base64url')
}

/** Something to read: a letter, a digit or a sign in any script. Blanks and invisible characters are not. */
const READABLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** The text without blanks around it and without more than one empty line in a row; null: there is nothing to read. */
function asTyped(text: string): string | null {
  if (!READABLE.test(text)) return null
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/\n(?:[^\S\n]*\n){2,}/g, '\n\n')
    .trim()
}
