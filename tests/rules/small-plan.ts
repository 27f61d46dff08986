// A small hall without faults, for tests that break a plan: two agencies, three services, three counters.
import type { Plan, Service } from '../../server/hall/plan.ts'

const text = (words: string) => ({ id: words, en: words })

const service = (id: string, agency: string, prefix: string): Service => ({
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
})

const workday = [
  { from: 480, to: 720 },
  { from: 780, to: 930 },
]

export const smallPlan: Plan = {
  name: text('Balai'),
  address: text('Jalan Raya 1'),
  timeZone: 'Asia/Makassar',
  languages: ['id', 'en'],
  operation: 'trial',
  hours: { 1: workday, 2: workday, 3: workday, 4: workday, 5: workday, 6: [], 7: [] },
  holidays: [{ day: '2027-01-01', name: text('Tahun Baru') }],
  walkSeconds: 60,
  lateSeconds: 300,
  waitLimitMinutes: 60,
  rates: { regular: 1, priority: 3 },
  agencies: [
    { id: 'dukcapil', name: text('Dukcapil'), short: 'Dukcapil' },
    { id: 'polres', name: text('Polres'), short: 'Polres' },
  ],
  zones: [{ id: 'depan', name: text('Depan'), sound: 'depan', where: text('Dekat pintu') }],
  services: [
    service('kk', 'dukcapil', 'A'),
    {
      ...service('ktp', 'dukcapil', 'A'),
      after: ['kk'],
      requirements: [{ id: 'kk', name: text('KK'), issuedBy: 'kk' }],
    },
    service('skck', 'polres', 'S'),
  ],
  counters: [
    { id: 'loket-1', label: '1', name: text('Loket 1'), agency: 'dukcapil', zone: 'depan', services: ['kk'] },
    {
      id: 'loket-2',
      label: '2',
      name: text('Loket 2'),
      agency: 'dukcapil',
      zone: 'depan',
      services: ['ktp'],
    },
    { id: 'loket-3', label: '3', name: text('Loket 3'), agency: 'polres', zone: 'depan', services: ['skck'] },
  ],
  bundles: [{ id: 'pindah', name: text('Pindah'), services: ['kk', 'ktp'] }],
  reasons: { pause: [{ id: 'rapat', name: text('Rapat') }], hold: [{ id: 'bayar', name: text('Membayar') }] },
}

/** The small plan with one of its services, counters… changed. */
export function change<K extends 'agencies' | 'zones' | 'services' | 'counters' | 'bundles' | 'holidays'>(
  list: K,
  index: number,
  fields: Readonly<Record<string, unknown>>,
): unknown {
  const things: readonly object[] = smallPlan[list]
  return {
    ...smallPlan,
    [list]: things.map((thing, place) => (place === index ? { ...thing, ...fields } : thing)),
  }
}

/** A requirement of the family card, with other fields where `fields` says so. */
export const requirement = (fields: object) => ({
  id: 'kk',
  name: { id: 'KK', en: 'KK' },
  issuedBy: null,
  ...fields,
})

/** The small plan with printers, each with other fields as told. */
export const withPrinters = (...printers: readonly Readonly<Record<string, unknown>>[]) => ({
  ...smallPlan,
  printers: printers.map((fields, place) => ({
    id: `pencetak-${place}`,
    name: text('Pencetak'),
    link: { kind: 'fake' },
    paper: 80,
    answers: true,
    kiosks: [],
    counters: [],
    reception: false,
    ...fields,
  })),
})

/** The small plan with a logo on its slips. */
export const withLogo = (logo: string) => ({ ...smallPlan, slip: { header: [], footer: [], logo } })
