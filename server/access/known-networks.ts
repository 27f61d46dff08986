// From where each person has signed in: a table, as who is known there gets in while strangers guess, also after a restart.
import type { Database } from 'better-sqlite3'
import type { KnownNetworks } from './throttle.ts'

/** The desks, phones and homes of one person; whoever moves on is known at the last ones. */
const mostOfOne = 20

/** The table of known networks, by user name. What is known of an account goes when it is shut. */
export function openKnownNetworks(db: Database): KnownNetworks & { forget(staff: string): void } {
  const sql = {
    knows: db.prepare<[string, string]>(`SELECT 1 FROM staff_address
      JOIN staff ON staff.id = staff_address.staff WHERE username = ? AND network = ?`),
    learn: db.prepare<[string, number, string]>(`INSERT INTO staff_address (staff, network, last_at)
      SELECT id, ?, ? FROM staff WHERE username = ?
      ON CONFLICT (staff, network) DO UPDATE SET last_at = excluded.last_at`),
    fewer: db.prepare<[{ username: string; network: string; most: number }]>(`DELETE FROM staff_address
      WHERE staff = (SELECT id FROM staff WHERE username = @username) AND network NOT IN
        (SELECT network FROM staff_address WHERE staff = (SELECT id FROM staff WHERE username = @username)
         ORDER BY network = @network DESC, last_at DESC LIMIT @most)`),
    forget: db.prepare<[string]>('DELETE FROM staff_address WHERE staff = ?'),
  }
  return {
    knows: (username, network) => sql.knows.get(username, network) !== undefined,
    learn: db.transaction((username: string, network: string, at: number) => {
      sql.learn.run(network, at, username)
      // The one that was learnt stays, also where the clock was set back and it looks the oldest.
      sql.fewer.run({ username, network, most: mostOfOne })
    }),
    forget: (staff) => void sql.forget.run(staff),
  }
}
