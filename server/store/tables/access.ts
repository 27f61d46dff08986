// Staff, their sessions, devices and the access log in their tables: not part of the hall's day.
import type { Database } from 'better-sqlite3'
import type { StoredAccess } from '../../access/access.ts'
import type { AccessLine, AccessLog } from '../../access/log.ts'
import type { Ending, StoredSessions } from '../../access/sessions.ts'
import type { Account, StoredStaff } from '../../access/staff.ts'
import type { StoredNetworks } from '../../access/throttle.ts'
import {
  networks as queries,
  staff,
  endings,
  sessions as ofSessions,
  staff as ofStaff,
} from '../queries/people.ts'
import { accessLog as ofLog } from '../queries/record.ts'
import { prepare, type RowOf } from '../statement.ts'
import { deviceTables } from './devices.ts'

/** The table of staff. */
function staffTable(db: Database): StoredStaff {
  const all = prepare(db, ofStaff.all)
  const byId = prepare(db, ofStaff.byId)
  const byUsername = prepare(db, ofStaff.byUsername)
  const anyManager = prepare(db, ofStaff.anyManager)
  const otherManagers = prepare(db, ofStaff.otherManagers)
  const add = prepare(db, ofStaff.add)
  const setPassword = prepare(db, ofStaff.setPassword)
  const setDisabled = prepare(db, ofStaff.setDisabled)
  const change = prepare(db, ofStaff.change)
  const signedIn = prepare(db, ofStaff.signedIn)

  return {
    all: () => all.all({}).map(account),
    byId: (id) => accountOrNull(byId.get({ id })),
    byUsername: (username) => accountOrNull(byUsername.get({ username })),
    passwordOf(username) {
      const row = byUsername.get({ username })
      return row
        ? { hash: row.password, changedAt: row.password_changed_at, disabled: row.disabled === 1 }
        : null
    },
    anyManager: () => anyManager.get({}) !== undefined,
    otherManagers: (id) => otherManagers.get({ id })?.count ?? 0,
    add: ({ id, username, name, role, agency, password, mustChange, until, at }) => {
      const given = {
        id,
        username,
        name,
        role,
        agency,
        hash: password,
        mustChange: Number(mustChange),
        until,
        at,
      }
      return add.run(given).changes === 1
    },
    setPassword: (id, { hash, mustChange, until, at }) =>
      void setPassword.run({ id, hash, mustChange: Number(mustChange), until, at }),
    setDisabled: (id, disabled) => void setDisabled.run({ id, disabled: Number(disabled) }),
    change: (id, { name, role, agency }) => void change.run({ id, name, role, agency }),
    signedIn: (id, at) => void signedIn.run({ id, at }),
  }
}

type Row = RowOf<typeof ofStaff.byId>

function accountOrNull(row: Row | undefined): Account | null {
  return row === undefined ? null : account(row)
}

function account(row: Row): Account {
  const person = {
    id: row.id,
    username: row.username,
    name: row.name,
    mustChange: row.must_change === 1,
    oneTimeUntil: row.one_time_until,
    disabled: row.disabled === 1,
    createdAt: row.created_at,
    lastSignInAt: row.last_sign_in_at,
  }
  const { role, agency } = row
  if (role === 'manager') return { ...person, role, agency: null }
  if (agency === null) throw new Error(`staff ${row.id} belongs to no agency`)
  return { ...person, role, agency }
}

// Sessions of staff in their tables, and what became of those that have ended.

