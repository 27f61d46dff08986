// The standard of a service: what a plan may hold of it, and which of the six published components are missing.
import { describe, expect, it } from 'vitest'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import { missingComponents, type Standard } from '../../server/hall/standard.ts'
import { change, requirement, smallPlan } from './small-plan.ts'

const words = (id: string) => ({ id, en: `${id} (en)` })
const file = { id: 'a'.repeat(32), component: 'legal-basis', name: 'Perbup 5.pdf' } as const

const whole: Standard = {
  procedure: [words('Ambil nomor'), words('Serahkan berkas')],
  time: words('1 hari kerja'),
  fee: words('Gratis'),
  product: words('Kartu'),
  complaints: words('Meja pengaduan'),
  decree: { number: '188.4/12/2026', day: '2026-02-03' },
  reviewed: '2026-10-01',
  heard: words('Forum konsultasi publik'),
  files: [file],
}
const withStandard = (standard: object) => Object(change('services', 2, { standard }))
const faultsOf = (standard: object, languages = ['id', 'en']) =>
  planFaults({ ...withStandard(standard), languages }).map(({ at, code }) => `${code} ${at}`)

describe('a plan with a standard', () => {
  it('has no fault, whole or empty', () => {
    expect(faultsOf(whole)).toEqual([])
    expect(faultsOf({})).toEqual([])
    expect(planFaults(change('services', 2, { level: 30 }))).toEqual([])
  })

  it('says everything in every language of the hall', () => {
    const at = 'services[2].standard'
    expect(faultsOf(whole, ['id', 'en', 'ban']).filter((fault) => fault.includes('standard'))).toEqual([
      `text-missing ${at}.procedure[0]`,
      `text-missing ${at}.procedure[1]`,
      `text-missing ${at}.time`,
      `text-missing ${at}.fee`,
      `text-missing ${at}.product`,
      `text-missing ${at}.complaints`,
      `text-missing ${at}.heard`,
    ])
  })

  it('names days that no calendar has', () => {
    expect(faultsOf({ decree: { number: '1', day: '2026-02-30' }, reviewed: '2026-13-01' })).toEqual([
      'day-unreal services[2].standard.decree.day',
      'day-unreal services[2].standard.reviewed',
    ])
  })

  it('names a file that is under its component twice, and one that leads elsewhere', () => {
    expect(faultsOf({ files: [file, { ...file, component: 'safety' }] })).toEqual([])
    expect(faultsOf({ files: [file, { ...file, name: 'again.pdf' }] })).toEqual([
      'listed-twice services[2].standard.files[1]',
    ])
    expect(faultsOf({ files: [{ ...file, id: '../../antre.db' }] })).toEqual([
      'wrong-form services[2].standard.files[0].id',
    ])
    expect(faultsOf({ files: [{ ...file, component: 'price' }] })).toEqual([
      'value-unknown services[2].standard.files[0].component',
    ])
  })

  it('has a service level of whole minutes', () => {
    expect(planFaults(change('services', 2, { level: 0 }))).toMatchObject([
      { at: 'services[2].level', code: 'out-of-range' },
    ])
  })

  it('may mark a requirement as not confirmed', () => {
    const requirements = [requirement({ confirmed: false })]
    expect(planFaults(change('services', 2, { requirements }))).toEqual([])
  })
})

describe('what is missing of the six components', () => {
  const [service] = smallPlan.services
  const missing = (standard: Standard | undefined, requirements: readonly unknown[] = [{}]) =>
    missingComponents({ ...service, requirements, ...(standard && { standard }) })

  it('is all of them, in the order of the law, where nobody has said anything', () => {
    expect(missing(undefined, [])).toEqual([
      'requirements',
      'procedure',
      'time',
      'fee',
      'product',
      'complaints',
    ])
  })

  it('is nothing of a whole one', () => {
    expect(missing(whole)).toEqual([])
  })

  it('is a procedure without a step, but not the requirements where it is said that there are none', () => {
    expect(missing({ ...whole, procedure: [] }, [])).toEqual(['requirements', 'procedure'])
    expect(missing({ ...whole, nothingNeeded: true }, [])).toEqual([])
  })
})
