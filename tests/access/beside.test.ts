// People and devices while a command beside the server writes for a moment: `npm run staff` on a slow disk.
import { expect, it } from 'vitest'
import type { FirstAccount } from '../../server/access/staff.ts'
import { databaseFile } from '../../server/store/folder.ts'
import { accessTables } from '../../server/store/tables/access.ts'
import { child, dataDir, open } from '../journal/helper.ts'

const account: FirstAccount = {
  id: 's1',
  username: 'ayu',
  name: 'Ayu',
  role: 'officer',
  agency: 'dukcapil',
  password: 'x',
  mustChange: false,
  until: null,
  at: 0,
}
const hash = (of: string) => Buffer.alloc(32, of)
const noted = { at: 5, why: 'password', by: 'staff:s1' } as const
const link = { link: hash('l'), key: hash('k'), at: 1, usedSince: 0, mostKeys: 3 }

it.each<[string, (tables: ReturnType<typeof accessTables>) => unknown]>([
  ['a sign-in from a new place', ({ networks }) => networks.learn('ayu', '10.0.0.0/24', 1)],
  ['a device that enrols', ({ devices }) => expect(devices.enrol(link)?.id).toBe('d1')],
  ['sessions that end', ({ sessions }) => sessions.endAll('s1', null, noted)],
  ['when sessions were last used', ({ sessions }) => sessions.used(() => 3)],
  [
    'what belongs together',
    ({ together, staff }) => together(() => staff.byId('s1') && staff.setDisabled('s1', true)),
  ],
])('%s waits for another process that writes, instead of failing', async (_, act) => {
  const dir = dataDir()
  const db = open(dir)
  // A loaded PC may take its time.
  db.pragma('busy_timeout = 60000')
  const tables = accessTables(db)
  tables.staff.add(account)
  const device = { id: 'd1', kind: 'kiosk', zone: null, label: null } as const
  tables.devices.add(device, 0, { hash: hash('l'), endsAt: 10 })
  const origin = { address: null, browser: null, system: null }
  const tidy = { overAt: 0, forgetUntil: 0, most: 5 }
  tables.sessions.begin({ ...origin, hash: hash('h'), staff: 's1', at: 1, endsAt: 10 }, tidy)
  const other = child(process.execPath, [
    '-e',
    `const db = new (require('better-sqlite3'))(${JSON.stringify(databaseFile(dir))})
    db.exec('BEGIN IMMEDIATE')
    console.log('writes')
    setTimeout(() => db.exec('COMMIT'), 200)`,
  ])
  expect(await other.line()).toBe('writes')
  act(tables)
})
