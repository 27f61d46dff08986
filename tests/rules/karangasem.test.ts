// The sample hall keeps its promises: no fault, enough of everything to try, and a source for each fact.
import { Check } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import { Plan, type Service, type Text } from '../../server/hall/plan.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { describeFault } from '../../server/texts/plan-faults.ts'

const { agencies, zones, services, counters, bundles, reasons, elsewhere = [] } = karangasem
const takesTickets = ({ phase }: Service) => phase.status === 'open' || phase.status === 'trial'
const ofAgency = (agency: string) => services.filter((service) => service.agency === agency)
const countersOf = (agency: string) => counters.filter((counter) => counter.agency === agency)

/** Every text of the plan; an object with an id of its own has no field `en`. */
function textsIn(value: unknown): Text[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  if ('id' in value && 'en' in value) return [{ id: String(value.id), en: String(value.en) }]
  return Object.values(value).flatMap(textsIn)
}

describe('the sample hall of Karangasem', () => {
  it('fits the schema in every file, which no start looks at', () => {
    expect(Check(Plan, karangasem)).toBe(true)
  })

  it('has no fault', () => {
    expect(planFaults(karangasem).map((fault) => describeFault(fault, 'en'))).toEqual([])
  })

  it('has all 15 agencies, 51 services, 5 or more zones, 24 or more counters', () => {
    expect(agencies).toHaveLength(15)
    expect(services).toHaveLength(51)
    expect(zones.length).toBeGreaterThanOrEqual(5)
    expect(counters.length).toBeGreaterThanOrEqual(24)
    expect(new Set(zones.map(({ sound }) => sound)).size).toBe(zones.length - 1)
  })

  it('spreads its counters as a hall would: many for the civil registry, one for the bank, some for everybody', () => {
    expect(countersOf('dukcapil').length).toBeGreaterThanOrEqual(5)
    expect(countersOf('dpmptsp').length).toBeGreaterThanOrEqual(3)
    expect(countersOf('bpd-bali')).toHaveLength(1)
    expect(agencies.filter(({ id }) => countersOf(id).length === 0)).toEqual([])
    expect(zones.filter(({ id }) => !counters.some(({ zone }) => zone === id))).toEqual([])
    expect(counters.map(({ label }) => label)).toEqual(counters.map((_, index) => String(index + 1)))
  })

  it('serves every service at some counter, those that are still to come too', () => {
    const served = new Set(counters.flatMap((counter) => counter.services))
    expect(services.filter(({ id }) => !served.has(id))).toEqual([])
  })

  it('can mostly be tried at once: no quota, nothing enforced yet, and unverified services not simply open', () => {
    expect(karangasem.operation).toBe('trial')
    expect(services.filter(takesTickets).length).toBeGreaterThanOrEqual(20)
    expect(services.filter(({ quota, hours }) => quota !== null || hours !== null)).toEqual([])
    const notVerified = ['kemenag', 'samsat', 'imigrasi', 'pajak', 'pln', 'taspen'].flatMap(ofAgency)
    const licences = services.filter(({ id }) => id.startsWith('polres-sim'))
    expect(licences).toHaveLength(2)
    expect([...notVerified, ...licences].filter(({ phase }) => phase.status === 'open')).toEqual([])
    expect(licences.concat(ofAgency('taspen')).every(({ phase }) => phase.status === 'soon')).toBe(true)
  })

  it('keeps the source of every service, and how far it can be trusted', () => {
    const told = [...services, ...elsewhere]
    const sourceless = told.filter(({ source }) => !source?.url && !source?.note)
    expect(sourceless).toEqual([])
    const urls = told.flatMap(({ source }) => source?.url ?? [])
    expect(urls.filter((url) => !URL.canParse(url) || url.includes('...'))).toEqual([])
    const confidences = told.map(({ source }) => source?.confidence ?? '')
    expect(confidences.filter((said) => !/^(official|press|secondary|inferred)/.test(said))).toEqual([])
  })

  it('says everything in both languages, and names fit on a tile', () => {
    const texts = textsIn(karangasem)
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter(({ id, en }) => id.trim() === '' || en.trim() === '')).toEqual([])
    const tiles = [...services, ...bundles].map(({ name }) => name)
    expect(tiles.filter(({ id, en }) => id.length > 60 || en.length > 60 || id === en)).toEqual([])
    const names = services.map(({ name }) => name.id)
    expect(new Set(names).size).toBe(names.length)
  })

  it('has what people ask for daily, or says where it is', () => {
    const daily = ['kk-ubah', 'kk-hilang', 'kia', 'akta-mati', 'pindah', 'akta-cerai', 'ikd']
    const had = new Set(services.filter(takesTickets).map(({ id }) => id))
    expect(daily.filter((id) => !had.has(`dukcapil-${id}`))).toEqual([])
    expect(elsewhere.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['npwp', 'imb-pbg', 'surat-kehilangan']),
    )
  })

  it('gives each prefix to one agency', () => {
    const holders = new Map<string, Set<string>>()
    for (const { prefix, agency } of services) {
      holders.set(prefix, (holders.get(prefix) ?? new Set()).add(agency))
    }
    expect([...holders].filter(([, agencies]) => agencies.size > 1)).toEqual([])
  })

  it('leads from a missing paper to its issuer, never in a circle', () => {
    const issuer = (service: string, paper: string) =>
      services.find(({ id }) => id === service)?.requirements.find(({ id }) => id === paper)?.issuedBy
    expect(issuer('polres-skck-baru', 'ktp')).toBe('dukcapil-ktp-ganti')
    expect(issuer('polres-skck-baru', 'jkn-aktif')).toBe('bpjskes-bukti-aktif')
    expect(issuer('bpjskes-daftar', 'kk')).toBe('dukcapil-kk')
    expect(issuer('dpmptsp-nib-perseorangan', 'npwp')).toBeNull()
    // A service's papers count as its predecessors: if there is no circle, no two services need each other.
    const afterPapers = services.map((service) => ({
      ...service,
      after: [
        ...new Set([...service.after, ...service.requirements.flatMap(({ issuedBy }) => issuedBy ?? [])]),
      ],
    }))
    expect(planFaults({ ...karangasem, services: afterPapers })).toEqual([])
  })

  it('gives the same paper the same id, so that a visitor who lacks it says so once', () => {
    const issuers = new Map<string, Set<string | null>>()
    for (const { id, issuedBy } of services.flatMap(({ requirements }) => requirements)) {
      issuers.set(id, (issuers.get(id) ?? new Set()).add(issuedBy))
    }
    expect([...issuers].filter(([, by]) => by.size > 1)).toEqual([])
  })

  it('knows the events of a life, each in an order in which nothing waits for what comes later', () => {
    expect(bundles.length).toBeGreaterThanOrEqual(8)
    expect(bundles.filter(({ services }) => services.length < 2)).toEqual([])
    const tooEarly = bundles.flatMap((bundle) =>
      bundle.services.filter((id, place) =>
        services
          .find((service) => service.id === id)
          ?.after.some((one) => bundle.services.indexOf(one) > place),
      ),
    )
    expect(tooEarly).toEqual([])
  })

  it('gives staff reasons to choose from', () => {
    expect(reasons.pause.length).toBeGreaterThanOrEqual(4)
    expect(reasons.hold.length).toBeGreaterThanOrEqual(4)
    expect(reasons.call?.length).toBeGreaterThanOrEqual(4)
    const outcomes = reasons.finish?.map(({ outcome }) => outcome)
    expect(new Set(outcomes)).toEqual(new Set(['served', 'incomplete']))
  })

  it('leaves the second call to the hall: a visitor who does not come is missed at once', () => {
    expect(karangasem.secondCallSeconds).toBeUndefined()
  })
})
