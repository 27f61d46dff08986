// A hall's survey: who may answer, what becomes of an answer, and when the box is emptied. It is a client of the loop
// like a screen: it sees that steps were served and days closed, and gives the hall nothing back.
import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import type { Recorded } from '../hall/event.ts'
import type { Hall } from '../hall/hall.ts'
import { endedServed, type Visit } from '../hall/visit.ts'
import { nextDay } from '../time-zone.ts'
import { type Close, closed, inClear } from './empty.ts'
import type { DayKeys } from './keys.ts'
import { questionsOfMonth, questionsOn } from './questions.ts'
import type { Seals } from './seal.ts'
import type { Box, Element, Profile, Questions, Scores, StoredSurveys } from './stored.ts'

export interface SurveyParts {
  readonly box: Box
  readonly keys: DayKeys
  readonly seals: Seals
  readonly stored: StoredSurveys
  readonly hall: Hall
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  /** The page of the visit with this token has changed. */
  readonly changed: (token: string) => void
  /** Something went wrong that a manager should know of. */
  readonly incident: (error: unknown) => void
}

/** An answer as it came. */
export interface Answered {
  readonly scores: Scores
  readonly words: string | null
  readonly profile: Profile | null
  /** A name given by the tablet, so that it is kept once however often it is sent. */
  readonly once: string | null
}

/** A served step, with the right to say what the visitor thought of it. */
interface Served {
  readonly visit: string
  readonly step: string
  readonly service: string
  readonly agency: string | null
}

const QUARTER = 15 * 60_000
/** Milliseconds between two writings of how many answers came when. */
const WRITE_EVERY = 60_000
/** Milliseconds until it tries again to empty a box that could not be emptied. */
const AGAIN_MS = 10 * 60_000

export type Survey = ReturnType<typeof openSurvey>

