// Every fault that a form can cause is shown where it is mended: the codes one by one, in one draft that has them all.
import { expect, test } from 'vitest'
import type { FaultCode } from '../../server/hall/plan-faults/fault.ts'
import type { Plan, Requirement, Service } from '../../server/hall/plan.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { shellText } from './words.ts'

const { enter, staff } = houseOfFile(openHouse)
const look = process.env['LOOK']

/** What a form does to a copy of the plan; the answer: the address of the field, and where on the page its faults are. */
type Case = (plan: Plan) => readonly [path: string, faults: string]

function at<T>(list: readonly T[], place: number): T {
  const found = list.at(place)
  if (found === undefined) throw new Error(`nothing at ${place}`)
  return found
}
const service = ({ services }: Plan, place: number): Service => at(services, place)
const page = (section: string, { id }: { id: string }, field: string) =>
  [
    `/manage/${section}/${id}#f-${field}`,
    `[id^="f-${field}"].field-faults, [id^="f-${field}"] .field-faults`,
  ] as const

/** Codes without a case: no form of the manager's page can write what has them, or another person's test walks it. */
const cases: Record<FaultCode, Case | null> = {
  'text-missing': (plan) => {
    plan.languages.push('jv')
    return page('zones', at(plan.zones, 0), 'name')
  },
  'out-of-range': (plan) => {
    const one = service(plan, 0)
    one.name.id = ''
    return page('services', one, 'name')
  },
  'wrong-form': (plan) => {
    const one = service(plan, 1)
    one.prefix = '1A'
    return page('services', one, 'prefix')
  },
  'part-empty': (plan) => {
    const one = at(plan.bundles, 0)
    one.services = []
    return page('events', one, 'services')
  },
  'bundle-too-long': (plan) => {
    const one = at(plan.bundles, 1)
    one.services = plan.services.slice(0, 9).map(({ id }) => id)
    return page('events', one, 'services')
  },
  'duplicate-label': (plan) => {
    const [one, other] = [at(plan.counters, 0), at(plan.counters, 1)]
    other.label = one.label
    return page('counters', other, 'label')
  },
  'unknown-id': (plan) => {
    const one = service(plan, 2)
    one.agency = 'tidak-ada'
    return page('services', one, 'agency')
  },
  'foreign-service': (plan) => {
    const one = at(plan.counters, 2)
    const other = plan.services.find(({ agency }) => agency !== one.agency && agency !== 'tidak-ada')
    one.services = [...one.services, other?.id ?? '']
    return page('counters', one, 'services')
  },
  'prefix-shared': (plan) => {
    const [first, one] = [service(plan, 3), service(plan, -1)]
    one.prefix = first.prefix
    return page('services', one, 'prefix')
  },
  'prefix-of-paper': (plan) => {
    const one = service(plan, 7)
    plan.paper = { prefix: 'XQ' }
    one.prefix = 'XQ'
    return page('services', one, 'prefix')
  },
  'service-without-counter': (plan) => {
    const one = plan.services.findLast(({ phase }) => phase.status === 'open')
    if (!one) throw new Error('none is open')
    for (const counter of plan.counters) counter.services = counter.services.filter((id) => id !== one.id)
    return [`/manage/services/${one.id}`, '#thing-faults']
  },
  'issued-by-itself': (plan) => {
    const one = service(plan, 4)
    const paper: Requirement = { id: 'uji', name: { id: 'Kertas uji', en: 'Test paper' }, issuedBy: one.id }
    one.requirements = [paper, ...one.requirements]
    return page('services', one, 'requirements')
  },
  'circle-of-services': (plan) => {
    const [one, other] = [service(plan, 5), service(plan, 6)]
    one.after = [other.id]
    other.after = [one.id]
    return page('services', other, 'after')
  },
  'field-missing': null,
  'wrong-type': null,
  'field-unknown': null,
  'value-unknown': null,
  'duplicate-id': null,
  'listed-twice': null,
  'after-itself': null,
  'unknown-time-zone': null,
  'unknown-language': null,
  'default-language-missing': null,
  'day-unreal': null,
  'logo-not-png': null,
  'logo-too-large': null,
  'slip-logo-not-png': null,
  'slip-logo-too-large': null,
  // Of the forms of times, of printers and voice, and of boards.
  'duplicate-holiday': null,
  'duplicate-day': null,
  'span-backwards': null,
  'spans-overlap': null,
  'periods-overlap': null,
  'split-of-no-half': null,
  'quiet-without-end': null,
  'days-backwards': null,
  'hours-without-end': null,
  'two-printers': null,
  'two-receptions': null,
}

test('[O6] a fault of the draft is shown at its field in words: every code that the forms of the plan can cause', async () => {
  const { from, base } = await staff.get<{ from: number; base: number }>('/api/plan/draft')
  const plan = structuredClone(await staff.get<Plan>('/api/plan'))
  const places = Object.entries(cases).flatMap(([code, make]) =>
    make ? [[code, ...make(plan)] as const] : [],
  )
  await staff.put(`/api/plan/draft?from=${from}&base=${base}`, plan)
  const { faults } = await staff.get<{ faults: { code: string }[] }>('/api/plan/draft')
  const found = new Set(faults.map(({ code }) => code))
  const screen = await enter('/manage/plan/', 'manager')
  await screen.getByRole('navigation', { name: shellText('menuTitle') }).waitFor()
  const missing: string[] = []
  for (const [code, path, selector] of places) {
    // Within the page, as a link in the list of faults leads there.
    await screen.goto(new URL(path, screen.url()).href)
    await screen.locator('.fields').first().waitFor()
    const shown = screen.locator(selector).locator('.field-fault')
    const isShown = await shown
      .first()
      .waitFor({ timeout: 8_000 })
      .then(() => true)
      .catch(() => false)
    if (!found.has(code)) missing.push(`${code} is not caused`)
    if (!isShown) missing.push(`${code} is not shown at ${path}`)
    if (look) await screen.screenshot({ path: `${look}/fault-${code}.png` })
  }
  expect(missing).toEqual([])
  expect(await axeFaults(screen)).toEqual([])
})
