// A busy morning in the sample hall: visitors with one service and with several, counters that call, and a printer.
import type { Printer } from '../../server/hall/equipment.ts'
import { openHouse, type House } from '../browser/harness.ts'
import { signIn, type Staff } from '../browser/staff.ts'

/** An address of the kind printed on a slip; nothing is asked there. */
const PUBLIC_URL = 'http://antre.karangasemkab.go.id'
const DAY_SECONDS = 86_400

export interface Morning {
  house: House
  staff: Staff
}

/** A hall in which it is past nine in the morning whenever the pictures are taken. */
export async function openMorning(): Promise<Morning> {
  const before = await openHouse({ PUBLIC_URL, CLOCK_OFFSET: String(-2 * DAY_SECONDS) })
  const ahead = 9 - new Date().getUTCHours()
  const hours = ahead < -12 ? ahead + 24 : ahead
  const hand = await signIn(before)
  // POSIX has the opposite sign. The zone applies from the next day on (S30), so it is set two days ago.
  await hand.revise((plan) => {
    plan.timeZone = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
    // The hall is open, on a Sunday too.
    for (const day of [6, 7] as const) plan.hours[day] = plan.hours[1]
  })
  await before.stop()
  const house = await openHouse({ PUBLIC_URL }, before.dataDir)
  await before.close()
  const staff = await signIn(house)
  // The links of the first start are two days old as well.
  const link = async (kind: 'kiosk' | 'display') => {
    const { url } = await staff.post<{ url: string }>('/api/devices', { kind })
    return house.url + url.slice(PUBLIC_URL.length)
  }
  const enrol = { kiosk: await link('kiosk'), display: await link('display') }
  return { house: { ...house, firstRun: { ...house.firstRun, enrol } }, staff }
}

/** What the visitors of the morning came for, one line each. */
const VISITS = [
  ['dukcapil-kk'],
  ['dukcapil-ktp-ganti'],
  ['bpjskes-daftar'],
  ['dukcapil-kk', 'dukcapil-ktp-ganti'],
  ['dukcapil-ktp-ganti'],
  ['dukcapil-kk'],
  ['dpmptsp-reklame'],
  ['bpn-roya'],
  ['bpjskes-daftar'],
  ['dukcapil-akta-kawin', 'dukcapil-kk'],
  ['bpd-air'],
  ['dukcapil-ktp-ganti'],
  ['dukcapil-kk', 'bpjskes-daftar'],
  ['dukcapil-kk'],
]

/** Visitors come; the counters named are open and serve or have called. */
export async function fillMorning(staff: Staff): Promise<void> {
  for (const services of VISITS) await staff.takeNumber(services)
  for (const counter of ['loket-1', 'loket-2', 'loket-13', 'loket-22', 'loket-23'])
    await staff.callAt(counter)
  for (const counter of ['loket-1', 'loket-13']) await staff.post(`/api/counters/${counter}/start`)
}

/** What somebody is called for at each of these counters, in this order, while one more waits. */
const CALLS = [
  ['dukcapil-ktp-ganti', 'loket-2'],
  ['bpjskes-daftar', 'loket-9'],
  ['dpmptsp-nib-badan', 'loket-19'],
  ['polres-skck-baru', 'loket-25'],
  ['dukcapil-ktp-pemula', 'loket-3'],
  ['bpjskes-daftar', 'loket-8'],
  ['dukcapil-akta-lahir', 'loket-5'],
  ['dukcapil-kk', 'loket-1'],
] as const

/** The whole hall is at work: many are called and wait, one is served, one did not come, one counter is paused. */
export async function callEverybody(staff: Staff): Promise<void> {
  for (const [service, counter] of CALLS) {
    await staff.takeNumber([service])
    await staff.takeNumber([service])
    await staff.callAt(counter)
  }
  await staff.post('/api/counters/loket-2/start')
  await staff.post('/api/counters/loket-3/miss')
  await staff.post('/api/counters/loket-6/open')
  await staff.post('/api/counters/loket-6/pause', { reason: 'istirahat', minutes: 30 })
}

/** The plan's printers: one at the front for these kiosks and the reception, or none at all. */
export function usePrinter(
  staff: Staff,
  port: number | null,
  { kiosks = [], answers = true }: { kiosks?: string[]; answers?: boolean } = {},
): Promise<void> {
  const printer = (at: number): Printer => ({
    id: 'pintu-utama',
    name: { id: 'Pencetak pintu utama', en: 'Printer at the main door' },
    link: { kind: 'network', host: '127.0.0.1', port: at },
    paper: 80,
    answers,
    kiosks,
    counters: [],
    reception: true,
  })
  return staff.revise((plan) => void (plan.printers = port === null ? [] : [printer(port)]))
}
