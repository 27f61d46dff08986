// A hall with a long past: a million events of days that are over, and a thousand visits today. Written straight into
// a journal that the server itself began, in one transaction, and kept in the system's temporary folder for the day.
import Database from 'better-sqlite3'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshFolder, startAntre } from './processes.mjs'

/**
 * @typedef {{ id: string, prefix: string, phase: { status: string } }} Service
 * @typedef {{ services: Service[], counters: { id: string, services: string[] }[] }} Plan
 * @typedef {{ day: string, startsAt: number, endsAt: number, plan: string }} Opening the plan by its hash
 * @typedef {{ event: Record<string, unknown>, by: string, keyed?: boolean }} Happening
 */

const EVENTS = 1_000_000
const VISITS_A_DAY = 1_000
/** Today's last visits still wait. */
const WAITING = 200
const EVENTS_A_VISIT = 6
const DAY = 86_400_000
const PREFIX = 'antre-bench-past-'

/** A data folder with such a past, ready to start from. */
export async function longPast() {
  const days = Math.ceil(EVENTS / (VISITS_A_DAY * EVENTS_A_VISIT))
  const begun = freshFolder()
  const server = await startAntre(begun, { clockOffset: (-days * DAY) / 1000 })
  await server.stop()
  const db = new Database(join(begun, 'antre.db'))
  const kept = join(tmpdir(), PREFIX + fingerprint(db))
  if (!existsSync(kept)) {
    for (const name of readdirSync(tmpdir())) {
      if (name.startsWith(PREFIX)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
    }
    fill(db, days)
    db.close()
    renameSync(begun, kept)
  } else db.close()
  return kept
}

/**
 * What the past depends on: today, the tables, the plan, and how it is written.
 * @param {Database.Database} db
 */
function fingerprint(db) {
  const tables = db.prepare('SELECT group_concat(sql) FROM sqlite_master').pluck().get()
  const first = db.prepare('SELECT day, data FROM events WHERE seq = 1').get()
  const self = readFileSync(new URL(import.meta.url))
  return createHash('sha256')
    .update(self)
    .update(JSON.stringify([tables, first]))
    .digest('hex')
    .slice(0, 16)
}

/**
 * @param {Database.Database} db
 * @param {number} days to write, the last of them today
 */
function fill(db, days) {
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -200000')
  const insert = db.prepare(
    'INSERT INTO events (seq, at, day, type, by, key, hash, data, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const last = /** @type {{ seq: number }} */ (db.prepare('SELECT max(seq) AS seq FROM events').get())
  const data = /** @type {string} */ (db.prepare('SELECT data FROM events WHERE seq = 1').pluck().get())
  /** @type {Opening} */
  const first = JSON.parse(data)
  /** @type {Plan} */
  const plan = JSON.parse(
    /** @type {string} */ (db.prepare('SELECT text FROM plans WHERE hash = ?').pluck().get(first.plan)),
  )
  let { seq } = last
  let link = /** @type {string} */ (
    db.prepare('SELECT link FROM events ORDER BY seq DESC LIMIT 1').pluck().get()
  )
  /**
   * @param {string} day
   * @param {number} at
   * @param {Happening} happening
   */
  const write = (day, at, { event: { type, ...fields }, by, keyed = false }) => {
    const key = keyed ? `${by} ${id(15)}` : null
    const hash = keyed ? id(20) : null
    const text = JSON.stringify(fields)
    // As in server/store/journal/link.ts.
    const linked = link + JSON.stringify([(seq += 1), at, day, type, by, key, hash]) + text
    link = createHash('sha256').update(linked).digest('base64url')
    insert.run(seq, at, day, type, by, key, hash, text, link)
  }
  db.transaction(() => {
    let { day } = first
    for (let number = 1; number <= days; number++) {
      const startsAt = first.startsAt + number * DAY
      const endsAt = startsAt + DAY
      const closed = { type: 'day-closed', day }
      write(day, startsAt, { event: closed, by: 'system:clock' })
      day = new Date(Date.parse(first.day) + number * DAY).toISOString().slice(0, 10)
      const opened = { type: 'day-opened', day, startsAt, endsAt, plan: first.plan, numbers: {}, carried: [] }
      write(day, startsAt, { event: opened, by: 'system:clock' })
      const isToday = number === days
      const until = isToday ? Date.now() : endsAt
      const happenings = dayOf(plan, isToday ? WAITING : 0)
      const pace = (until - startsAt) / happenings.length
      for (const [index, happening] of happenings.entries()) {
        write(day, Math.floor(startsAt + pace * index), happening)
      }
    }
  })()
}

/**
 * What happens on a day: counters open, and one visitor after the other takes a number, is called, and served.
 * @param {Plan} plan
 * @param {number} waiting how many of the last are not called
 * @returns {Happening[]}
 */
function dayOf({ services, counters }, waiting) {
  const open = services.filter(({ phase }) => phase.status === 'open' || phase.status === 'trial')
  /** @type {Map<string, number>} */
  const numbers = new Map()
  const opened = counters.map(({ id: counter }) =>
    act({ type: 'counter-opened', counter, staff: `staff-${counter}` }, counter),
  )
  const visits = Array.from({ length: VISITS_A_DAY }, (_, index) => {
    const { id: service, prefix } = open[index % open.length] ?? { id: '', prefix: '' }
    const { id: counter } = counters.find((one) => one.services.includes(service)) ?? { id: '' }
    const running = (numbers.get(prefix) ?? 0) + 1
    numbers.set(prefix, running)
    const isCalled = index < VISITS_A_DAY - waiting
    return visitOf({ service, prefix, running, counter, priority: index % 8 === 0, isCalled })
  })
  return [...opened, ...visits.flat()]
}

/**
 * @param {{ service: string, prefix: string, running: number, counter: string, priority: boolean, isCalled: boolean }} given
 * @returns {Happening[]}
 */
function visitOf({ service, prefix, running, counter, priority, isCalled }) {
  const visit = id(9)
  const number = prefix + String(running).padStart(3, '0')
  const steps = [{ service, after: [], missing: [] }]
  const about = { prefix, running, priority, comeToMe: false, language: 'id', steps, printer: null }
  const taken = { type: 'visit-taken', visit, token: id(16), number, ...about }
  const ticket = { event: taken, by: `device:${kiosk}`, keyed: true }
  if (!isCalled) return [ticket]
  const at = { counter, visit, step: `${visit}.1` }
  const announcement = id(9)
  const why = { rule: 'credit', credit: 12.34, over: null }
  const text = `Nomor antrean ${number}, silakan ke loket.`
  const said = {
    type: 'announcement-started',
    announcement,
    speaker: display,
    audio: `/api/audio/${id(16)}.wav`,
    text,
  }
  return [
    ticket,
    act({ type: 'called', ...at, call: id(9), announcement, why }, counter),
    { event: said, by: 'system:voice' },
    { event: { type: 'announcement-heard', announcement }, by: `device:${display}`, keyed: true },
    act({ type: 'started', ...at }, counter),
    act({ type: 'finished', ...at, outcome: 'served', missing: [] }, counter),
  ]
}

/**
 * @param {Record<string, unknown>} event
 * @param {string} counter
 * @returns {Happening}
 */
const act = (event, counter) => ({ event, by: `staff:staff-${counter}`, keyed: true })

/** @param {number} bytes */
const id = (bytes) => randomBytes(bytes).toString('base64url')

const kiosk = id(9)
const display = id(9)
