// Halls that nobody has: every field that the sheets show, filled or left out by chance, in words that are hard on files.
import type { Plan, Requirement, Service, Text } from '../../server/hall/plan.ts'
import type { Random } from '../property/prng.ts'

const odd = [
  'Layanan',
  'Kartu; Keluarga',
  'Surat "Asli"',
  '=1+1',
  "'kutip",
  '+62 361',
  '@semua',
  'dua\nbaris',
  'ᬓᬭᬗᬲᭂᬫ᭄',
  'é è ü',
  '😀',
  'a, b, c',
  '00123',
  '1-2',
  '17/8/2026',
  'TRUE',
  '<b>&amp;</b>',
  '_x0041_',
  'x — y',
]

/** A plan without faults of shape; whether it could be a hall is another question. */
export function inventedPlan(random: Random, languages: readonly string[]): Plan {
  const maybe = <T extends object>(fields: () => T): T | object => (random.oneIn(2) ? fields() : {})
  let nth = 0
  const id = (start: string) => `${start}-${(nth += 1)}`
  const word = () => `${random.pick(odd)} ${(nth += 1)}`
  const text = (): Text => Object.fromEntries(languages.map((code) => [code, word()])) as Text
  const day = () => `2027-0${1 + random.int(9)}-${10 + random.int(18)}`
  const days = (count: number) => [...new Set(Array.from({ length: count }, day))]
  const spans = () => {
    const from = random.int(600)
    return random.oneIn(3)
      ? []
      : [{ from, to: from + 60 }, ...(random.oneIn(2) ? [{ from: from + 120, to: 1440 }] : [])]
  }
  const week = () => ({ 1: spans(), 2: spans(), 3: spans(), 4: spans(), 5: spans(), 6: spans(), 7: spans() })
  const source = () => ({
    url: random.oneIn(2) ? null : word(),
    confidence: word(),
    ...maybe(() => ({ note: word() })),
  })
  const many = <T>(make: () => T, most = 5): T[] => Array.from({ length: random.int(most + 1) }, make)
  const some = (ids: readonly string[]) => (ids.length > 0 && random.oneIn(2) ? random.some(ids, 3) : [])
  const atZero = () => ({
    atZero: { answer: random.pick(['come-back', 'reception'] as const), ...maybe(() => ({ say: text() })) },
  })
  const lastTicket = () => ({ lastTicket: { minutes: random.int(60), capacity: random.oneIn(2) } })

  const agencies = Array.from({ length: 1 + random.int(3) }, () => ({
    id: id('instansi'),
    name: text(),
    short: `I${(nth += 1)}`,
    ...maybe(() => ({ hours: week(), monogram: 'ab' })),
  }))
  const zoneIds = Array.from({ length: 1 + random.int(3) }, () => id('zona'))
  const zones = zoneIds.map((zone) => ({
    id: zone,
    name: text(),
    sound: random.pick(zoneIds),
    where: text(),
    ...maybe(() => ({
      arrows: {
        all: 'ahead' as const,
        [random.pick(zoneIds)]: random.pick(['ahead-left', 'upstairs'] as const),
      },
    })),
  }))
  const serviceIds = Array.from({ length: random.int(6) }, () => id('layanan'))
  const phases: Service['phase'][] = [
    { status: 'open' },
    { status: 'trial' },
    { status: 'soon', expected: random.oneIn(2) ? day() : null, ...maybe(() => ({ where: text() })) },
    {
      status: 'paused',
      until: random.pick([null, day(), '2027-03-01T08:00:00.000Z', 'pekan depan']),
      reason: random.oneIn(2) ? text() : null,
      ...maybe(() => ({ reopens: 'open' as const })),
    },
    { status: 'elsewhere', where: text() },
  ]
  const requirement = (): Requirement => ({
    id: id('berkas'),
    name: text(),
    issuedBy: serviceIds.length > 0 && random.oneIn(3) ? random.pick(serviceIds) : null,
    ...maybe(() => ({ where: text() })),
    ...maybe(() => ({ confirmed: random.oneIn(2) })),
  })
  // Two services may have one name, in two agencies and in one.
  const names = [text(), text(), text(), text()]
  const services = serviceIds.map((service): Service => ({
    id: service,
    agency: random.pick(agencies).id,
    name: random.pick(names),
    ...maybe(() => ({ words: [word().slice(0, 40).trim(), word().slice(0, 40).trim()] })),
    prefix: random.pick(['A', 'B', 'SM']),
    phase: random.pick(phases),
    minutes: 0.5 + random.int(30),
    quota: random.oneIn(2) ? null : 1 + random.int(50),
    ...maybe(atZero),
    hours: random.oneIn(2) ? null : week(),
    ...maybe(lastTicket),
    after: some(serviceIds),
    requirements: many(requirement, 4),
    ...maybe(() => ({ level: 1 + random.int(30) })),
    ...maybe(() => ({
      standard: {
        procedure: [text(), text()],
        time: text(),
        ...maybe(() => ({ fee: text(), decree: { number: word(), day: day() } })),
        ...maybe(() => ({ nothingNeeded: true as const, reviewed: day(), confirmed: false })),
      },
    })),
    source: source(),
  }))
  const counters = many(() => ({
    id: id('loket'),
    label: String((nth += 1)),
    name: text(),
    agency: random.pick(agencies).id,
    zone: random.pick(zoneIds),
    services: some(serviceIds),
    ...maybe(() => ({ hours: week() })),
  }))
  return {
    name: text(),
    address: text(),
    timeZone: 'Asia/Makassar',
    languages: [...languages],
    operation: random.pick(['trial', 'regular'] as const),
    hours: week(),
    holidays: days(random.int(4)).map((one) => ({
      day: one,
      name: text(),
      ...maybe(() => ({ kind: 'joint-leave' as const, spans: spans(), source: word() })),
      ...maybe(() => ({ open: [random.pick(agencies).id] })),
    })),
    ...maybe(() => ({
      periods: [
        {
          id: id('masa'),
          name: text(),
          from: day(),
          to: day(),
          hours: week(),
          ...maybe(() => ({ agencies: [random.pick(agencies).id] })),
        },
      ],
      days: days(2).map((one) => ({ day: one, name: text(), spans: spans() })),
    })),
    ...maybe(lastTicket),
    ...maybe(() => ({
      quotas: serviceIds.slice(0, 1).map((service) => ({
        id: id('kuota'),
        name: text(),
        services: [service],
        per: 'half-day' as const,
        most: 5,
        splitAt: 725,
        ...maybe(atZero),
      })),
    })),
    walkSeconds: random.int(100),
    lateSeconds: random.int(100),
    ...maybe(() => ({ secondCallSeconds: 60 })),
    waitLimitMinutes: 1 + random.int(90),
    rates: { regular: 1, priority: 1 + random.int(5) / 2 },
    agencies,
    zones,
    services,
    counters,
    bundles: many(() => ({ id: id('peristiwa'), name: text(), services: some(serviceIds) })),
    ...maybe(() => ({
      places: many(
        () => ({
          id: id('tempat'),
          name: text(),
          minutes: 1 + random.int(20),
          ...maybe(() => ({ zones: { [random.pick(zoneIds)]: 1 + random.int(20) } })),
        }),
        3,
      ),
    })),
    ...maybe(() => ({
      elsewhere: [
        {
          id: id('lain'),
          name: text(),
          where: text(),
          ...maybe(() => ({ source: source(), words: ['kata; lain'] })),
        },
      ],
    })),
    reasons: {
      pause: [{ id: id('alasan'), name: text(), ...maybe(() => ({ minutes: 15 })) }],
      hold: many(() => ({ id: id('alasan'), name: text() }), 2),
      ...maybe(() => ({ call: [{ id: id('alasan'), name: text() }] })),
      ...maybe(() => ({ finish: [{ id: id('alasan'), name: text(), outcome: 'incomplete' as const }] })),
    },
    ...maybe(() => ({ board: { missedMinutes: 10 } })),
    ...maybe(() => ({
      reports: { officers: random.oneIn(2), ...maybe(() => ({ public: random.oneIn(2), level: 20 })) },
    })),
    ...maybe(() => ({ paper: { prefix: 'ZZ' } })),
    ...maybe(() => ({ slip: { header: [text()], footer: [], logo: null } })),
  }
}
