// What supervisors and the reception might do next, and counters that call for help.
import type { Command } from '../../server/hall/command.ts'
import type { Hall } from '../../server/hall/hall.ts'
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

  return (hall: Hall): Command => random.weighted<(now: Hall) => Command>([[1, help]])(hall)
}
