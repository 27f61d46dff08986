// Wrong bytes anywhere in the data folder, by pinned seeds: the hall opens and says what is missing or altered, or
// the start ends with a sentence. Never an error of ours, and never silently. `SEED=… npx vitest run
// tests/journal/bytes`.
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFirstRun } from '../../server/access/first-run.ts'
import { buildApp } from '../../server/app.ts'
import { lockDataDir, surveyFolder } from '../../server/store/folder.ts'
import { openNext } from '../../server/store/next-hall.ts'
import { openDatabase } from '../../server/store/open.ts'
import { openSealing } from '../../server/store/journal/sealing.ts'
import { makeStore } from '../../server/store/store.ts'
import { openBox } from '../../server/store/survey-box.ts'
import { openDayKeys } from '../../server/survey/keys.ts'
import { openSeals } from '../../server/survey/seal.ts'
import { readSettings } from '../../server/settings.ts'
import { startFault } from '../../server/start-fault.ts'
import { startText } from '../../server/texts/start.ts'
import { reporterIn } from '../reports/here.ts'
import { sheets } from '../sheets/here.ts'
import { evaluation } from '../evaluation/here.ts'
import { skmWriter } from '../skm/here.ts'
import { simulator } from '../simulator/here.ts'
import { type HallApp, morning, noPainter, noTraining, openHall, silentVoice } from '../api/hall-app.ts'
import { createRandom, type Random } from '../property/prng.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

const CASES = 30
const seeds = process.env['SEED'] === undefined ? [1, 2, 3] : [Number(process.env['SEED'])]
const DAY = 24 * 60 * 60 * 1000

/** A folder as a power cut leaves it, with the WAL beside the database; and all events in it. */
let whole = ''
let written: unknown[] = []
let cookie = ''

beforeAll(async () => {
  whole = mkdtempSync(join(tmpdir(), 'antre-whole-'))
  const dir = mkdtempSync(join(tmpdir(), 'antre-bytes-'))
  await (await livingHall(dir, 0)).close()
  const hall = await livingHall(dir, DAY)
  await hall.sealing?.stop()
  written = eventsIn(hall.db)
  cookie = hall.cookies.get('manager') ?? ''
  for (const name of readdirSync(dir))
    if (name.startsWith('antre.')) copyFileSync(join(dir, name), join(whole, name))
  writeFileSync(
    join(whole, 'first-run.json'),
    JSON.stringify({
      manager: { username: 'manager', password: 'x' },
      enrol: { kiosk: 'http://a/kiosk/?enrol=x', display: 'http://a/display/?enrol=x' },
    }),
  )
  await hall.close()
  rmSync(dir, { recursive: true, force: true })
})
afterAll(() => rmSync(whole, { recursive: true, force: true }))

/** A day with a bit of everything: numbers, calls, notes, devices, people. */
async function livingHall(dir: string, later: number): Promise<HallApp> {
  const hall = await openHall({ dir, sealed: true, at: morning + later })
  await hall.enrol('display')
  for (let nth = 0; nth < 5; nth++) await hall.take(['kk'])
  await hall.act('ayu', 'open', 'loket-1')
  await hall.act('ayu', 'call-next', 'loket-1')
  return hall
}

const eventsIn = (db: Database) =>
  db.prepare('SELECT seq, at, day, type, by, key, hash, data FROM events ORDER BY seq').all()

/** The result of a start in `dir`: the sentence it ended with, or what it says of the journal and contains of it. */
async function started(dir: string) {
  const undo: (() => unknown)[] = []
  try {
    undo.push(lockDataDir(dir))
    const db = openDatabase(dir)
    undo.push(() => db.close())
    const now = () => morning + DAY + 60_000
    const sealing = await openSealing({ db, dataDir: dir, isFirst: false })
    const before = eventsIn(db)
    const { app } = await buildApp({
      store: makeStore(db, () => {}, sealing),
      sealing,
      voice: silentVoice,
      painter: noPainter,
      next: { open: (after) => openNext(dir, after, () => {}), again: () => {} },
      training: noTraining,
      copy: () => Promise.resolve(''),
      survey: {
        box: openBox(dir, () => randomBytes(16)),
        keys: openDayKeys({ folder: surveyFolder(dir), random: randomBytes }),
        seals: openSeals(join(surveyFolder(dir), 'seals')),
      },
      sheets,
      skmWriter,
      reporter: reporterIn(dir),
      simulator,
      evaluation,
      firstPlan: async () => rulesPlan,
      systemTime: now,
      steadyTime: () => 0,
      uptime: () => 0,
      clockOffset: 0,
      dataDir: dir,
      pages: null,
      server: { version: '0', log: null, publicUrl: null, trustProxy: false, tls: null },
    })
    undo.push(() => app.close())
    const health = await app.inject({ url: '/api/health' })
    const asked = await Promise.all(
      ['/api/hall', '/api/devices', '/api/staff', '/api/reception/visits'].map((url) =>
        app.inject({ url, headers: { cookie } }),
      ),
    )
    return {
      ended: null,
      damage: health.json<{ damage: unknown[] }>().damage,
      events: before.slice(0, written.length),
      broken: asked.filter(({ statusCode }) => statusCode === 500).length,
    }
  } catch (error) {
    return { ended: startFault(error, readSettings({ DATA_DIR: dir }))[1], damage: [], events: [], broken: 0 }
  } finally {
    for (const step of undo.toReversed()) await step()
  }
}

/** Changes one to four bytes of one of the files, and says where. */
function harm(dir: string, random: Random): string {
  const files = readdirSync(dir).filter((name) => name !== 'antre.db-shm')
  const name = random.weighted(files.map((one) => [one.startsWith('antre.db') ? 6 : 1, one]))
  const file = join(dir, name)
  const bytes = readFileSync(file)
  const places = Array.from({ length: 1 + random.int(4) }, () => random.int(Math.max(bytes.length, 1)))
  for (const place of places) if (bytes.length > 0) bytes[place] = random.int(256)
  if (bytes.length === 0) writeFileSync(file, Buffer.from('something else'.repeat(100)))
  else writeFileSync(file, random.oneIn(12) ? bytes.subarray(0, random.int(bytes.length)) : bytes)
  return `${name} ${places.join(' ')}`
}

it.each(seeds)(
  '[J4] damage is called damage: wrong bytes anywhere, seed %i',
  { timeout: 300_000 },
  async (seed) => {
    const random = createRandom(seed)
    const unknown = startText('unknown', { message: '' })[1]
    const faults: string[] = []
    for (let nth = 0; nth < CASES; nth++) {
      const dir = mkdtempSync(join(tmpdir(), 'antre-bytes-'))
      for (const name of readdirSync(whole)) copyFileSync(join(whole, name), join(dir, name))
      const where = `seed ${seed}, case ${nth}: ${harm(dir, random)}`
      const { ended, damage, events, broken } = await started(dir)
      const isWhole = JSON.stringify(events) === JSON.stringify(written)
      readFirstRun(dir)
      if (ended?.includes(unknown) || /undefined|is not a function|TypeError/.test(ended ?? ''))
        faults.push(`${where}: ${ended}`)
      if (broken > 0) faults.push(`${where}: opened, and ${broken} questions are answered with internal`)
      if (ended === null && !isWhole && damage.length === 0) faults.push(`${where}: in silence`)
      rmSync(dir, { recursive: true, force: true })
    }
    expect(faults).toEqual([])
  },
)
