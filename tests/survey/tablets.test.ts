// Devices of a hall from before there were survey tablets go on working, and a tablet can be added.
import { expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { migrate, migrations } from '../../server/store/schema.ts'
import { deviceTables } from '../../server/store/tables/devices.ts'

it('[SU9] a survey tablet is a device like the others: an older hall keeps its devices, with their keys', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const at = migrations.findIndex((step) => typeof step !== 'string' && step.name === 'surveyTablets')
  migrate(db, 0, migrations.slice(0, at))
  const [link, key] = [Buffer.from('link'), Buffer.from('key')]
  const before = deviceTables(db)
  before.add({ id: 'k1', kind: 'kiosk', zone: null, label: 'Pintu' }, 1, { hash: link, endsAt: 9 })
  before.enrol({ link, key, at: 2, usedSince: 0, mostKeys: 1 })
  db.transaction(() => migrate(db, at))()
  expect(db.pragma('foreign_key_check')).toEqual([])
  const after = deviceTables(db)
  expect(after.byKey(key)).toEqual({ id: 'k1', kind: 'kiosk', zone: null, label: 'Pintu' })
  after.add({ id: 's1', kind: 'survey', zone: null, label: null }, 3, { hash: Buffer.from('2'), endsAt: 9 })
  expect(after.byId('s1')?.kind).toBe('survey')
  expect(() => db.exec(`DELETE FROM device WHERE id = 'k1'`)).toThrow('FOREIGN KEY')
  db.close()
})