/** Opens the survey; what a stop or a power cut left in the box from an earlier day leaves it now. */
export function openSurvey(parts: SurveyParts) {
  const { box, keys, seals, stored, hall, now, changed, incident } = parts
  const rights = new Map<string, Served>()
  const rightOf = new Map<string, string>()
  /**
   * Steps that have been answered since the start: if their day is opened again under another key, they get no new
   * right.
   */
  const answered = new Set<string>()
  let made: readonly Questions[] = []
  let current: Questions = questionsOn(made, hall.day)
  const counts = new Map<number, number>()
  const writer = setInterval(() => attempt(writeCounts), WRITE_EVERY).unref()
  let again: NodeJS.Timeout | undefined
  /** The last close, for what could not be opened then. */
  let last: Close | null = null
  const heard = new Set<string>()
  let isClosed = false

  /** A day's visit by its id: today's, or yesterday's. */
  const visitOf = (id: string) => hall.visits.get(id) ?? hall.yesterday?.visits.get(id)

  /** Whether it still counts as served: an outcome can be taken back. */
  function isServed({ visit, step }: Served): boolean {
    // The earlier steps of somebody served over midnight stayed with yesterday.
    return [hall.visits.get(visit), hall.yesterday?.visits.get(visit)]
      .flatMap((one) => one?.steps ?? [])
      .some((one) => one.id === step && endedServed(one))
  }

  /**
   * Gives each step of a visit that was ever served its right, once: one that waits again after a restart may have
   * been answered before. Returns the hashes of new rights.
   */
  function note(visit: Visit): Buffer[] {
    const key = keys.of(visit.day)
    if (key === null) return []
    const ever = visit.steps.filter((step) => step.wasServed || endedServed(step))
    return ever.flatMap(({ id: step, service }) => {
      if (rightOf.has(step)) return []
      const right = createHmac('sha256', key).update(`${visit.id}\n${step}`).digest().subarray(0, 16)
      const text = right.toString('base64url')
      rightOf.set(step, text)
      const agency = hall.layout.services.get(service)?.agency ?? null
      rights.set(text, { visit: visit.id, step, service, agency })
      return answered.has(step) ? [] : [hashOf(text)]
    })
  }

  function noteAll(): Buffer[] {
    const days = [hall.visits, hall.yesterday?.visits ?? new Map<string, Visit>()]
    return days.flatMap((visits) => [...visits.values()].flatMap(note))
  }

  function readQuestions(): void {
    made = stored.questions()
    current = questionsOn(made, hall.day)
  }

  /**
   * Empties the box of the day that is over, and begins the new one with a key of its own. `issues`: rights not known
   * before have not been used.
   */
  function settle(issues: boolean): void {
    clearTimeout(again)
    const collected = keys.newest()
    if (hall.day === '') return
    const isOver = collected !== null && (collected < hall.day || (collected === hall.day && hall.closed))
    if (isOver) attempt(() => empty(collected), true)
    if (hall.closed) return
    attempt(() => {
      keys.turn(hall.day, dayBefore(hall.day))
      for (const [text, served] of rights) {
        const day = visitOf(served.visit)?.day
        if (day !== undefined && keys.of(day) !== null) continue
        rights.delete(text)
        rightOf.delete(served.step)
        if (day === undefined) answered.delete(served.step)
      }
      const known = noteAll()
      box.keepOnly([...rights.keys()].map(hashOf))
      if (issues) box.issue(known)
    })
    attempt(readQuestions)
  }

  function empty(day: string): void {
    seals.renew()
    const yearEnds = hall.day.slice(0, 4) > day.slice(0, 4)
    last = { month: day.slice(0, 7), yearEnds, newId, anyBelow: (below) => randomInt(below) }
    letGo(last, false)
  }

  function letGo(close: Close, late: boolean): void {
    arrive()
    const { leaving, out, into } = closed(box.contents(), close, seals, late)
    if (out.length > 0) box.turn(out, into, leaving && { batch: newId(), leaving })
    arrive()
    box.tidy()
  }

  /** Moves what left the box to the other tables; a batch that arrived before a power cut is not added again. */
  function arrive(): void {
    const under = box.leaving()
    if (under === null) return
    stored.add(under.batch, under.leaving)
    box.arrived()
  }

  /** Nobody waits for it, so errors are reported. */
  function attempt(work: () => void, retries = false): void {
    try {
      work()
    } catch (error) {
      incident(error)
      if (retries) again = setTimeout(() => settle(true), AGAIN_MS).unref()
    }
  }

  function writeCounts(): void {
    if (counts.size === 0) return
    stored.addQuarters(counts)
    counts.clear()
  }

  function count(): void {
    const at = Math.floor(now() / QUARTER) * QUARTER
    counts.set(at, (counts.get(at) ?? 0) + 1)
  }

  const isPast = (month: string | null) => month !== null && month !== hall.day.slice(0, 7)
  const wordingOf = (month: string | null) =>
    month !== null && isPast(month) ? questionsOfMonth(made, month) : current

  /** Keeps an answer under its wording. */
  function keep(
    place: { service: string; agency: string | null; month: string | null },
    wording: Questions,
    { once, ...given }: Answered,
    right: Buffer | null,
  ) {
    // Whatever name it was given, it is stored under random bits.
    const id = once === null ? randomBytes(16) : createHash('sha256').update(once).digest().subarray(0, 16)
    const { scores, words, profile } = given
    const outcome = box.take(
      {
        id,
        ...place,
        questions: wording.number,
        scores: inClear(JSON.stringify(scores)),
        words: words === null ? null : inClear(JSON.stringify(words)),
        profile: profile === null ? null : inClear(JSON.stringify(profile)),
      },
      right,
    )
    if (outcome === 'taken') count()
    return outcome
  }

  /** The answers are lost, so whoever gave them may do so again. */
  box.whenLost((error) => {
    incident(error)
    incident(new Error('the box of the survey was lost: the answers of this day are gone'))
    box.issue([...rights.keys()].map(hashOf))
  })
  const isLost = box.found === 'damaged' || (box.found === 'none' && keys.newest() !== null)
  if (isLost) incident(new Error('the box of the survey was lost: the answers of this day are gone'))
  if (keys.wasDamaged)
    incident(new Error('the key of the survey was damaged: who was served before can’t answer any more'))
  // Visitors served before there was a key have not answered yet.
  settle(isLost || (keys.newest() === null && !keys.wasDamaged))

  return {
    /** What the holder of a visit's token may still answer. */
    rightsFor(visit: Visit): { service: string; right: string }[] {
      try {
        const hashes = note(visit)
        if (hashes.length > 0) box.issue(hashes)
        return visit.steps.filter(endedServed).flatMap(({ id, service }) => {
          const right = rightOf.get(id)
          return right !== undefined && box.isUnused(hashOf(right)) ? [{ service, right }] : []
        })
      } catch (error) {
        // Pages are still asked for while the server stops.
        if (!isClosed) incident(error)
        return []
      }
    },

    /** The service that a right is about; null: it is used, expired, or not one of ours. @throws StorageError */
    serviceOf(right: string): string | null {
      const served = rights.get(right)
      if (!served || !isServed(served) || !box.isUnused(hashOf(right))) return null
      return served.service
    },

    /** Takes the answer of somebody who holds a right. @throws StorageError */
    answer(right: string, given: Answered): 'taken' | 'unknown' {
      const served = rights.get(right)
      if (!served || !isServed(served)) return 'unknown'
      const { service, agency } = served
      const outcome = keep({ service, agency, month: null }, current, given, hashOf(right))
      if (outcome === 'unknown') return 'unknown'
      answered.add(served.step)
      const token = visitOf(served.visit)?.token
      if (token !== undefined) changed(token)
      return 'taken'
    },

    /** Takes an answer from a tablet, or one on paper with its month. @throws StorageError */
    add(service: string, month: string | null, given: Answered): void {
      const agency = hall.layout.services.get(service)?.agency ?? null
      const past = isPast(month) ? month : null
      keep({ service, agency, month: past }, wordingOf(month), given, null)
    },

    /** The wording of today, or of a month's paper forms. */
    questions: (month: string | null = null): Questions => wordingOf(month),

    /** All wordings of the hall, the first one first. */
    allQuestions: (): readonly Questions[] => made,

    /**
     * Adds a wording from a given month. If that is the current month it applies from the next day, or at once if
     * nobody has answered today. @throws StorageError
     */
    addQuestions(from: string, elements: readonly Element[], by: string): Questions {
      const day = from > hall.day.slice(0, 7) ? `${from}-01` : box.isEmpty() ? hall.day : nextDay(hall.day)
      const number = stored.addQuestions({ from, day, elements }, by)
      readQuestions()
      return { number, from, day, elements }
    },

    /**
     * Three of the nine, at random: taken in turn, somebody who knows in which order people were asked would know what
     * each was asked, and so which of five answers is whose.
     */
    short(): readonly string[] {
      const own = current.elements.filter(({ extra }) => !extra).map(({ element }) => element)
      const from = randomInt(3) * 3
      return own.slice(from, from + 3)
    },

    /** How many answers came in each quarter of an hour, by its beginning. @throws StorageError */
    quarters(from: number, to: number) {
      writeCounts()
      return stored.quarters(from, to)
    },

    /**
     * Whether what has to wait can't be opened, or is not even sealed: no device that can open it has shown itself
     * since the start.
     */
    isShut: (): boolean => !seals.isOpen(),

    /** A device has shown itself with these keys: what waits can be opened now, if one of them opens it. */
    hear(known: readonly string[]): void {
      const fresh = known.filter((key) => !heard.has(key))
      if (fresh.length === 0 || isClosed) return
      attempt(() => {
        let isOpened = false
        for (const key of fresh) {
          heard.add(key)
          isOpened = seals.hear(key) || isOpened
        }
        if (isOpened && last !== null) letGo(last, true)
      })
    },

    committed(records: readonly Recorded[]): void {
      if (records.some(({ event }) => TURNS.has(event.type))) settle(true)
      const hashes = new Set<string>()
      for (const { event } of records) {
        const visit =
          'visit' in event && typeof event.visit === 'string' ? hall.visits.get(event.visit) : null
        if (visit) for (const hash of note(visit)) hashes.add(hash.toString('hex'))
      }
      if (hashes.size > 0) attempt(() => box.issue([...hashes].map((hash) => Buffer.from(hash, 'hex'))))
    },

    close(): void {
      clearInterval(writer)
      clearTimeout(again)
      attempt(writeCounts)
      isClosed = true
      box.close()
    },
  }
}

/** Events with which a day ends or begins. */
const TURNS: ReadonlySet<string> = new Set(['day-opened', 'day-closed', 'day-reopened'])

const newId = () => randomBytes(16).toString('hex')

function hashOf(right: string): Buffer {
  return createHash('sha256').update(right).digest()
}

const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
