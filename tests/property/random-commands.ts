// What people, printers and speakers might do next: mostly what makes sense at the moment, sometimes what does not.
import type { Command, Fate } from '../../server/hall/command.ts'
import type { CounterState, Hall } from '../../server/hall/hall.ts'
import { awaitsSecondCall, isEnded, slipFaults } from '../../server/hall/visit.ts'
import type { Plan } from '../../server/hall/plan.ts'
import * as act from '../rules/commands.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import type { Random } from './prng.ts'
import { randomSteering } from './random-steer.ts'

const PRINTERS: readonly string[] = ['printer-1', 'printer-2', 'printer-3']
/** The same for each service of the hall. */
const fatesOf = (fate: Fate) => new Map(rulesPlan.services.map(({ id }) => [id, fate]))

const STAFF: readonly string[] = ['ayu', 'budi', 'citra', 'dewi', 'eka', 'fajar']

/** Makes commands for a hall. `plans` are what it may be revised to. */
export function randomCommands(random: Random, plans: readonly Plan[]) {
  let visits = 0
  const steering = randomSteering(random)
  const anyVisit = (hall: Hall): string => {
    const ids = [...hall.visits.keys()]
    return ids.length === 0 || random.oneIn(40)
      ? 'nobody'
      : random.pick(random.oneIn(2) ? ids : ids.slice(-30))
  }

  const ticket = (hall: Hall): Command => {
    const { services } = hall.layout.plan
    const takes = services.filter(({ phase }) => phase.status === 'open' || phase.status === 'trial')
    const from = random.oneIn(15) ? services : takes
    const chosen = random.some(from, random.pick([1, 1, 2, 3, 4]))
    const papers = chosen.flatMap(({ requirements }) => requirements.map(({ id }) => id))
    const missing = papers.length > 0 && random.oneIn(2) ? [...new Set(random.some(papers, 2))] : []
    const ids = random.oneIn(80) ? ['paspor'] : chosen.map(({ id }) => id)
    visits += 1
    return act.take(`v${visits}`, ids, {
      // Not drawn: the seeds of old faults keep their meaning.
      comeToMe: visits % 5 === 0,
      missing: random.oneIn(60) ? ['ijazah'] : missing,
      priority: random.oneIn(4),
      language: random.pick([null, 'id', 'en']),
      printer: random.oneIn(2) ? random.pick(PRINTERS) : null,
    })
  }

  const slip = (hall: Hall): Command => {
    const unheld = [...hall.unheld.keys()]
    const visit = unheld.length > 0 && !random.oneIn(10) ? random.pick(unheld) : anyVisit(hall)
    return random.weighted<Command>([
      [8, act.printed(visit)],
      [2, act.slipFailed(visit, random.pick(slipFaults), random.pick(PRINTERS))],
      [2, act.note(visit)],
      [2, act.askSlip(visit, random.pick(PRINTERS))],
      [1, { ...act.askSlip(visit), printer: null }],
    ])
  }

  const sound = (hall: Hall): Command => {
    const queued = [...hall.sounds.values()].flat()
    const known = queued.length > 0 ? queued : [...hall.announcements.keys()]
    const id =
      known.length === 0 || random.oneIn(30)
        ? 'nothing'
        : random.pick(random.oneIn(3) ? known : known.slice(0, 1))
    const zone = random.pick([...hall.layout.zones.keys(), null])
    const queue = [...hall.sounds.values()].find((one) => one[0] === id) ?? []
    const also = random.oneIn(3) ? queue.slice(1, 1 + random.int(4)) : []
    return random.weighted<Command>([
      [4, act.say(id, random.pick(['tv-1', 'tv-2', null]), also, random.oneIn(20))],
      [1, act.pass(id, random.pick(['tv-1', 'tv-2']), random.pick(['tv-1', 'tv-2']))],
      [0.5, act.checkSound(random.pick([...hall.layout.zones.keys(), 'nowhere']))],
      [4, act.hear(id, random.pick(['tv-1', 'tv-2']), zone)],
      [1, act.giveUp(id)],
      [1, act.skipAnswered(random.pick([...hall.sounds.keys(), 'nowhere']))],
    ])
  }

  const atCounter = (hall: Hall, { id, state, staff, current }: CounterState): Command => {
    const step = current && hall.visits.get(current.visit)?.steps.find((one) => one.id === current.step)
    const service = random.pick([...hall.layout.services.keys(), 'paspor'])
    const others = sendable(hall, current, service)
    const also = others.length > 0 && random.oneIn(3) ? random.some(others, 3) : []
    const refer = act.refer(id, service, random.oneIn(2), also)
    const mayHoldSeveral = staff !== null && holds(hall, staff) > 1
    const handOver = {
      ...act.handOver(id, random.pick([...STAFF, 'gita', 'hari']), agencyAt(hall, id)),
      mayHoldSeveral,
    }
    const hold = act.hold(id, random.pick([null, 0, 1, 5, 20]))
    if (random.oneIn(10)) return act.undo(id)
    if (random.oneIn(60)) return random.pick([act.pause(id), act.close(id), act.close(id, 'komang', true)])
    if (state !== 'open' && random.oneIn(2)) return act.open(id, undefined, random.oneIn(20))
    const anything = [
      act.start(id),
      act.finish(id),
      act.miss(id),
      act.putBack(id),
      act.callNext(id),
      hold,
      refer,
      handOver,
      servedAt(hall, id),
    ]
    if (random.oneIn(40)) return handOver
    if (random.oneIn(20)) return random.pick<Command>(anything)
    if (!step) {
      return random.weighted<Command>([
        [8, act.callNext(id)],
        [2, act.call(id, anyVisit(hall), random.pick([null, { code: 'di-loket' }, { note: 'note-1' }]))],
        [2, servedAt(hall, id)],
        [3, act.release(id, setAside(hall, id) ?? anyVisit(hall))],
      ])
    }
    if (step.status === 'called') {
      return random.weighted<Command>([
        [8, act.start(id)],
        [2, act.recall(id)],
        [2, act.miss(id)],
        [1, hold],
        [1, act.putBack(id)],
        [1, refer],
      ])
    }
    const papers = [...(hall.layout.requirements.get(step.service)?.keys() ?? []), 'ijazah']
    return random.weighted<Command>([
      // Without a draw of its own: the pinned days stay what they are.
      [6, act.finish(id, null, [], { documents: hall.seq % 3 === 0 ? (hall.seq % 20) + 1 : null })],
      [1, act.finish(id, random.pick(['incomplete', 'served', null]), random.some(papers, 1))],
      [2, act.finish(id, random.pick(['incomplete', null]), [], { words: 'note-2', comeBack: true })],
      [1, act.finish(id, null, [], { reason: random.pick(['tanya', 'tidak-berhak', 'x']), told: 'note-3' })],
      [3, refer],
      [1, hold],
      [1, act.putBack(id)],
    ])
  }

  /** Services that the visit here does not wait for, besides this one; now and then any. */
  const sendable = (hall: Hall, current: CounterState['current'], but: string): string[] => {
    const steps = (current && hall.visits.get(current.visit)?.steps) ?? []
    const waits = (id: string) => steps.some((step) => step.service === id && !isEnded(step))
    const takes = hall.layout.plan.services.filter(({ phase }) => phase.status === 'open')
    const fit = takes.map(({ id }) => id).filter((id) => id !== but && !waits(id))
    return random.oneIn(20) ? [...hall.layout.services.keys()] : fit
  }

  const holds = (hall: Hall, staff: string): number =>
    [...hall.counters.values()].filter((counter) => counter.staff === staff).length

  const agencyAt = (hall: Hall, counter: string): string | null =>
    random.oneIn(8) ? random.pick(['polres', null]) : (hall.layout.counters.get(counter)?.agency ?? null)

  /** Somebody at a counter without a number, mostly for what is served there. */
  const servedAt = (hall: Hall, counter: string): Command => {
    const own = hall.layout.counters.get(counter)?.services ?? []
    const from = own.length === 0 || random.oneIn(6) ? [...hall.layout.services.keys()] : own
    visits += 1
    return act.serve(counter, `v${visits}`, random.some(from, 2), { priority: random.oneIn(4) })
  }

  const setAside = (hall: Hall, counter: string): string | undefined => {
    const services = hall.layout.counters.get(counter)?.services ?? []
    const places = services.flatMap((service) => {
      const queue = hall.queues.get(service)
      return queue ? [...queue.held.places, ...queue.missed.places] : []
    })
    if (random.oneIn(3)) return secondCalls(hall)[0]
    return places.length > 0 ? random.pick(places).visit : undefined
  }

  const secondCalls = (hall: Hall): string[] =>
    [...hall.visits.values()].filter(({ steps }) => steps.some(awaitsSecondCall)).map(({ id }) => id)

  const missedVisits = (hall: Hall): string[] =>
    [...hall.queues.values()].flatMap(({ missed }) => missed.places.map(({ visit }) => visit))

  const counter = (hall: Hall): Command => {
    const state = random.pick([...hall.counters.values()])
    const command = atCounter(hall, random.oneIn(200) ? { ...state, id: 'loket-99' } : state)
    if (!('staff' in command) || ('mayCloseAny' in command && command.mayCloseAny)) return command
    // The holder of a counter is not always its usual one: it was handed over.
    return { ...command, staff: random.oneIn(30) ? random.pick(STAFF) : (state.staff ?? command.staff) }
  }

  /** The next command, whatever it may be. */
  return (hall: Hall): Command =>
    random.weighted<(hall: Hall) => Command>([
      [14, ticket],
      [40, counter],
      [12, slip],
      [14, sound],
      [1.5, (now) => act.cancel(anyVisit(now))],
      [
        1.5,
        (now) => {
          const visit = random.pick([...missedVisits(now), anyVisit(now)])
          // Not drawn, so that pinned seeds go on as they did.
          return visits % 8 === 7
            ? act.choosePlace(visit, visits % 3 === 0 ? null : 'kantin')
            : act.delay(visit)
        },
      ],
      [6, steering],
      [0.5, () => act.signOut(random.pick(STAFF))],
      [0.3, () => act.restart],
      [
        0.4,
        () => ({
          type: 'revise-plan',
          // Not drawn, so that pinned seeds go on as they did.
          plan: visits % 2 === 0 ? random.pick(plans) : swapped(random.pick(plans)),
          from: null,
          waiting: random.pick([null, 'end', 'move'] as const),
          to: random.pick(['kk', 'skck', 'bayar']),
          ...(visits % 3 > 0 && { fates: fatesOf(visits % 3 === 1 ? 'served' : { to: 'kk' }) }),
        }),
      ],
      [0.2, () => ({ type: 'set-operation', operation: random.pick(['trial', 'regular'] as const) })],
      [0.2, () => act.confirmClock],
    ])(hall)
}

/** The plan with the prefixes of two agencies swapped. */
function swapped(plan: Plan): Plan {
  const other: Readonly<Record<string, string>> = { A: 'S', S: 'A' }
  const services = plan.services.map((one) => ({ ...one, prefix: other[one.prefix] ?? one.prefix }))
  return { ...plan, services }
}
