// What the reception, supervisors and the manager do on a day of a rehearsal: close a service, set a quota, end,
// reopen or add a step, let a counter serve something else.
import type { Command } from '../hall/command.ts'
import { isServed } from '../hall/layout.ts'
import { phaseChange } from '../hall/service/service.ts'
import { isEnded, type Step, type Visit } from '../hall/visit.ts'
import { between, pick } from '../training/random.ts'
import { RECEPTION } from './people.ts'
import type { Stage } from './stage.ts'

export const SUPERVISOR = 'staff:latihan-penyelia'

/** How often a day, on average. */
const USUAL: readonly (readonly [what: Steering, times: number])[] = [
  ['close', 0.3],
  ['quota', 0.25],
  ['desk', 0.2],
  ['reopen', 1.5],
  ['cancel', 3],
  ['add', 4],
  ['priority', 4],
  ['help', 1],
]
type Steering = 'close' | 'quota' | 'desk' | 'reopen' | 'cancel' | 'add' | 'priority' | 'help'

/** Plans today's steering between two times, in minutes after midnight. */
export function planSteering(stage: Stage, random: () => number, from: number, to: number): void {
  for (const [what, times] of USUAL) {
    const count = Math.floor(times) + (random() < times % 1 ? 1 : 0)
    for (let nth = 0; nth < count; nth += 1)
      stage.at(stage.instantOf(between(random, from, to)), () => steer(stage, random, what))
  }
}

async function steer(stage: Stage, random: () => number, what: Steering): Promise<void> {
  const { hall, give, now } = stage
  const { layout } = hall
  const open = layout.plan.services.filter((service) => isServed(layout, service))
  const visits = [...hall.visits.values()].filter(({ day }) => day === hall.day)
  const visit = () => pick(random, visits.slice(-200))
  const supervise = (command: Command | undefined) =>
    command ? give(command, SUPERVISOR) : Promise.resolve()
  const receive = (command: Command | undefined) => (command ? give(command, RECEPTION) : Promise.resolve())

  switch (what) {
    case 'close': {
      const service = pick(random, open)
      if (!service) return
      const waiting = pick(random, ['serve', 'end', 'move'] as const) ?? 'serve'
      const others = open.filter(({ id, agency }) => id !== service.id && agency === service.agency)
      const to = pick(random, others)?.id ?? null
      const minutes = between(random, 30, 150)
      const until = random() < 0.6 ? now() + Math.round(minutes) * 60_000 : null
      const paused = phaseChange(service.id, { status: 'paused', until, reason: { code: 'gangguan-sistem' } })
      const { type: _, reopens: __, ...set } = paused
      const fate = waiting === 'move' && to === null ? 'end' : waiting
      await supervise({ type: 'set-phase', ...set, waiting: fate, to: fate === 'move' ? to : null })
      if (until !== null) return
      const {
        type: _type,
        reopens: _reopens,
        ...again
      } = phaseChange(service.id, { status: service.phase.status })
      stage.in(minutes * 60, async () => {
        await supervise({ type: 'set-phase', ...again, waiting: null, to: null })
      })
      return
    }
    case 'quota': {
      const service = pick(random, open)
      if (!service) return
      const taken = hall.taken.get(service.id) ?? 0
      await supervise({
        type: 'set-quota',
        service: service.id,
        quota: taken + Math.ceil(between(random, 1, 6)),
      })
      return
    }
    case 'desk': {
      const counter = pick(random, layout.plan.counters)
      const more = pick(
        random,
        open.filter(({ id, agency }) => agency === counter?.agency && !counter.services.includes(id)),
      )
      if (counter && more)
        await supervise({ type: 'set-desk', counter: counter.id, services: [...counter.services, more.id] })
      return
    }
    case 'reopen': {
      const found = pick(
        random,
        stepsOf(visits.slice(-120), ({ status }) => status === 'done' || status === 'cancelled'),
      )
      await supervise(
        found && { type: 'reopen-step', visit: found.visit, step: found.step, note: stage.newId() },
      )
      return
    }
    case 'cancel': {
      const found = pick(
        random,
        stepsOf(visits, (step) => step.status === 'waiting' || step.status === 'blocked'),
      )
      await receive(found && { type: 'cancel-step', ...found })
      return
    }
    case 'add': {
      const found = visit()
      const service = pick(random, open)
      if (found && service && !found.steps.every(isEnded))
        await receive({
          type: 'add-step',
          visit: found.id,
          service: service.id,
          before: random() < 0.4,
          printer: null,
        })
      return
    }
    case 'priority': {
      const found = visit()
      if (found) await receive({ type: 'set-priority', visit: found.id, priority: !found.priority })
      return
    }
    case 'help': {
      const counter = pick(
        random,
        [...hall.counters.values()].filter(({ staff }) => staff !== null),
      )
      if (!counter?.staff) return
      const { id, staff } = counter
      await give({ type: 'ask-help', counter: id, staff, alarm: random() < 0.1 }, `staff:${staff}`)
      stage.in(between(random, 20, 300), async () => {
        await supervise({ type: 'answer-help', counter: id, staff: SUPERVISOR.slice(6), maySteer: true })
      })
    }
  }
}

function stepsOf(visits: readonly Visit[], is: (step: Step) => boolean): { visit: string; step: string }[] {
  return visits.flatMap(({ id, steps }) => steps.filter(is).map((step) => ({ visit: id, step: step.id })))
}
