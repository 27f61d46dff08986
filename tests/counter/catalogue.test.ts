// Taking agencies from the catalogue into a plan: ids of their own, nothing twice, nothing confirmed, papers linked in
// whatever order the agencies come.
import { describe, expect, it } from 'vitest'
import { agencyOf, isFrom, take } from '../../counter-ui/manage/catalogue/take.ts'
import { catalogue } from '../../server/halls/catalogue/catalogue.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { smallPlan } from '../rules/small-plan.ts'

const entry = (id: string) => {
  const found = catalogue.find((one) => one.id === id)
  if (!found) throw new Error(`no ${id} in the catalogue`)
  return found
}
const all = (id: string) => new Set(entry(id).services.map((service) => service.id))
const empty: Plan = { ...smallPlan, agencies: [], services: [], counters: [], bundles: [] }
const add = (plan: Plan, id: string, chosen = all(id)) => take(plan, catalogue, entry(id), chosen)
const from = (plan: Plan, id: string) => plan.services.find((service) => isFrom(service.id, id))
const issuerIn = (plan: Plan, service: string, paper: string) =>
  from(plan, service)?.requirements.find(({ id }) => id === paper)?.issuedBy

describe('[Z7] what is taken from the catalogue is the hall’s own, and not confirmed', () => {
  it('gets ids of its own, opens nothing, and every line waits for a word of the agency', () => {
    const plan = add(empty, 'dukcapil')
    expect(plan.agencies).toHaveLength(1)
    expect(plan.services).toHaveLength(entry('dukcapil').services.length)
    expect(plan.services.filter(({ id }) => all('dukcapil').has(id))).toEqual([])
    expect(plan.services.every(({ phase }) => phase.status === 'soon')).toBe(true)
    const papers = plan.services.flatMap(({ requirements }) => requirements)
    expect(papers.every(({ confirmed }) => confirmed === false)).toBe(true)
    expect(
      plan.services.every(({ standard }) => standard === undefined || standard.confirmed === false),
    ).toBe(true)
  })

  it('has no fault that a hall without counters does not have by itself', () => {
    const plan = catalogue.reduce((so, { id }) => add(so, id), smallPlan)
    expect(planFaults(plan).map(({ at, code }) => `${code} ${at}`)).toEqual([])
  })

  it('only what is chosen, and nothing twice', () => {
    const some = add(empty, 'polres', new Set(['polres-skck-baru']))
    expect(some.services.map(({ name }) => name.id)).toEqual(['SKCK baru'])
    const more = add(some, 'polres')
    expect(more.agencies).toHaveLength(1)
    expect(more.services).toHaveLength(entry('polres').services.length)
    expect(add(more, 'polres')).toBe(more)
    expect(add(karangasem, 'dukcapil')).toBe(karangasem)
  })

  it('knows an agency that the hall made itself by its name', () => {
    const [first, ...rest] = smallPlan.agencies
    const named = {
      ...smallPlan,
      agencies: [{ ...first, id: 'x1', name: entry('dukcapil').name }, ...rest],
    } as Plan
    expect(agencyOf(named, entry('dukcapil'))?.id).toBe('x1')
  })

  it('links papers to who issues them, whichever agency comes first', () => {
    const before = add(empty, 'polres')
    expect(issuerIn(before, 'polres-skck-baru', 'ktp')).toBeNull()
    const after = add(before, 'dukcapil')
    const ktp = from(after, 'dukcapil-ktp-ganti')?.id
    expect(issuerIn(after, 'polres-skck-baru', 'ktp')).toBe(ktp)
    const other = add(add(empty, 'dukcapil'), 'polres')
    expect(issuerIn(other, 'polres-skck-baru', 'ktp')).toBe(from(other, 'dukcapil-ktp-ganti')?.id)
    expect(from(other, 'polres-skck-baru')?.after).toEqual([from(other, 'dukcapil-ktp-pemula')?.id])
  })

  it('takes a free prefix where another agency has the usual one', () => {
    const plan = add(smallPlan, 'polres', new Set(['polres-skck-baru']))
    expect(from(plan, 'polres-skck-baru')?.agency).toBe('polres')
    const bank = { ...smallPlan, services: smallPlan.services.map((one) => ({ ...one, prefix: 'S' })) }
    const taken = add({ ...bank, agencies: bank.agencies.filter(({ id }) => id !== 'polres') }, 'polres')
    const used = new Set(
      taken.services.filter(({ id }) => isFrom(id, 'polres-skck-baru')).map(({ prefix }) => prefix),
    )
    expect(used.has('S')).toBe(false)
  })
})
