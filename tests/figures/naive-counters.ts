// What the counters did on a day, by walking through its events: what each was in between, and whether anybody could be called
// there. It shares no code with the fold.
import type { Recorded } from '../../server/hall/event.ts'
import { Model } from '../property/model.ts'

interface Sums {
  open: number
  paused: number
  serving: number
  idle: number
}

/** Seconds by counter, up to the last event of an opened day in which no clock was set. */
export function naiveCounters(records: readonly Recorded[]): Map<string, Sums> {
  const [first] = records
  if (first?.event.type !== 'day-opened') throw new Error('a day begins with its opening')
  const model = new Model(first.event.plan)
  const sums = new Map<string, Sums>()
  for (const [place, recorded] of records.entries()) {
    model.follow(recorded)
    const until = records[place + 1]?.at ?? recorded.at
    for (const { id } of model.plan.counters) {
      const sum = sums.get(id) ?? { open: 0, paused: 0, serving: 0, idle: 0 }
      sums.set(id, sum)
      const counter = model.counters.get(id)
      const ms = until - recorded.at
      if (counter?.state === 'open') sum.open += ms / 1000
      if (counter?.state === 'paused') sum.paused += ms / 1000
      if (counter?.state === 'open' && counter.current === null)
        sum.idle += Math.max(0, until - Math.max(recorded.at, callableFrom(model, id))) / 1000
    }
  }
  for (const [counter, ms] of served(records)) {
    const sum = sums.get(counter)
    if (sum) sum.serving = ms / 1000
  }
  return sums
}

/** From when on anybody could be called there as things are. */
function callableFrom(model: Model, counter: string): number {
  const planned = model.plan.counters.find(({ id }) => id === counter)
  let first = Infinity
  for (const visit of model.visits.values()) {
    const { slip, walk, steps } = visit
    const holds = slip.noted || slip.status === 'printed' || slip.status === 'none'
    if (!holds || steps.some(({ status }) => status === 'called' || status === 'serving')) continue
    for (const step of steps) {
      if (step.status !== 'waiting' || !planned?.services.includes(step.service)) continue
      const { comeBack } = step
      const isKept =
        comeBack && comeBack.counter !== counter && model.counters.get(comeBack.counter)?.state === 'open'
      const walks = walk && walk.zone !== planned.zone ? walk.until : 0
      first = Math.min(first, Math.max(step.callableFrom, isKept ? (comeBack.until ?? 0) : 0, walks))
    }
  }
  return first
}

/** Milliseconds of serving by counter, without what was undone. */
function served(records: readonly Recorded[]): Map<string, number> {
  const kept: Recorded[] = []
  for (const one of records) {
    const { event } = one
    if (event.type !== 'undone') kept.push(one)
    else {
      const action = kept.findLastIndex(
        ({ event: done }) =>
          done.type === event.action?.type && JSON.stringify(done) === JSON.stringify(event.action),
      )
      if (action >= 0) kept.splice(action, 1)
    }
  }
  const since = new Map<string, number>()
  const sums = new Map<string, number>()
  const end = (counter: string, at: number) => {
    const began = since.get(counter)
    if (began !== undefined) sums.set(counter, (sums.get(counter) ?? 0) + at - began)
    since.delete(counter)
  }
  for (const { event, at } of kept) {
    if (event.type === 'started' || event.type === 'seated') since.set(event.counter, at)
    else if (
      ['finished', 'put-back', 'held', 'referred'].includes(event.type) &&
      'counter' in event &&
      event.counter !== null
    )
      end(event.counter, at)
  }
  for (const counter of since.keys()) end(counter, records.at(-1)?.at ?? 0)
  return sums
}
