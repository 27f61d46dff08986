// A busy morning in the sample hall: visitors with one service and with several, counters that call, and a printer.
import type { Printer } from '../../server/hall/plan-slip.ts'
import { openHouse, type House } from '../browser/harness.ts'
import { signIn, type Staff } from '../browser/staff.ts'

/** An address of the kind that stands on a slip; nothing is asked there. */
const PUBLIC_URL = 'http://antre.karangasemkab.go.id'

export interface Morning {
  house: House
  staff: Staff
}

/** A hall in which it is past nine in the morning whenever the pictures are taken. */
export async function openMorning(): Promise<Morning> {
  const house = await openHouse({ PUBLIC_URL })
  const staff = await signIn(house)
  const ahead = 9 - new Date().getUTCHours()
  const hours = ahead < -12 ? ahead + 24 : ahead
  // POSIX counts the other way round.
  await staff.revise((plan) => void (plan.timeZone = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`))
  return { house, staff }
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
