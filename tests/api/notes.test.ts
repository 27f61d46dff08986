// What people typed is gone after its day, from every file of the server.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hallApp } from './hall-app.ts'

const NOTE = 'suaminya sedang sakit'
const TOLD = 'kembali dengan surat nikah'

it('what was typed is erased when its day is over, while the server runs, and is in none of its files then', async () => {
  const hall = await hallApp()
  const everywhere = () => {
    hall.db.pragma('wal_checkpoint(TRUNCATE)')
    return readdirSync(hall.dir, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
      .join('')
  }
  await hall.take(['kk'])
  await hall.take(['kk'])
  await hall.act('ayu', 'open', 'loket-1')
  await hall.act('ayu', 'call-next', 'loket-1')
  await hall.act('ayu', 'start', 'loket-1')
  await hall.act('ayu', 'refer', 'loket-1', { service: 'skck', note: NOTE })
  await hall.act('ayu', 'call-next', 'loket-1')
  await hall.act('ayu', 'start', 'loket-1')
  await hall.act('ayu', 'finish', 'loket-1', { outcome: 'incomplete', words: TOLD, told: TOLD })
  expect(everywhere()).toContain(NOTE)
  expect(everywhere()).toContain(TOLD)
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  expect(everywhere()).not.toContain(NOTE)
  expect(everywhere()).not.toContain(TOLD)
  expect(everywhere()).toContain('day-opened')
})
