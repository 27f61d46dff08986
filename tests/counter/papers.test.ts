// Papers, and what becomes of services that change agency: pure functions over a plan.
import { expect, it } from 'vitest'
import type { Plan, Requirement } from '../../server/hall/plan.ts'
import { moveServices, phaseAs, removeOwn } from '../../counter-ui/manage/draft/edit.ts'
import { freePrefixes, prefixesOf } from '../../counter-ui/manage/offer/facts.ts'
import {
  askIn,
  confirmIn,
  dropPapers,
  mergePapers,
  type Paper,
  papersOf,
  writePaper,
} from '../../counter-ui/manage/papers/papers.ts'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

const named = (id: string, name: string, more: Partial<Requirement> = {}): Requirement => ({
  id,
  name: { id: name, en: name },
  issuedBy: null,
  ...more,
})
/** The first services of the plan ask for these, the others for nothing. */
const asking = (...papers: Requirement[][]): Plan => ({
  ...rulesPlan,
  services: rulesPlan.services.map((one, nth) => ({ ...one, requirements: papers[nth] ?? [] })),
})
const asked = ({ services }: Plan) =>
  services
    .filter(({ requirements }) => requirements.length > 0)
    .map(({ requirements }) =>
      requirements.map(({ id, name, confirmed }) => `${id}: ${name.id}${confirmed === false ? '?' : ''}`),
    )
const [one = '', two = '', three = ''] = rulesPlan.services.map(({ id }) => id)
function paper(plan: Plan, id: string): Paper {
  const found = papersOf(plan).find((each) => each.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

const ktp = named('ktp', 'KTP')
const plan = asking(
  [ktp, named('kk', 'KK')],
  [named('ktp', 'KTP', { confirmed: false })],
  [named('foto', 'Foto')],
)

it('[O18] a paper that several services ask for is written once: it is found under its id', () => {
  expect(papersOf(plan)).toEqual([
    { id: 'ktp', name: ktp.name, issuedBy: null, services: [one, two], unconfirmed: [two], differs: false },
    {
      id: 'kk',
      name: { id: 'KK', en: 'KK' },
      issuedBy: null,
      services: [one],
      unconfirmed: [],
      differs: false,
    },
    {
      id: 'foto',
      name: { id: 'Foto', en: 'Foto' },
      issuedBy: null,
      services: [three],
      unconfirmed: [],
      differs: false,
    },
  ])
})

it('[O18] a paper that several services ask for is written once: also where they wrote it differently', () => {
  const other = asking([ktp], [named('ktp', 'E-KTP', { where: ktp.name, confirmed: false })])
  expect(paper(other, 'ktp').differs).toBe(true)
  const name = { id: 'KTP-el', en: 'ID card' }
  const same = writePaper('ktp', { name, issuedBy: three })(other)
  expect(paper(same, 'ktp')).toMatchObject({ name, issuedBy: three, differs: false, unconfirmed: [two] })
  expect(same.services[1]?.requirements[0]).not.toHaveProperty('where')
  // What does not ask for it is the same object: none of it is drawn again.
  expect(same.services[2]).toBe(other.services[2])
})

it('[O18] a paper that several services ask for is written once: asked for elsewhere it is not confirmed there', () => {
  const next = askIn(paper(plan, 'ktp'), [one, three])(plan)
  expect(asked(next)).toEqual([
    ['ktp: KTP', 'kk: KK'],
    ['foto: Foto', 'ktp: KTP?'],
  ])
  expect(asked(confirmIn('ktp', [three], true)(next))).toEqual([
    ['ktp: KTP', 'kk: KK'],
    ['foto: Foto', 'ktp: KTP'],
  ])
  expect(asked(dropPapers(['ktp', 'kk'])(next))).toEqual([['foto: Foto']])
})

it('[O18] a paper that several services ask for is written once: those that are the same become one', () => {
  const before = asking(
    [named('foto', 'Foto'), named('e-ktp', 'E-KTP'), ktp],
    [named('e-ktp', 'E-KTP', { confirmed: false })],
    [ktp, named('foto', 'Foto')],
  )
  const merged = mergePapers(paper(before, 'ktp'), ['ktp', 'e-ktp'])(before)
  expect(asked(merged)).toEqual([['foto: Foto', 'ktp: KTP'], ['ktp: KTP?'], ['ktp: KTP', 'foto: Foto']])
  expect(merged.services[2]).toBe(before.services[2])
})

it('[O16] one field can be changed for many services at once: to another agency, whose counters may serve them', () => {
  const moved = moveServices(['kk', 'akta'], 'polres')(rulesPlan)
  const agencies = new Map(moved.services.map(({ id, agency }) => [id, agency]))
  expect([agencies.get('kk'), agencies.get('akta')]).toEqual(['polres', 'polres'])
  expect(planFaults(moved).filter(({ code }) => code === 'foreign-service')).toEqual([])
})

it('[O17] what goes with a deleted thing is said beforehand: with an agency all that is its own', () => {
  const left = removeOwn(['polres'])(rulesPlan)
  const agencies = left.agencies.filter(({ id }) => id !== 'polres')
  // A life event with only their services is empty now, and says so.
  expect(planFaults({ ...left, agencies }).map(({ code }) => code)).toEqual(['part-empty'])
})

it('a phase keeps what fits of the one before', () => {
  const where = { id: 'Kantor', en: 'Office' }
  expect(phaseAs('soon', { status: 'elsewhere', where })).toEqual({ status: 'soon', expected: null, where })
  expect(phaseAs('elsewhere', { status: 'soon', expected: null, where })).toEqual({
    status: 'elsewhere',
    where,
  })
  expect(phaseAs('paused', { status: 'open' })).toEqual({ status: 'paused', until: null, reason: null })
  expect(phaseAs('open', { status: 'paused', until: 'x', reason: where })).toEqual({ status: 'open' })
})

it('offers prefixes of the agency, and those that nobody has', () => {
  const { services } = rulesPlan
  const taken = new Set(services.map(({ prefix }) => prefix))
  expect(freePrefixes(rulesPlan, 30).filter((prefix) => taken.has(prefix))).toEqual([])
  expect(new Set(freePrefixes(rulesPlan, 30)).size).toBe(30)
  const [first] = services
  expect(prefixesOf(rulesPlan, first?.agency ?? '')).toContain(first?.prefix)
})
