// What is lost or altered between two starts is reported, and numbers continue above all that may have been given.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { databaseFile } from '../../server/store/folder.ts'
import { readSeal, sealFile } from '../../server/store/journal/seal.ts'
import { hallApp, morning, type HallApp } from './hall-app.ts'

const MINUTE = 60_000

/** A data folder that is removed with the test. */
function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-damage-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A sealed hall in that folder, `minutes` after nine. */
const hallIn = (dir: string, minutes = 0) => hallApp({ dir, sealed: true, at: morning + minutes * MINUTE })

async function tickets(hall: HallApp, count: number): Promise<string[]> {
  const given: string[] = []
  for (let nth = 0; nth < count; nth++) given.push((await hall.take(['kk'])).visit.number)
  return given
}

/** Keeps a whole copy, as docs/running.md says. */
function backUp(hall: HallApp): string {
  const copy = join(folder(), 'copy.db')
  hall.db.prepare('VACUUM INTO ?').run(copy)
  return copy
}

function restore(dir: string, copy: string): void {
  for (const side of ['', '-wal', '-shm']) rmSync(databaseFile(dir) + side, { force: true })
  copyFileSync(copy, databaseFile(dir))
}

/** Changes events in a way that nobody may. */
function alter(dir: string, sql: string): void {
  const db = new Database(databaseFile(dir))
  const guards = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'events'`,
  )
  const all = guards.all()
  for (const { name } of all) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  for (const guard of all) db.exec(guard.sql)
  db.close()
}

/** The last event's seq, and what every screen and the health say about the journal. */
async function told(hall: HallApp) {
  const { damage, storage } = await hall.does<{ damage: object[]; storage: string }>('GET /api/health')
  return { damage, storage }
}

it('the seal knows how far the journal is, for its owner’s eyes alone and of nobody in person', async () => {
  const dir = folder()
  const hall = await hallIn(dir)
  await tickets(hall, 3)
  await hall.close()
  const sealed = readSeal(dir)
  expect(sealed).toMatchObject({ is: 'whole', seal: { seq: 4, day: '2026-11-24', numbers: { A: 3 } } })
  expect(statSync(sealFile(dir)).mode & 0o777).toBe(0o600)
  const again = await hallIn(dir, 1)
  expect(await told(again)).toEqual({ damage: [], storage: 'well' })
  expect(again.sealing?.sealedAt).toBe(morning)
  expect(await tickets(again, 1)).toEqual(['A004'])
})

it('[J2] what was lost is reported, with how much and from when: an older back-up, until a manager confirms it', async () => {
  const dir = folder()
  const hall = await hallIn(dir)
  await tickets(hall, 2)
  const copy = backUp(hall)
  hall.later({ minutes: 10 })
  await tickets(hall, 5)
  await hall.close()
  restore(dir, copy)

  const restored = await hallIn(dir, 20)
  const lost = { kind: 'missing', count: 5, from: '2026-11-24T01:00:00.000Z', to: '2026-11-24T01:10:00.000Z' }
  expect((await told(restored)).damage).toEqual([lost])
  expect(await tickets(restored, 1)).toEqual(['A028'])
  await restored.close()

  // It is reported until somebody confirms it, even once the seal has gone on.
  const later = await hallIn(dir, 30)
  expect((await told(later)).damage).toEqual([lost])
  expect(await later.outcomes('POST /api/journal/confirm', {}, ['nobody', 'ayu', 'spv'])).toEqual({
    nobody: '401 not-signed-in',
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
  })
  const confirm = (key: string) => later.outcome('POST /api/journal/confirm', { as: 'manager', key })
  expect(await confirm('once')).toBe(200)
  expect((await told(later)).damage).toEqual([])
  // Sent again because the answer was lost, it is done.
  expect(await confirm('once')).toBe(200)
  expect(await confirm('twice')).toBe('409 nothing-damaged')
  const events = later.db.prepare<[], { type: string; data: string }>(
    `SELECT type, data FROM events WHERE type IN ('numbers-raised', 'back-up-chosen')`,
  )
  expect(events.all().map(({ type, data }) => [type, JSON.parse(data) as object])).toEqual([
    ['numbers-raised', { numbers: { A: 27 } }],
    ['back-up-chosen', { from: morning, to: morning + 10 * MINUTE, missing: 5 }],
  ])
  expect(await tickets(later, 1)).toEqual(['A029'])
  await later.close()
  const last = await hallIn(dir, 40)
  expect((await told(last)).damage).toEqual([])
})

it('[N5] after a loss, numbers continue above any that may have been given: also where the whole day is lost', async () => {
  const dir = folder()
  const hall = await hallIn(dir)
  const copy = backUp(hall)
  hall.later({ hours: 24 })
  await tickets(hall, 7)
  await hall.close()
  restore(dir, copy)
  const restored = await hallIn(dir, 24 * 60 + 5)
  expect(await tickets(restored, 1)).toEqual(['A028'])
  await restored.close()
  const again = await hallIn(dir, 24 * 60 + 10)
  expect(await tickets(again, 1)).toEqual(['A029'])
})

it('[J2] what was lost is reported, with how much and from when: a byte inside an event of today', async () => {
  const dir = folder()
  const hall = await hallIn(dir)
  await tickets(hall, 3)
  await hall.close()
  alter(dir, `UPDATE events SET data = replace(data, '"priority":false', '"priority":true') WHERE seq = 3`)
  const at = '2026-11-24T01:00:00.000Z'
  const again = await hallIn(dir, 5)
  expect((await told(again)).damage).toEqual([{ kind: 'altered', count: 1, from: at, to: at }])
  // As our screens send it.
  const notAfter = new Date(again.now() + 10_000).toISOString()
  await again.does('POST /api/journal/confirm', { as: 'manager', body: { notAfter } })
  await again.close()
  // Once confirmed it is not reported again every morning.
  expect((await told(await hallIn(dir, 10))).damage).toEqual([])
})

it.each([
  ['torn', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 40))],
  ['altered', (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('"A":2', '"A":1'))],
  ['gone', (file: string) => rmSync(file)],
])(
  '[J2] what was lost is reported, with how much and from when: a seal that is %s is none',
  async (_how, harm) => {
    const dir = folder()
    const hall = await hallIn(dir)
    await tickets(hall, 2)
    await hall.close()
    harm(sealFile(dir))
    const again = await hallIn(dir, 5)
    expect((await told(again)).damage).toEqual([{ kind: 'unsealed', count: null, from: null, to: null }])
    expect(await tickets(again, 1)).toEqual(['A023'])
  },
)

it('[J2] what was lost is reported, with how much and from when: a guard that somebody took away, which is put back', async () => {
  const dir = folder()
  await (await hallIn(dir)).close()
  const db = new Database(databaseFile(dir))
  db.exec('DROP TRIGGER events_stay')
  db.close()
  const again = await hallIn(dir, 5)
  expect((await told(again)).damage).toEqual([{ kind: 'unguarded', count: null, from: null, to: null }])
  expect(() => again.db.exec(`UPDATE events SET by = 'x'`)).toThrow('append-only')
})

it('an event that makes no sense any more ends the start with its place, never with an error of ours', async () => {
  const dir = folder()
  const hall = await hallIn(dir)
  await tickets(hall, 3)
  await hall.close()
  alter(dir, `UPDATE events SET data = replace(data, '"visit"', '"visIt"') WHERE seq = 3`)
  await expect(hallIn(dir, 5)).rejects.toMatchObject({ name: 'StorageError', code: 'corrupt' })
})
