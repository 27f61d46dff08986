// From where each person has signed in, in its table.
import type { Database } from 'better-sqlite3'
import type { StoredNetworks } from '../../access/throttle.ts'
import { networks as queries, staff } from '../queries/people.ts'
import { prepare } from '../statement.ts'

/** The desks, phones and homes of one person; whoever moves on is known at the last ones. */
const mostOfOne = 20

/** The table of known networks, by user name. */
export function networkTable(db: Database): StoredNetworks {
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
    }),
    forget: (id) => void forget.run({ staff: id }),
  }
}
