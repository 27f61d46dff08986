// "A plan that contradicts itself is refused with every fault named and its place."
import { describe, expect, it } from 'vitest'
import { faultsOf, planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import { describeFault } from '../../server/texts/plan-faults.ts'
import { faultCases } from './plan-fault-cases.ts'
import { change, requirement, smallPlan } from './small-plan.ts'

/** The small plan and `length` more services, each after the next one, the last one after `last`. */
const chain = (length: number, last: readonly string[]) => ({
  ...smallPlan,
  services: [
    ...smallPlan.services,
    ...Array.from({ length }, (_, index) => ({
      ...smallPlan.services[2],
      id: `s${index}`,
      phase: { status: 'soon', expected: null },
      after: index + 1 < length ? [`s${index + 1}`] : last,
    })),
  ],
})

const faultsOfPhase = (phase: unknown) => planFaults(change('services', 2, { phase }))

const reason = { name: { id: 'Alasan', en: 'Reason' } }

describe('a plan with faults', () => {
  it('is told from one without', () => {
    expect(planFaults(smallPlan)).toEqual([])
  })

  it.each(Object.entries(faultCases))('%s is named with its place', (code, [plan, fault]) => {
    expect(fault.code).toBe(code)
    expect(planFaults(plan)).toEqual([fault])
  })

  it.each(Object.entries(faultCases))('%s is a sentence in both languages', (_code, [, fault]) => {
    const sentences = ['id', 'en'].map((language) => describeFault(fault, language))
    for (const sentence of sentences) {
      expect(sentence.startsWith(`${fault.at}: `)).toBe(true)
      expect(sentence).not.toMatch(/undefined|\[object|NaN|: $/)
    }
    expect(sentences[0]).not.toBe(sentences[1])
    expect(describeFault(fault, 'ban')).toBe(sentences[0])
  })
})

describe('every fault is named', () => {
  it('when a plan is no plan at all', () => {
    for (const nothing of [null, undefined, 'plan', 7, []]) {
      expect(planFaults(nothing)).toEqual([
        { at: 'plan', code: 'wrong-type', detail: { expected: ['object'] } },
      ])
    }
    expect(planFaults({})).toHaveLength(17)
  })

  it('not only the first eight, and contradictions beside a wrong shape', () => {
    const services = Array.from({ length: 40 }, (_, index) => ({
      ...smallPlan.services[2],
      id: `skck-${index}`,
      quota: 0,
    }))
    const faults = planFaults({
      ...smallPlan,
      services: [...smallPlan.services, ...services],
      bundles: [{ ...smallPlan.bundles[0], services: ['skck-39', 'skck-40'] }],
    })
    expect(faults.filter(({ code }) => code === 'out-of-range')).toHaveLength(40)
    expect(faults.slice(40)).toEqual([
      { at: 'bundles[0].services[1]', code: 'unknown-id', detail: { kind: 'service', id: 'skck-40' } },
    ])
  })

  it('where a text is longer than a slip or a screen can show, in whichever language', () => {
    const long = { id: 'n'.repeat(301), en: '👋'.repeat(300) }
    const requirements = [{ id: 'kk', name: { ...long, en: 'n'.repeat(301) }, issuedBy: null }]
    const standard = { time: { id: 't'.repeat(4_000), en: 't'.repeat(4_001) } }
    const [service] = smallPlan.services
    const tooLong = (at: string, limit: number) => ({
      at,
      code: 'out-of-range',
      detail: { bound: 'longest', limit },
    })
    expect(
      planFaults({
        ...smallPlan,
        address: long,
        services: [{ ...service, requirements, standard }, ...smallPlan.services.slice(1)],
        slip: { header: [long], footer: [], logo: null, long: false },
      }),
    ).toEqual([
      tooLong('address.id', 300),
      tooLong('slip.header[0].id', 300),
      tooLong('services[0].requirements[0].name.id', 300),
      tooLong('services[0].requirements[0].name.en', 300),
      tooLong('services[0].standard.time.en', 4_000),
    ])
  })

  it('wherever a kind of thing repeats', () => {
    const twice = {
      zones: [...smallPlan.zones, ...smallPlan.zones],
      services: [
        { ...smallPlan.services[0], requirements: [requirement({}), requirement({})] },
        ...smallPlan.services.slice(1),
        smallPlan.services[2],
      ],
      counters: [...smallPlan.counters, { ...smallPlan.counters[2], label: '4' }],
      bundles: [...smallPlan.bundles, ...smallPlan.bundles],
      reasons: {
        pause: [...smallPlan.reasons.pause, ...smallPlan.reasons.pause],
        hold: [...smallPlan.reasons.hold, ...smallPlan.reasons.hold],
        call: [
          { ...reason, id: 'a' },
          { ...reason, id: 'a' },
        ],
        finish: [
          { ...reason, id: 'a', outcome: 'served' },
          { ...reason, id: 'a', outcome: 'incomplete' },
        ],
      },
    }
    expect(planFaults({ ...smallPlan, ...twice }).map(({ at, code }) => `${code} ${at}`)).toEqual([
      'duplicate-id zones[1].id',
      'duplicate-id services[3].id',
      'duplicate-id services[0].requirements[1].id',
      'duplicate-id counters[3].id',
      'duplicate-id bundles[1].id',
      'duplicate-id reasons.pause[1].id',
      'duplicate-id reasons.hold[1].id',
      'duplicate-id reasons.call[1].id',
      'duplicate-id reasons.finish[1].id',
    ])
  })

  it('in the reasons of an end and of a call: an unknown outcome, a text that a language lacks', () => {
    const reasons = {
      ...smallPlan.reasons,
      call: [{ ...reason, id: 'a' }],
      finish: [
        { ...reason, id: 'a', outcome: 'referred' },
        { ...reason, id: 'b', outcome: 'served' },
        { ...reason, id: 'c' },
      ],
    }
    const plan = { ...smallPlan, languages: ['id', 'en', 'ban'], reasons }
    const faults = planFaults(plan).map(({ at, code }) => `${code} ${at}`)
    expect(faults.filter((fault) => /reasons.(call|finish)/.test(fault))).toEqual([
      'value-unknown reasons.finish[0].outcome',
      'field-missing reasons.finish[2]',
      'text-missing reasons.call[0].name',
      'text-missing reasons.finish[1].name',
    ])
    expect(planFaults({ ...smallPlan, secondCallSeconds: 0 })).toMatchObject([{ at: 'secondCallSeconds' }])
  })

  it('in the rules of the reports: a target of no minutes or of a day, an answer that is no yes or no', () => {
    const faults = (reports: object) =>
      planFaults({ ...smallPlan, reports }).map(({ at, code }) => `${code} ${at}`)
    expect(faults({ officers: true, public: false, level: 20 })).toEqual([])
    expect(faults({ level: 0, officers: 'ya' })).toEqual([
      'wrong-type reports.officers',
      'out-of-range reports.level',
    ])
    expect(faults({ level: 1440 })).toEqual(['out-of-range reports.level'])
    expect(faults({ ranking: true })).toEqual(['field-unknown reports.ranking'])
  })

  it('not in a plan without reasons for an end or a call', () => {
    const { pause, hold } = smallPlan.reasons
    expect(planFaults({ ...smallPlan, reasons: { pause, hold } })).toEqual([])
  })

  it('wherever a list repeats an entry', () => {
    const plan = {
      ...smallPlan,
      languages: ['id', 'en', 'id'],
      services: smallPlan.services.map((service) =>
        service.id === 'ktp' ? { ...service, after: ['kk', 'kk'] } : service,
      ),
      counters: smallPlan.counters.map((counter) => ({
        ...counter,
        services: [...counter.services, ...counter.services],
      })),
    }
    expect(planFaults(plan).map(({ at, code }) => `${code} ${at}`)).toEqual([
      'listed-twice languages[2]',
      'listed-twice services[1].after[1]',
      'listed-twice counters[0].services[1]',
      'listed-twice counters[1].services[1]',
      'listed-twice counters[2].services[1]',
    ])
  })

  it('wherever an id is named that nobody has', () => {
    const plan = {
      ...smallPlan,
      services: smallPlan.services.map((service) =>
        service.id === 'skck'
          ? { ...service, after: ['sim'], requirements: [requirement({ issuedBy: 'jkn' })] }
          : service,
      ),
      counters: smallPlan.counters.map((counter) =>
        counter.id === 'loket-3'
          ? { ...counter, agency: 'polda', zone: 'atas', services: ['skck', 'sim'] }
          : counter,
      ),
      bundles: [{ ...smallPlan.bundles[0], services: ['kk', 'sim'] }],
    }
    expect(planFaults(plan)).toEqual([
      { at: 'services[2].after[0]', code: 'unknown-id', detail: { kind: 'service', id: 'sim' } },
      {
        at: 'services[2].requirements[0].issuedBy',
        code: 'unknown-id',
        detail: { kind: 'service', id: 'jkn' },
      },
      { at: 'counters[2].agency', code: 'unknown-id', detail: { kind: 'agency', id: 'polda' } },
      { at: 'counters[2].zone', code: 'unknown-id', detail: { kind: 'zone', id: 'atas' } },
      { at: 'counters[2].services[1]', code: 'unknown-id', detail: { kind: 'service', id: 'sim' } },
      { at: 'bundles[0].services[1]', code: 'unknown-id', detail: { kind: 'service', id: 'sim' } },
    ])
  })

  it('wherever a language lacks the place where a paper is had', () => {
    const where = { id: 'Kantor desa', en: 'Village office' }
    const plan = Object(change('services', 0, { requirements: [requirement({ where })] }))
    expect(planFaults(plan)).toEqual([])
    expect(planFaults({ ...plan, languages: ['id', 'en', 'ban'] })).toContainEqual({
      at: 'services[0].requirements[0].where',
      code: 'text-missing',
      detail: { language: 'ban' },
    })
  })

  it('for each part without which no hall can open', () => {
    const empty = { agencies: [], zones: [], services: [], counters: [], bundles: [] }
    expect(planFaults({ ...smallPlan, ...empty }).map(({ at }) => at)).toEqual([
      'agencies',
      'zones',
      'services',
      'counters',
    ])
  })
})

describe('a service that takes no tickets', () => {
  it.each([
    { status: 'soon', expected: null },
    { status: 'paused', until: null, reason: null },
    { status: 'elsewhere', where: { id: 'Kantor', en: 'Office' } },
  ])('needs no counter: $status', (phase) => {
    const plan = change('services', 2, { phase })
    expect(planFaults({ ...Object(plan), counters: smallPlan.counters.slice(0, 2) })).toEqual([])
  })

  it('needs a counter once it is on trial', () => {
    const plan = { ...Object(change('services', 2, { phase: { status: 'trial' } })) }
    expect(planFaults({ ...plan, counters: smallPlan.counters.slice(0, 2) })).toEqual([
      { at: 'services[2]', code: 'service-without-counter', detail: { service: 'skck', status: 'trial' } },
    ])
  })

  it('says where to go meanwhile in every language of the hall', () => {
    const where = { id: 'Kantor', en: 'Office' }
    const plan = Object(change('services', 2, { phase: { status: 'soon', expected: null, where } }))
    expect(planFaults(plan)).toEqual([])
    expect(planFaults({ ...plan, languages: ['id', 'en', 'ban'] })).toContainEqual({
      at: 'services[2].phase.where',
      code: 'text-missing',
      detail: { language: 'ban' },
    })
  })

  it('is held to the one shape of its status', () => {
    expect(faultsOfPhase({ status: 'soon' })).toEqual([
      { at: 'services[2].phase', code: 'field-missing', detail: { field: 'expected' } },
    ])
    expect(faultsOfPhase({ status: 'soon', expected: 'later' })).toEqual([
      {
        at: 'services[2].phase.expected',
        code: 'wrong-form',
        detail: { form: 'day', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      },
    ])
    expect(faultsOfPhase({ status: 'soon', expected: 2027 })).toEqual([
      { at: 'services[2].phase.expected', code: 'wrong-type', detail: { expected: ['string', 'null'] } },
    ])
    expect(faultsOfPhase({ status: 'soon', expected: '2027-02-29' })).toEqual([
      { at: 'services[2].phase.expected', code: 'day-unreal', detail: { day: '2027-02-29' } },
    ])
    expect(faultsOfPhase({ status: 'later' })).toEqual([
      {
        at: 'services[2].phase.status',
        code: 'value-unknown',
        detail: { allowed: ['open', 'trial', 'soon', 'paused', 'elsewhere'] },
      },
    ])
    expect(faultsOfPhase('open')).toEqual([
      { at: 'services[2].phase', code: 'wrong-type', detail: { expected: ['object'] } },
    ])
  })
})

describe('circles of services', () => {
  it('are named each, also where two share a service', () => {
    const plan = {
      ...smallPlan,
      services: smallPlan.services.map((service) => ({
        ...service,
        after: service.id === 'kk' ? ['ktp', 'skck'] : ['kk'],
      })),
    }
    expect(planFaults(plan).map(({ detail }) => detail)).toEqual([
      { circle: ['kk', 'ktp'] },
      { circle: ['kk', 'skck'] },
    ])
  })

  it('of one service are named as such, also where another one leads there', () => {
    const after: Record<string, string[]> = { kk: ['ktp'], ktp: ['ktp'] }
    const services = smallPlan.services.map((one) => ({ ...one, after: after[one.id] ?? [] }))
    expect(planFaults({ ...smallPlan, services })).toEqual([
      { at: 'services[1].after[0]', code: 'after-itself', detail: { service: 'ktp' } },
    ])
  })

  it('may be long; what leads there is not part of them', () => {
    expect(planFaults(chain(50, []))).toEqual([])
    const faults = planFaults(chain(12_000, ['s3']))
    expect(faults).toEqual([
      {
        at: 'services[12002].after[0]',
        code: 'circle-of-services',
        detail: {
          circle: ['s3', 's4', 's5', 's6', 's7', 's8', '…'].concat([
            's11994',
            's11995',
            's11996',
            's11997',
            's11998',
            's11999',
          ]),
        },
      },
    ])
  })
})

it('looks through a plan only once, and through another one again', () => {
  const plan = Object(change('services', 2, { minutes: 0 }))
  const faults = faultsOf(plan)
  expect(faults).toEqual(planFaults(plan))
  expect(faultsOf(plan)).toBe(faults)
  expect(faultsOf({ ...plan })).not.toBe(faults)
})

it('names the first 500 faults of a plan that is nothing but faults', () => {
  expect(planFaults({ services: Array.from({ length: 100_000 }, () => ({})) })).toHaveLength(500)
  const zones = Array.from({ length: 2_000 }, () => smallPlan.zones[0])
  expect(planFaults({ ...smallPlan, zones })).toHaveLength(500)
})
