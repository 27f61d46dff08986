// The hall that is fuzzed: complete, with doubles for voice, painter and printer, and people who work in it
// meanwhile. Purely random requests would seldom find anybody at a counter.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plan } from '../../server/hall/plan.ts'
import { StorageError } from '../../server/store/errors.ts'
import { type HallApp, noTraining, openHall, password, type Somebody } from '../api/hall-app.ts'
import type { Random } from '../property/prng.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import type { Pool } from './pool.ts'

/** The rules' hall with a printer that works without paper. */
export const fuzzPlan: Plan = {
  ...rulesPlan,
  reports: { officers: true, public: true },
  printers: [
    {
      id: 'pencetak',
      name: { id: 'Pencetak', en: 'Printer' },
      link: { kind: 'fake' },
      paper: 80,
      answers: true,
      kiosks: [],
      counters: ['loket-3'],
      reception: true,
    },
  ],
}

const sound = { name: 'suara', seconds: 1 }
const picture = readFileSync(new URL('../media/files/small.png', import.meta.url))

/** Opens it. Its log goes to `logged`. */
export const openLivingHall = (logged: string[]): Promise<HallApp> =>
  openHall({
    plan: fuzzPlan,
    logged,
    // Another hall is made as often as somebody finds the password, and never takes this one's place.
    training: noTraining,
    next: (made) => ({
      ...made,
      carry() {
        throw new StorageError('full', null, new Error('no other hall here'))
      },
    }),
    publicUrl: 'https://antre.example',
    voice: {
      say: async () => sound,
      tried: async () => ({ ...sound, by: 'espeak', faults: [] }),
      read: async (name) => (name === sound.name ? Buffer.from('RIFF') : null),
    },
    painter: {
      fonts: [],
      isBusy: () => false,
      png: async () => Buffer.from('PNG'),
      dots: async () => ({ width: 8, height: 1, bytes: Uint8Array.of(0xff) }) as never,
      close: () => {},
    },
    skmWriter: {
      isBusy: () => false,
      document: async () => Buffer.from('PK'),
      table: async () => Buffer.from('PK'),
      close: () => {},
    },
  })

const AT_WORK = [
  ['ayu', 'loket-1'],
  ['dewi', 'loket-3'],
  ['manager', 'loket-5'],
] as const
const WANTED = ['kk', 'ktp', 'skck', 'sim', 'bayar'] as const

/** New links for devices that lost theirs, an open hall, and everything that is known without asking. */
export async function settle(hall: HallApp, pool: Pool): Promise<void> {
  reinstate(hall)
  hall.later({})
  await reopen(hall)
  hall.later({})
  pool.gather({ media: await show(hall) })
  await hall.enrol('kiosk')
  await hall.enrol('display', 'depan')
  pool.gather({ password, current: password, next: ['kebun kopi di lereng', password] })
  pool.gather({ audio: sound.name, printers: 'pencetak', services: [...WANTED] })
  pool.gather(await hall.does('GET /api/hall'))
}

/** The manager's rights are restored, whatever another one did to the account meanwhile. */
function reinstate({ access: { staff } }: HallApp): void {
  const manager = staff.byUsername('manager')
  const hash = staff.passwordOf('manager')
  if (!manager) throw new Error('the fuzz took the manager away')
  staff.setDisabled(manager.id, false)
  staff.change(manager.id, { name: manager.name, role: 'manager', agency: null })
  if (hash !== null) staff.setPassword(manager.id, { hash, mustChange: false, oneTime: false })
}

/** The services take visitors again, and each counter serves its own, whatever was set meanwhile. */
async function reopen(hall: HallApp): Promise<void> {
  await hall.ask('POST /api/clock/confirm', { as: 'manager' })
  await hall.ask(`PUT /api/plan?from=${hall.hall.layoutSeq}&waiting=end`, { as: 'manager', body: fuzzPlan })
  for (const id of WANTED) {
    await hall.ask(`PUT /api/services/${id}/phase`, { as: 'manager', body: { status: 'open' } })
    await hall.ask(`PUT /api/services/${id}/quota`, { as: 'manager', body: { quota: null } })
  }
  for (const { id, services } of fuzzPlan.counters)
    await hall.ask(`PUT /api/counters/${id}/services`, { as: 'manager', body: { services } })
}

/** A picture in the media folder; returns the ids of all that is shown. */
async function show({ app, cookies, does }: HallApp): Promise<string[]> {
  const headers = { cookie: cookies.get('manager') ?? '', 'content-type': 'application/octet-stream' }
  await app.inject({ method: 'POST', url: '/api/media?name=bunga.png', headers, payload: picture })
  const { files } = await does<{ files: { id: string }[] }>('GET /api/media', { as: 'manager' })
  return files.map(({ id }) => id)
}

/** One turn of an ordinary morning. What can't be done at the moment is refused, and that is fine. */
export async function work(hall: HallApp, random: Random, pool: Pool): Promise<void> {
  const asks = async (line: string, as: Somebody, given: { body?: object; key?: string } = {}) =>
    pool.gather((await hall.ask(line, { as, ...given })).body)
  // Many requests end sessions, including their own.
  if (random.oneIn(4)) {
    reinstate(hall)
    hall.later({})
  }
  if (random.oneIn(2))
    await asks('POST /api/visits', 'manager', {
      body: { services: random.some(WANTED, 3) },
      key: randomUUID(),
    })
  // Nobody guesses which complaints there are.
  if (random.oneIn(20)) {
    await asks('POST /api/complaints', 'ayu', {
      body: { words: 'Antrean panjang', agency: 'dukcapil', channel: 'letter' },
    })
    await asks('GET /api/complaints', 'manager')
  }
  if (random.oneIn(3)) return
  const [who, counter] = random.pick(AT_WORK)
  await asks(`POST /api/counters/${counter}/open`, who)
  await asks(`POST /api/counters/${counter}/call-next`, who)
  if (random.oneIn(2)) await asks(`POST /api/counters/${counter}/start`, who)
  if (random.oneIn(4)) await asks(`POST /api/counters/${counter}/finish`, who)
  const [visit] = [...hall.hall.visits.values()].slice(-1)
  if (visit) await asks(`GET /api/reception/visits?number=${visit.number}`, 'manager')
}
