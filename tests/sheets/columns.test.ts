// Every field of the plan has a column, or stands here as one that has none: a new field is noticed.
import { expect, it } from 'vitest'
import type { TSchema } from 'typebox'
import {
  Agency,
  Bundle,
  Counter,
  Elsewhere,
  Place,
  Plan,
  Requirement,
  Service,
  Zone,
} from '../../server/hall/plan.ts'
import { Standard } from '../../server/hall/standard.ts'
import { Holiday, Period, Quota, SingleDay } from '../../server/hall/times.ts'
import type { PlanKind } from '../../server/sheets/kind-names.ts'
import { planKinds } from '../../server/sheets/kinds.ts'

/** What is kept as it is, because no cell can show it or a form of its own looks after it. */
const without: Partial<Record<PlanKind, readonly string[]>> = {
  hall: ['printers', 'slip', 'voice', 'media'],
  agency: ['logo'],
  standard: ['files'],
}
const shapes: Record<
  Exclude<PlanKind, 'reason'>,
  { readonly properties: Readonly<Record<string, TSchema>> }
> = {
  hall: Plan,
  agency: Agency,
  zone: Zone,
  place: Place,
  service: Service,
  requirement: Requirement,
  standard: Standard,
  counter: Counter,
  bundle: Bundle,
  elsewhere: Elsewhere,
  period: Period,
  day: SingleDay,
  holiday: Holiday,
  quota: Quota,
}

it.each(Object.entries(shapes))('each field of %s has a column', (name, { properties }) => {
  const kind = planKinds.find((one) => one.name === name)
  const start = name === 'standard' ? 1 : 0
  const shown = new Set(kind?.fields(['id', 'en']).map(({ at }) => at.split('.')[start]))
  const known = new Set([...shown, ...(kind?.elsewhere ?? []), ...(without[name as PlanKind] ?? []), 'id'])
  expect(Object.keys(properties).filter((field) => !known.has(field))).toEqual([])
})

it('each column has a heading of its own, in both languages', () => {
  for (const kind of planKinds) {
    const columns = kind.fields(['id', 'en', 'ban']).flatMap((field) => field.columns)
    for (const language of ['id', 'en'] as const) {
      const heads = columns.map(({ head }) => head[language].toLowerCase())
      expect([kind.name, heads.filter((head, nth) => heads.indexOf(head) !== nth)]).toEqual([kind.name, []])
    }
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
  }
})
