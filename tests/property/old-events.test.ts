// Events of older servers say less: the steps that an event made had no ids, and an undo named only its counter. Read
// in order, each of these events becomes what it would be today.
import { expect, it } from 'vitest'
import type { Recorded } from '../../server/hall/event.ts'
import { OldEvents } from '../../server/hall/old-events.ts'
import { asOnce } from '../journal/as-once.ts'
import { rulesPlan, withPhase } from '../rules/rules-plan.ts'
import { recordsOf } from './play.ts'

const plans = [rulesPlan, withPhase('tabungan', { status: 'open' })]

function completed(records: readonly Recorded[]): Recorded[] {
  const old = new OldEvents()
  return records.map((recorded) => old.complete(recorded))
}

it.each([1, 2])('old events are completed to what they would be today: seed %i', (seed) => {
  const records = recordsOf(seed, plans, 3_000)
  const less = records.map(asOnce)
  expect(less.filter(({ event }, place) => event !== records[place]?.event).length).toBeGreaterThan(100)
  expect(completed(less)).toEqual(records)
})

it('where a server was replaced in the middle of a day, its new events follow the old ones', () => {
  const records = recordsOf(5, plans, 2_000)
  const mixed = records.map((recorded, place) => (place < records.length / 2 ? asOnce(recorded) : recorded))
  expect(completed(mixed)).toEqual(records)
})

it('an event of today comes back as it is', () => {
  const records = recordsOf(6, plans, 500)
  const same = completed(records).every((recorded, place) => recorded === records[place])
  expect(same).toBe(true)
})
