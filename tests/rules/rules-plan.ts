// The hall of the rules: three agencies, nine services, six counters, three zones of which two share a sound. It has
// one of everything that a rule is about.
import type { Counter, Phase, Plan, Service, Week } from '../../server/hall/plan.ts'
import type { Printer } from '../../server/hall/equipment.ts'

const text = (words: string) => ({ id: words, en: words })

const service = (id: string, agency: string, prefix: string, rest: Partial<Service> = {}): Service => ({
  id,
  agency,
  name: text(id),
  prefix,
  phase: { status: 'open' },
  minutes: 10,
  quota: null,
  hours: null,
  after: [],
  requirements: [],
  source: { url: null, confidence: 'inferred' },
  ...rest,
})

const counter = (label: string, agency: string, zone: string, services: string[]): Counter => ({
  id: `loket-${label}`,
  label,
  name: text(`Loket ${label}`),
  agency,
  zone,
  services,
})

const paper = (id: string, issuedBy: string | null) => ({ id, name: text(id), issuedBy })

/** Monday to Friday, 08:00–12:00 and 13:00–15:30. */
const workdays = (...spans: [number, number][]): Week => {
  const day = spans.map(([from, to]) => ({ from, to }))
  return { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] }
}
const soon: Phase = { status: 'soon', expected: '2027-02-01' }
const paused: Phase = { status: 'paused', until: '13.00', reason: text('Listrik padam') }
const elsewhere: Phase = { status: 'elsewhere', where: text('Jalan Veteran 3') }

export const rulesPlan: Plan = {
  name: text('Balai'),
  address: text('Jalan Raya 1'),
  timeZone: 'Asia/Makassar',
  languages: ['id', 'en'],
  operation: 'trial',
  hours: workdays([480, 720], [780, 930]),
  holidays: [{ day: '2026-12-25', name: text('Natal') }],
  walkSeconds: 60,
  lateSeconds: 300,
  waitLimitMinutes: 60,
  rates: { regular: 1, priority: 3 },
  agencies: [
    { id: 'dukcapil', name: text('Dukcapil'), short: 'Dukcapil' },
    { id: 'polres', name: text('Polres'), short: 'Polres' },
    { id: 'bank', name: text('Bank'), short: 'Bank' },
  ],
  zones: [
    { id: 'depan', name: text('Depan'), sound: 'lantai-1', where: text('Dekat pintu') },
    { id: 'tengah', name: text('Tengah'), sound: 'lantai-1', where: text('Di tengah') },
    { id: 'belakang', name: text('Belakang'), sound: 'lantai-2', where: text('Di belakang') },
  ],
  services: [
    service('kk', 'dukcapil', 'A'),
    service('ktp', 'dukcapil', 'A', { after: ['kk'], requirements: [paper('surat-kk', 'kk')] }),
    service('akta', 'dukcapil', 'B', { quota: 2 }),
    service('skck', 'polres', 'S', {
      phase: { status: 'trial' },
      requirements: [paper('kartu', 'ktp'), paper('foto', null)],
    }),
    service('sim', 'polres', 'SM', {
      hours: workdays([480, 660]),
      after: ['skck'],
      requirements: [paper('bukti-bayar', 'bayar')],
    }),
    service('bayar', 'bank', 'T', { requirements: [paper('tagihan', 'sim')] }),
    service('tabungan', 'bank', 'T', { phase: soon }),
    service('kredit', 'bank', 'T', { phase: paused }),
    service('asuransi', 'bank', 'T', { phase: elsewhere }),
  ],
  counters: [
    counter('1', 'dukcapil', 'depan', ['kk', 'ktp', 'akta']),
    counter('2', 'dukcapil', 'depan', ['kk', 'ktp']),
    counter('3', 'polres', 'tengah', ['skck', 'sim']),
    counter('4', 'polres', 'tengah', ['skck']),
    counter('5', 'bank', 'belakang', ['bayar', 'tabungan', 'kredit', 'asuransi']),
    counter('6', 'bank', 'belakang', ['bayar']),
  ],
  bundles: [{ id: 'sim-baru', name: text('SIM baru'), services: ['skck', 'sim'] }],
  reasons: {
    pause: [{ id: 'rapat', name: text('Rapat') }],
    hold: [{ id: 'bayar', name: text('Membayar') }],
    call: [{ id: 'di-loket', name: text('Sudah di loket') }],
    finish: [
      { id: 'tanya', name: text('Hanya bertanya'), outcome: 'served' },
      { id: 'tidak-berhak', name: text('Tidak berhak'), outcome: 'incomplete' },
    ],
  },
}

/** A printer that stands at counters. */
export const counterPrinter = (id: string, counters: string[]): Printer => ({
  id,
  name: text(id),
  link: { kind: 'fake' },
  paper: 80,
  answers: false,
  kiosks: [],
  counters,
  reception: false,
})

/** The plan in regular operation: hours are enforced. */
export const regularPlan: Plan = { ...rulesPlan, operation: 'regular' }

/** The plan with another phase for one of its services. */
export function withPhase(id: string, phase: Phase): Plan {
  const services = rulesPlan.services.map((one) => (one.id === id ? { ...one, phase } : one))
  return { ...rulesPlan, services }
}
