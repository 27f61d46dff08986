// Sessions of staff in their tables, and what became of those that have ended.
import type { Database } from 'better-sqlite3'
import type { Ending, StoredSessions } from '../../access/sessions.ts'
import { endings, sessions as queries } from '../queries/people.ts'
import { prepare } from '../statement.ts'

/** The tables of sessions. */
export function sessionTables(db: Database): StoredSessions {
  const add = prepare(db, queries.add)
  const find = prepare(db, queries.find)
  const ofPerson = prepare(db, queries.ofPerson)
  const counts = prepare(db, queries.counts)
  const people = prepare(db, queries.people)
  const hashes = prepare(db, queries.hashes)
  const hashesOf = prepare(db, queries.hashesOf)
  const used = prepare(db, queries.used)
  const over = prepare(db, queries.over)
  const endOf = prepare(db, queries.endOf)
  const end = prepare(db, queries.end)
  const endOver = prepare(db, queries.endOver)
  const endOldest = prepare(db, queries.endOldest)
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
    }),
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
    }),
  }
}
