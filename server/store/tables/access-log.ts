// The access log in its table. It only grows: the table refuses to change or delete a line (see schema.ts).
import type { Database } from 'better-sqlite3'
import type { AccessLine, AccessLog } from '../../access/log.ts'
import { accessLog as queries } from '../queries/record.ts'
import { prepare, type RowOf } from '../statement.ts'

/** How many lines are read at once. */
const PAGE = 200

/** The log in an open database. `now` is milliseconds since 1970. */
export function accessLogTable(db: Database, now: () => number): AccessLog {
  const add = prepare(db, queries.add)
  const page = prepare(db, queries.page)

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

function line({ by, action, about, detail, ...row }: RowOf<typeof queries.page>): AccessLine {
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
