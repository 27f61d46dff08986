// The hall that is fuzzed: whole, with doubles for voice, painter and printer, and people who work in it meanwhile.
// Random requests alone would seldom find anybody at a counter.
import { randomUUID } from 'node:crypto'
import type { Plan } from '../../server/hall/plan.ts'
import { openHall, password, type HallApp, type Somebody } from '../api/hall-app.ts'
import type { Random } from '../property/prng.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import type { Pool } from './pool.ts'

/** The hall of the rules with a printer that works on paper of air. */
export const fuzzPlan: Plan = {
  ...rulesPlan,
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

/** Opens it. What it logs comes into `logged`. */
export const openLivingHall = (logged: string[]): Promise<HallApp> =>
  openHall({
    plan: fuzzPlan,
    logged,
    publicUrl: 'https://antre.example',
    voice: {
      say: async () => sound,
      read: async (name) => (name === sound.name ? Buffer.from('RIFF') : null),
    },
    painter: {
      fonts: [],
      isBusy: () => false,
      png: async () => Buffer.from('PNG'),
      dots: async () => ({ width: 8, height: 1, bytes: Uint8Array.of(0xff) }) as never,
      close: () => {},
    },
  })

const AT_WORK = [
  ['ayu', 'loket-1'],
  ['dewi', 'loket-3'],
  ['manager', 'loket-5'],
] as const
const WANTED = ['kk', 'ktp', 'skck', 'sim', 'bayar'] as const

/** New links for who lost the old one, and all that is known without asking. */
export async function settle(hall: HallApp, pool: Pool): Promise<void> {
  reinstate(hall)
  hall.later({})
  await hall.enrol('kiosk')
  await hall.enrol('display', 'depan')
  pool.gather({ password, current: password, next: ['kebun kopi di lereng', password] })
  pool.gather({ audio: sound.name, printers: 'pencetak', services: [...WANTED] })
  pool.gather(await hall.does('GET /api/hall'))
}

/** The manager may everything again, whatever another one did to the account meanwhile. */
function reinstate({ access: { staff } }: HallApp): void {
  const manager = staff.byUsername('manager')
  const hash = staff.passwordOf('manager')
  if (!manager) throw new Error('the fuzz took the manager away')
  staff.setDisabled(manager.id, false)
  staff.change(manager.id, { name: manager.name, role: 'manager', agency: null })
  if (hash !== null) staff.setPassword(manager.id, { hash, mustChange: false, oneTime: false })
}

/** One turn of an ordinary morning. What can't be done just now is refused, and that is fine. */
export async function work(hall: HallApp, random: Random, pool: Pool): Promise<void> {
  const asks = async (line: string, as: Somebody, body: object, key?: string) =>
    pool.gather((await hall.ask(line, { as, body, ...(key === undefined ? {} : { key }) })).body)
  if (random.oneIn(2))
    await asks('POST /api/visits', 'manager', { services: random.some(WANTED, 3) }, randomUUID())
  if (random.oneIn(3)) return
  const [who, counter] = random.pick(AT_WORK)
  await asks(`POST /api/counters/${counter}/open`, who, {})
  await asks(`POST /api/counters/${counter}/call-next`, who, {})
}
