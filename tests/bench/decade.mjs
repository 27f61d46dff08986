// A hall of ten years: a day for each of 3,650, two million facts, written straight into the tables of a folder that the server
// itself began. Kept in the system's temporary folder for the day.
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshFolder, startAntre } from './processes.mjs'

/** @typedef {{ services: { id: string, agency: string, phase: { status: string } }[], counters: { id: string, agency: string, zone: string, services: string[] }[], agencies: { id: string }[] }} Plan */

export const DAYS = 3_650
const STEPS_A_DAY = 548
/** Days are copies of these, so that they are written quickly. */
const KINDS = 5
const DAY = 86_400_000
const HOUR = 3_600_000
const PREFIX = 'antre-bench-decade-'

/** A data folder with such a past, ready to start from. */
export async function decade() {
  const begun = freshFolder()
  const server = await startAntre(begun, { clockOffset: (-DAYS * DAY) / 1000 })
  await server.stop()
  const db = new Database(join(begun, 'antre.db'))
  const kept = join(tmpdir(), PREFIX + fingerprint(db))
  if (existsSync(kept)) db.close()
  else {
    for (const name of readdirSync(tmpdir()))
      if (name.startsWith(PREFIX)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
    fill(db)
    db.close()
    renameSync(begun, kept)
  }
  return kept
}

/** @param {Database.Database} db */
function fingerprint(db) {
  const tables = db.prepare('SELECT group_concat(sql) FROM sqlite_master').pluck().get()
  const day = db.prepare('SELECT day FROM events WHERE seq = 1').pluck().get()
  const self = readFileSync(new URL(import.meta.url))
  return createHash('sha256')
    .update(self)
    .update(JSON.stringify([tables, day, version]))
    .digest('hex')
    .slice(0, 16)
}

/** Of today's definitions: days of an older one are made again from events that this hall does not have. */
const version = /FACTS_VERSION = (\d+)/.exec(
  readFileSync(new URL('../../server/reports/facts/build.ts', import.meta.url), 'utf8'),
)?.[1]

/** @param {Database.Database} db */
function fill(db) {
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -200000')
  const insert = db.prepare(
    'INSERT INTO events (seq, at, day, type, by, key, hash, data, link) VALUES (?, ?, ?, ?, ?, NULL, NULL, ?, ?)',
  )
  const last = /** @type {{ seq: number, link: string }} */ (
    db.prepare('SELECT seq, link FROM events ORDER BY seq DESC LIMIT 1').get()
  )
  /** @type {{ day: string, startsAt: number, plan: string }} */
  const first = JSON.parse(
    /** @type {string} */ (db.prepare('SELECT data FROM events WHERE seq = 1').pluck().get()),
  )
  /** @type {Plan} */
  const plan = JSON.parse(/** @type {string} */ (db.prepare('SELECT text FROM plans').pluck().get()))
  let { seq, link } = last
  /** @param {string} day @param {number} at @param {{ type: string, [field: string]: unknown }} event */
  const write = (day, at, { type, ...fields }) => {
    const text = JSON.stringify(fields)
    // As in server/store/journal/link.ts.
    const linked = link + JSON.stringify([(seq += 1), at, day, type, 'system:clock', null, null]) + text
    link = createHash('sha256').update(linked).digest('base64url')
    insert.run(seq, at, day, type, 'system:clock', text, link)
  }
  /** @param {number} number */
  const labelOf = (number) => new Date(Date.parse(first.day) + number * DAY).toISOString().slice(0, 10)
  db.transaction(() => {
    const columns = templates(db, plan, first.startsAt)
    const moved = columns.map((name) =>
      name === 'day' ? '@day' : name.endsWith('_at') || name === 'waits_from' ? `${name} + @shift` : name,
    )
    const copy = db.prepare(
      `INSERT INTO facts (${columns.join()}) SELECT ${moved.join()} FROM day_kinds WHERE kind = @kind`,
    )
    const made = db.prepare(`INSERT OR REPLACE INTO fact_days VALUES (?, ?, ${version}, ?, 0, ?, NULL)`)
    const span = db.prepare(
      `INSERT OR REPLACE INTO counter_spans (day, counter, from_at, agency, zone, staff, state, reason, to_at, serving_seconds, idle_seconds)
       VALUES (?, ?, ?, ?, ?, 'staff', 'open', NULL, ?, ?, ?)`,
    )
    let opened = 1
    for (let number = 1; number <= DAYS; number += 1) {
      const [before, day] = [labelOf(number - 1), labelOf(number)]
      const startsAt = first.startsAt + number * DAY
      const shift = startsAt - DAY - first.startsAt
      write(before, startsAt, { type: 'day-closed', day: before })
      const plain = { startsAt, endsAt: startsAt + DAY, plan: first.plan, numbers: {}, carried: [] }
      write(day, startsAt, { type: 'day-opened', day, ...plain })
      copy.run({ day: before, shift, kind: number % KINDS })
      for (const { id, agency, zone } of plan.counters)
        span.run(before, id, startsAt - DAY + 8 * HOUR, agency, zone, startsAt - DAY + 15 * HOUR, 18_000, 600)
      const hours = [{ from: startsAt - DAY + 8 * HOUR, to: startsAt - DAY + 15 * HOUR }]
      const agencies = Object.fromEntries(plan.agencies.map(({ id }) => [id, hours]))
      const about = {
        day: before,
        timeZone: 'Asia/Makassar',
        startsAt: startsAt - DAY,
        endsAt: startsAt,
        agencies,
      }
      made.run(before, number, `${opened}-${seq}`, JSON.stringify(about))
      opened = seq
    }
    db.exec('DROP TABLE day_kinds')
    // The first password and the first links are ten years old by now.
    db.exec('UPDATE staff SET one_time_until = NULL; UPDATE device_link SET ends_at = 1e15')
  })()
}

/**
 * Some days of facts in a table of their own. Returns the columns of a fact.
 * @param {Database.Database} db
 * @param {Plan} plan
 * @param {number} startsAt
 */
function templates(db, { services, counters }, startsAt) {
  db.exec('CREATE TABLE day_kinds AS SELECT *, 0 AS kind FROM facts LIMIT 0')
  const columns = /** @type {{ name: string }[]} */ (db.pragma('table_info(facts)')).map(({ name }) => name)
  const open = services.filter(({ phase }) => phase.status === 'open' || phase.status === 'trial')
  const insert = db.prepare(
    `INSERT INTO day_kinds (${columns.join()}, kind) VALUES (${columns.map((name) => `@${name}`).join()}, @kind)`,
  )
  let state = 7
  // Numerical Recipes' generator: the same days each time.
  const chance = () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32
  /** @param {number} below */
  const below = (below) => Math.floor(chance() * below)
  for (let kind = 0; kind < KINDS; kind += 1) {
    for (let nth = 0; nth < STEPS_A_DAY; nth += 1) {
      const service = open[below(open.length)] ?? { id: '', agency: '' }
      const counter = counters.find((one) => one.services.includes(service.id))
      const taken = startsAt + 8 * HOUR + below(7 * HOUR)
      const waited = below(2_400_000)
      const served = 60_000 + below(900_000)
      const isLeft = below(12) === 0
      const isShort = below(15) === 0
      const start = taken + waited + below(60_000)
      /** @type {Record<string, string | number | null>} */
      const row = {
        visit: `v${Math.floor(nth / 1.25)}`,
        step: `v${nth}`,
        number: 'A001',
        service: service.id,
        agency: service.agency,
        zone: isLeft ? null : (counter?.zone ?? null),
        counter: isLeft ? null : (counter?.id ?? null),
        staff: isLeft ? null : `staff-${below(30)}`,
        priority: Number(below(8) === 0),
        language: below(10) === 0 ? 'en' : 'id',
        came_by: 'ticket',
        taken_at: taken,
        hour: Math.floor((taken - startsAt) / HOUR),
        waits_from: taken,
        waited_seconds: isLeft ? null : waited / 1000,
        waited_open_seconds: isLeft ? null : waited / 1000,
        uncalled_seconds: isLeft ? waited / 1000 : null,
        called_at: isLeft ? null : taken + waited,
        leading_call_at: isLeft ? null : taken + waited,
        started_at: isLeft ? null : start,
        ended_at: isLeft ? taken + waited : start + served,
        walk_seconds: isLeft ? null : (start - taken - waited) / 1000,
        served_seconds: isLeft ? null : served / 1000,
        calls: isLeft ? 0 : 1,
        status: isLeft ? 'cancelled' : 'done',
        outcome: isLeft ? null : isShort ? 'incomplete' : 'served',
        result: isLeft ? 'left' : isShort ? 'incomplete' : 'served',
        ended_by: isLeft ? 'visitor' : null,
        missing: isShort ? '["ktp-el"]' : '[]',
        lacks: '[]',
        level_seconds: 900,
        phase: 'open',
        operation: 'regular',
      }
      const all = columns.map((name) => [name, row[name] ?? (name === 'day' ? '' : null)])
      const numbers = /_seconds$|^(?:come_to_me|not_heard|slips_failed|returns|blocked)$/
      const filled = all.map(([name, value]) => [
        name,
        value === null && numbers.test(String(name)) && !(String(name) in row) ? 0 : value,
      ])
      insert.run({ ...Object.fromEntries(filled), kind })
    }
  }
  return columns
}
