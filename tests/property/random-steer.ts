// What supervisors and the reception might do next, and counters that call for help.
import type { Command } from '../../server/hall/command.ts'
import type { Hall } from '../../server/hall/hall.ts'
import { isEnded } from '../../server/hall/visit.ts'
import * as steer from '../rules/steer-commands.ts'
import type { Random } from './prng.ts'

/** Makes such commands for a hall. */
export function randomSteering(random: Random) {
  let messages = 0
  const anyCounter = (hall: Hall) => random.pick([...hall.layout.counters.keys(), 'loket-99'])

  const help = (hall: Hall): Command => {
    const counter = anyCounter(hall)
    const unread = hall.counters.get(counter)?.messages.map(({ id }) => id) ?? []
    return random.weighted<Command>([
      [2, steer.askHelp(counter, random.oneIn(3))],
      [2, steer.answerHelp(counter, random.pick(['ayu', 'eka', 'spv']), random.oneIn(2))],
      [2, steer.sendMessage(counter, `m${(messages += 1)}`)],
      [2, steer.readMessage(counter, random.pick([...unread, 'nothing']))],
    ])
  }

  const anyService = (hall: Hall) => random.pick([...hall.layout.services.keys(), 'paspor'])

  const phase = (hall: Hall): Command => {
    const status = random.pick(['open', 'open', 'trial', 'soon', 'paused', 'paused', 'elsewhere'] as const)
    const until = status === 'paused' && random.oneIn(2) ? hall.at + random.int(30) * 60_000 : null
    const reason = random.pick([null, { code: 'rapat' }, { note: 'note' }])
    return steer.setPhase(anyService(hall), status, {
      until,
      reason: status === 'paused' ? reason : null,
      waiting: random.pick([null, 'serve', 'move', 'move', 'end'] as const),
      to: random.pick([anyService(hall), null]),
    })
  }

  const today = (hall: Hall): Command => {
    const counter = anyCounter(hall)
    const own = hall.layout.base.counters.find(({ id }) => id === counter)?.services ?? []
    const services = random.some([...own, ...own, anyService(hall)], 3)
    return random.oneIn(2)
      ? steer.setQuota(anyService(hall), random.pick([null, 0, 2, 50]))
      : steer.setDesk(counter, ...new Set(services))
  }

  /** At the reception: mostly about somebody who still needs something. */
  const reception = (hall: Hall): Command => {
    const all = [...hall.visits.values()]
    const open = all.filter(({ steps }) => !steps.every(isEnded))
    const from = open.length > 0 && !random.oneIn(10) ? open : all
    const visit = from.length > 0 && !random.oneIn(40) ? random.pick(from) : null
    const id = visit?.id ?? 'nobody'
    const step = visit && !random.oneIn(40) ? random.pick(visit.steps).id : 'nothing'
    return random.weighted<Command>([
      [
        2,
        steer.addStep(id, anyService(hall), random.oneIn(2), random.pick([null, 'printer-1', 'printer-2'])),
      ],
      [1, steer.cancelStep(id, step)],
      [1, steer.setPriority(id, random.oneIn(2))],
      [1, steer.releaseStep(...aside(hall, id, step))],
    ])
  }

  /** Mostly somebody who is on hold or was missed. */
  const aside = (hall: Hall, visit: string, step: string): [visit: string, step: string] => {
    const places = [...hall.queues.values()].flatMap(({ held, missed }) => [...held.places, ...missed.places])
    if (places.length === 0 || random.oneIn(5)) return [visit, step]
    const place = random.pick(places)
    return [place.visit, place.step]
  }

  /** Mostly what has ended; now and then what has not. */
  const again = (hall: Hall): Command => {
    const steps = [...hall.visits.values()].flatMap(({ id, steps: own }) => own.map((step) => ({ id, step })))
    const ended = steps.filter(({ step }) => isEnded(step))
    const one = random.pick([...(random.oneIn(6) ? steps : ended).slice(-40), undefined])
    return steer.reopen(one?.id ?? 'nobody', one?.step.id ?? 'nothing')
  }

  const place = (hall: Hall): Command => {
    const counter = anyCounter(hall)
    const agency = hall.layout.counters.get(counter)?.agency ?? null
    const ofAgency = random.oneIn(6) ? random.pick(['polres', null]) : agency
    const staff = random.pick(['ayu', 'budi', 'citra', 'dewi', 'eka', 'fajar', 'gita'])
    return steer.assign(counter, staff, { ofAgency, isHere: !random.oneIn(4) })
  }

  return (hall: Hall): Command =>
    random.weighted<(now: Hall) => Command>([
      [4, help],
      [2, phase],
      [1, today],
      [3, reception],
      [3, again],
      [1, place],
    ])(hall)
}