/** The tables of sessions. */
function sessionTables(db: Database): StoredSessions {
  const add = prepare(db, ofSessions.add)
  const find = prepare(db, ofSessions.find)
  const ofPerson = prepare(db, ofSessions.ofPerson)
  const counts = prepare(db, ofSessions.counts)
  const people = prepare(db, ofSessions.people)
  const hashes = prepare(db, ofSessions.hashes)
  const hashesOf = prepare(db, ofSessions.hashesOf)
  const used = prepare(db, ofSessions.used)
  const over = prepare(db, ofSessions.over)
  const endOf = prepare(db, ofSessions.endOf)
  const end = prepare(db, ofSessions.end)
  const endOver = prepare(db, ofSessions.endOver)
  const endOldest = prepare(db, ofSessions.endOldest)
  const note = prepare(db, endings.note)
  const noteOver = prepare(db, endings.noteOver)
  const forget = prepare(db, endings.forget)
  const ending = prepare(db, endings.of)

  const endNoted = (hash: Buffer, noted: (Ending & { readonly at: number }) | null) => {
    if (noted) note.run({ hash, at: noted.at, why: noted.why, by: noted.by })
    end.run({ hash })
  }

  return {
    begin: db.transaction((session, { overAt, forgetUntil, most }) => {
      add.run(session)
      for (const row of over.all({ at: overAt })) noteOver.run({ hash: row.hash, at: row.ends_at })
      forget.run({ until: forgetUntil })
      endOver.run({ at: overAt })
      endOldest.run({ staff: session.staff, hash: session.hash, most })
    }),
    find(hash, at) {
      const row = find.get({ hash, at })
      return row ? { staff: row.staff, endsAt: row.ends_at } : null
    },
    ofPerson: (staff, at) =>
      ofPerson.all({ staff, at }).map(({ created_at, ends_at, last_used_at, ...row }) => {
        return { ...row, since: created_at, endsAt: ends_at, lastUsedAt: last_used_at }
      }),
    counts: (at) => new Map(counts.all({ at }).map(({ staff, count }) => [staff, count])),
    people: (at) => new Set(people.all({ at }).map(({ staff }) => staff)),
    end: db.transaction(endNoted),
    endAll: db.transaction((staff, except, noted) => {
      for (const { hash } of hashesOf.all({ staff })) if (!except?.equals(hash)) endNoted(hash, noted)
    }).immediate,
    endingOf(hash) {
      const row = ending.get({ hash })
      return row ? { at: row.at, why: row.why as Ending['why'], by: row.by as Ending['by'] } : null
    },
    endOf: (hash) => endOf.get({ hash })?.ends_at ?? null,
    used: db.transaction((at) => {
      for (const { hash } of hashes.all({})) {
        const last = at(hash)
        if (last !== undefined) used.run({ hash, at: last })
      }
    }).immediate,
  }
}

// The access log in its table. It only grows: the table refuses to change or delete a line (see schema.ts).

/** How many lines are read at once. */
const PAGE = 200

/** The log in an open database. `now` is milliseconds since 1970. */
export function accessLogTable(db: Database, now: () => number): AccessLog {
  const add = prepare(db, ofLog.add)
  const page = prepare(db, ofLog.page)

  return {
    write: ({ by, action, about, agency, detail = {} }) =>
      void add.run({ at: now(), by, action, about, agency, detail: JSON.stringify(detail) }),

    *read(range) {
      for (let last = 0; ;) {
        const rows = page.all({ ...range, last, most: PAGE })
        yield* rows.map(line)
        const end = rows.at(-1)
        if (!end || rows.length < PAGE) return
        last = end.seq
      }
    },
  }
}

function line({ by, action, about, detail, ...row }: RowOf<typeof ofLog.page>): AccessLine {
  return {
    ...row,
    by: by as AccessLine['by'],
    action: action as AccessLine['action'],
    about: about as AccessLine['about'],
    detail: readDetail(detail),
  }
}

/** Damaged lines are skipped; the check of the journal names them. */
function readDetail(text: string): AccessLine['detail'] {
  try {
    return (JSON.parse(text) as AccessLine['detail'] | null) ?? {}
  } catch {
    return {}
  }
}

// Everything stored about staff, sessions and devices, which are not part of the hall's day.

/** The tables of access in an open database. */
export function accessTables(db: Database): StoredAccess {
  // SQLite counts the commits of other connections.
  const version = db.prepare<[], number>('PRAGMA data_version').pluck()
  return {
    staff: staffTable(db),
    sessions: sessionTables(db),
    devices: deviceTables(db),
    networks: networkTable(db),
    log: (now) => accessLogTable(db, now),
    together: (work) => db.transaction(work).immediate(),
    version: () => version.get(),
  }
}

// Where each person has signed in from, in its table.

/** A person's desks, phones and homes; beyond this number the oldest is forgotten. */
const mostOfOne = 20

/** The table of known networks, by user name. */
function networkTable(db: Database): StoredNetworks {
  const knows = prepare(db, queries.knows)
  const learn = prepare(db, queries.learn)
  const fewer = prepare(db, queries.fewer)
  const forget = prepare(db, queries.forget)
  const byUsername = prepare(db, staff.byUsername)

  return {
    knows: (username, network) => knows.get({ username, network }) !== undefined,
    learn: db.transaction((username: string, network: string, at: number) => {
      const person = byUsername.get({ username })
      if (!person) return
      learn.run({ staff: person.id, network, at })
      fewer.run({ staff: person.id, network, most: mostOfOne })
    }).immediate,
    forget: (id) => void forget.run({ staff: id }),
  }
}
