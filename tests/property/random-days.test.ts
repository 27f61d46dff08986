// Random days, held against a model after every command. A seed that fails is printed; SEED=… plays it first, and once
// mended it joins the pinned ones.
import { expect, it } from 'vitest'
import { eventSchemas } from '../../server/hall/event.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { counterPrinter, regularPlan, rulesPlan, withPhase } from '../rules/rules-plan.ts'
import { Play } from './play.ts'

/** Played always: a few to begin with, and every seed that ever found something. */
const PINNED = [1, 2, 3, 4, 5]
const COMMANDS = 3_000

const { SEED } = process.env
const seeds = SEED ? [Number(SEED), ...PINNED] : PINNED

const fewer = {
  ...rulesPlan,
  services: rulesPlan.services.filter(({ id }) => id !== 'akta'),
  counters: rulesPlan.counters
    .filter(({ id }) => id !== 'loket-6')
    .map((counter) => (counter.id === 'loket-1' ? { ...counter, services: ['kk', 'ktp'] } : counter)),
}
/** With a second call, and a printer at some counters. */
const more: Plan = {
  ...rulesPlan,
  secondCallSeconds: 90,
  printers: [counterPrinter('printer-1', ['loket-1', 'loket-3'])],
}
const plans = [
  rulesPlan,
  more,
  more,
  withPhase('sim', { status: 'paused', until: null, reason: null }),
  withPhase('tabungan', { status: 'open' }),
  regularPlan,
  fewer,
]

const happened = new Set<string>()

it.each(seeds)('random days keep every rule: seed %i', (seed) => {
  const played = new Play(seed, plans)
  played.play(COMMANDS)
  for (const { event } of played.records) happened.add(event.type)
  expect(played.records.length).toBeGreaterThan(COMMANDS / 3)
})

it('everything that can happen has happened', () => {
  expect([...happened].sort()).toEqual(Object.keys(eventSchemas).sort())
})
