// Complaints in their tables. All throw a StorageError.
import type { Database } from 'better-sqlite3'
import {
  channels,
  type Complaint,
  complaintStates,
  type Counted,
  type Named,
  type Step,
  stepKinds,
  type StoredComplaints,
} from '../../complaints/complaint.ts'
import { safely } from '../errors.ts'
import { complaints as queries, sp4n as ofSp4n, steps as ofSteps } from '../queries/complaints.ts'
import { prepare, type RowOf } from '../statement.ts'
import { emptyWal } from '../unhurried.ts'

type Row = RowOf<typeof queries.byId>

/** The complaints in an open database. */
export function complaintsTable(db: Database): StoredComplaints {
  const add = prepare(db, queries.add)
  const byToken = prepare(db, queries.byToken)
  const byKey = prepare(db, queries.byKey)
  const byId = prepare(db, queries.byId)
  const byNumber = prepare(db, queries.byNumber)
  const change = prepare(db, queries.change)
  const open = prepare(db, queries.open)
  const openOf = prepare(db, queries.openOf)
  const done = prepare(db, queries.done)
  const doneOf = prepare(db, queries.doneOf)
  const promises = prepare(db, queries.promises)
  const toEscalate = prepare(db, queries.toEscalate)
  const toErase = prepare(db, queries.toErase)
  const erase = prepare(db, queries.erase)
  const forgetKeys = prepare(db, queries.forgetKeys)
  const counted = prepare(db, queries.counted)
  const stepsOf = prepare(db, ofSteps.of)
  const addStep = prepare(db, ofSteps.add)
  const countSteps = prepare(db, ofSteps.count)
  const eraseSteps = prepare(db, ofSteps.erase)
  const allSp4n = prepare(db, ofSp4n.all)
  const putSp4n = prepare(db, ofSp4n.put)

  function write(complaint: string, list: readonly Step[]): void {
    let nth = countSteps.get({ complaint })?.count ?? 0
    for (const { at, kind, by, text, detail } of list) {
      addStep.run({ complaint, nth, at, kind, by, text, detail: JSON.stringify(detail) })
      nth += 1
    }
  }
  const one = (row: Row | undefined) => row && complaintOf(row)[0]
  const together = <T>(work: () => T): T => safely(() => db.transaction(work).immediate())

  return {
    add: ({ id, number, service, agency, named, channel, language, day, at, due, words }, secrets, step) =>
      together(() => {
        const { changes } = add.run({
          id,
          number,
          service,
          agency,
          channel,
          language,
          day,
          at,
          due,
          words,
          ...secrets,
          named: JSON.stringify(named),
        })
        if (changes > 0) write(id, [step])
        return changes > 0
      }),
    byToken: (token) => safely(() => one(byToken.get({ token }))),
    byId: (id) => safely(() => one(byId.get({ id }))),
    byNumber: (number) => safely(() => one(byNumber.get({ number }))),
    byKey: (key) =>
      safely(() => {
        const row = byKey.get({ key })
        const complaint = one(row)
        return row?.salt && complaint ? { complaint, salt: row.salt } : undefined
      }),
    change: (complaint, was, list) =>
      together(() => {
        const { id, agency, due, state, taken: takenBy, answeredOn, days, escalatedAt } = complaint
        const { movedAt, revision } = complaint
        const { changes } = change.run({
          id,
          was,
          agency,
          due,
          state,
          takenBy,
          answeredOn,
          days,
          escalatedAt,
          movedAt,
          revision,
          named: JSON.stringify(complaint.named),
          late: Number(complaint.late),
        })
        if (changes > 0) write(id, list)
        return changes > 0
      }),
    steps: (complaint) => safely(() => stepsOf.all({ complaint }).flatMap(stepOf)),
    list: (which, agency, after, most) =>
      safely(() => {
        const toDo = () => {
          const from = after?.in === 'open' ? after : { due: '', at: 0, id: '' }
          const place = { due: from.due, at: from.at, id: from.id, most }
          return agency === null ? open.all(place) : openOf.all({ ...place, agency })
        }
        const over = () => {
          const from = after?.in === 'done' ? after : { movedAt: Number.MAX_SAFE_INTEGER, id: '' }
          const place = { before: from.movedAt, id: from.id, most }
          return agency === null ? done.all(place) : doneOf.all({ ...place, agency })
        }
        const rows = [
          ...(which === 'done' || after?.in === 'done' ? [] : toDo()),
          ...(which === 'open' ? [] : over()),
        ]
        return rows.slice(0, most).flatMap(complaintOf)
      }),
    counts: (agency, today, soon) =>
      safely(() => {
        const mine = promises.all({}).filter((row) => agency === null || row.agency === agency)
        const late = mine.filter(({ due }) => due < today).length
        return { open: mine.length, late, due: mine.filter(({ due }) => due <= soon).length - late }
      }),
    toEscalate: (today) => safely(() => toEscalate.all({ today }).flatMap(complaintOf)),
    toErase: (before, day) => safely(() => toErase.all({ before, day }).flatMap(complaintOf)),
    erase(ids, at) {
      together(() => {
        for (const id of ids) {
          erase.run({ id, at })
          eraseSteps.run({ complaint: id })
          write(id, [{ kind: 'erased', at, by: null, text: null, detail: {} }])
        }
      })
      safely(() => emptyWal(db))
    },
    forgetKeys: (before) => safely(() => void forgetKeys.run({ before })),
    counted: (from, to) =>
      safely(() =>
        counted.all({ from, to }).flatMap((row): Counted[] => {
          const state = complaintStates.find((known) => known === row.state)
          if (!state) return []
          const { service, agency, day, due, answered_on: answeredOn, days, escalated_at: escalatedAt } = row
          const late = row.late === 1
          return [
            {
              service,
              agency,
              named: namedOf(row.named),
              day,
              due,
              state,
              answeredOn,
              days,
              late,
              escalatedAt,
            },
          ]
        }),
      ),
    sp4n: () => safely(() => allSp4n.all({})),
    putSp4n: ({ month, count, by, at }) => safely(() => void putSp4n.run({ month, count, by, at })),
  }
}

/** None if its row is damaged. */
function complaintOf(row: Row): Complaint[] {
  const state = complaintStates.find((known) => known === row.state)
  const channel = channels.find((known) => known === row.channel)
  if (!state || !channel) return []
  const { id, number, service, agency, language, day, at, due, words, days, revision } = row
  return [
    {
      id,
      number,
      service,
      agency,
      language,
      day,
      at,
      due,
      words,
      days,
      revision,
      state,
      channel,
      named: namedOf(row.named),
      taken: row.taken_by,
      answeredOn: row.answered_on,
      late: row.late === 1,
      escalatedAt: row.escalated_at,
      erasedAt: row.erased_at,
      movedAt: row.moved_at,
    },
  ]
}

function namedOf(json: string): Named {
  try {
    return JSON.parse(json) as Named
  } catch {
    return { service: null, agency: null }
  }
}

function stepOf({ kind, detail, at, by, text }: RowOf<typeof ofSteps.of>): Step[] {
  const known = stepKinds.find((name) => name === kind)
  if (!known) return []
  return [{ at, by, text, kind: known, detail: JSON.parse(detail) as Step['detail'] }]
}
