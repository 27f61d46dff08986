// The golden journal folds to the same hall for ever: a change of the rules that reads an old day differently fails
// here, and needs an upcast.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fold } from '../../server/hall/rules.ts'
import type { Hall } from '../../server/hall/hall.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { asOnce } from './as-once.ts'
import { golden } from './helper.ts'

const stored: unknown = JSON.parse(readFileSync(new URL('golden.folded.json', import.meta.url), 'utf8'))

/**
 * The journal in pieces, each from a day's opening to the next one; a reopened day comes with the part it continues.
 */
function days() {
  const openings = golden.flatMap(({ event }, index) =>
    event.type === 'day-opened' || event.type === 'day-reopened' ? [index] : [],
  )
  return openings.map((from, nth) => {
    const event = golden[from]?.event
    const before = event?.type === 'day-reopened' ? golden.slice(event.from - 1, event.to - 1) : []
    return [...before, ...golden.slice(from, openings[nth + 1])]
  })
}

function planOf(records: typeof golden): Plan {
  const [first] = records
  if (first?.event.type !== 'day-opened') throw new Error('a day that does not begin with its opening')
  return first.event.plan
}

/** What people would notice of a hall. */
function told(hall: Hall) {
  return {
    day: hall.day,
    seq: hall.seq,
    closed: hall.closed,
    numbers: Object.fromEntries(hall.numbers),
    visits: [...hall.visits.values()].map(({ number, takenAt, slip, steps }) => ({
      number,
      takenAt,
      slip: slip.status,
      steps: steps.map(({ service, status, waitedMs, calls }) => `${service} ${status} ${waitedMs} ${calls}`),
    })),
    counters: [...hall.counters.values()].map(({ id, state, served, past }) => ({
      id,
      state,
      served,
      past: past.map(({ number, status }) => `${number} ${status}`),
    })),
  }
}

it('folds day by day to what it always was', () => {
  const folded = days().map((records) => told(fold(records, planOf(records))))
  expect(folded.length).toBeGreaterThan(1)
  expect(folded).toEqual(stored)
})

it('leaves for the next day what a revision said begins then', () => {
  const records = days().at(-1) ?? []
  const { plan, base } = fold(records, planOf(records)).layout
  const told = [plan, base].map((one) => [one.services[0]?.prefix, one.timeZone])
  expect(told).toEqual([
    ['A', 'Asia/Makassar'],
    ['K', 'Asia/Jakarta'],
  ])
})

it('calls those whose delay a break put off when their event says', () => {
  const records = days().at(-1) ?? []
  const { visits } = fold(records, planOf(records))
  const from = ['v12', 'v13'].map((id) =>
    visits.get(id)?.steps.map((step) => 'callableFrom' in step && step.callableFrom),
  )
  expect(from).toEqual([[1795575600000], [1795575720000]])
})

it('folds to the same with what older servers wrote', () => {
  const today = days().map((records) => fold(records, planOf(records)))
  const once = days().map((records) => fold(records.map(asOnce), planOf(records)))
  expect(once).toEqual(today)
  const taken = golden.filter(({ event }) => event.type === 'undone').map(({ event }) => 'action' in event)
  expect(new Set(taken)).toEqual(new Set([true, false]))
})
