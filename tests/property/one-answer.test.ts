// What a kiosk says of a service before a number is taken is what the number says right after, in any hall that
// random days produce.
import { expect, it } from 'vitest'
import { Changes } from '../../server/hall/changes.ts'
import { decide, evolve } from '../../server/hall/rules.ts'
import type { Tells } from '../../server/forecast/hall/tells.ts'
import type { Hall } from '../../server/hall/hall.ts'
import { isRefusal } from '../../server/hall/refusal.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { visitView } from '../../server/live/visit.ts'
import { take } from '../rules/commands.ts'
import { regularPlan, rulesPlan } from '../rules/rules-plan.ts'
import { toldOf } from '../forecast/here.ts'
import { seen } from '../rules/seen.ts'
import { Play } from './play.ts'

/** Always played, and every seed that ever found something. */
const PINNED = [2, 3]
const { SEED } = process.env

/** What kiosk and number have in common. */
interface Said {
  readonly ahead: number | null
  readonly forecast: unknown
  readonly pausedUntil?: string | null
}
const said = ({ ahead, forecast, pausedUntil }: Said) => ({
  ahead,
  forecast,
  pausedUntil: pausedUntil ?? null,
})

let newcomers = 0

/** What a number for this service would say, taken in this hall and undone again; null if none is given. */
function afterTaking(hall: Hall, now: number, services: string[], priority: boolean, tells: Tells) {
  const context = seen(hall, now, tells)
  // What was told to one is kept: each is somebody else.
  const visit = `newcomer-${(newcomers += 1)}`
  const time = {
    now,
    minute: context.minute(),
    suspect: false,
    state: 'right' as const,
    system: now,
    held: false,
  }
  const events = decide(hall, { command: take(visit, services, { priority }), time })
  if (isRefusal(events)) return null
  const changes = new Changes()
  for (const event of events)
    evolve(hall, changes, { seq: hall.seq + 1, at: now, by: null, once: null, event } as never)
  const view = visitView(context, `token-${visit}`)
  changes.backTo()
  return view?.view.visit.steps ?? null
}

it.each(SEED ? [Number(SEED), ...PINNED] : PINNED)(
  '[K12] visitors are told the same before they take a number as after: seed %i',
  (seed) => {
    let [compared, withRivals, nobodyServes, together] = [0, 0, 0, 0]
    const play = new Play(seed, [rulesPlan, regularPlan])
    for (let round = 0; round < 60; round += 1) {
      play.play(25)
      const { hall } = play
      const tells = toldOf(hall, hall.at, 8)
      const { services } = kioskView(seen(hall, hall.at, tells)).view
      for (const before of services) {
        for (const priority of [false, true]) {
          const [step] = afterTaking(hall, hall.at, [before.id], priority, tells) ?? []
          if (!step) continue
          // The kiosk speaks to somebody without priority: who has it is called sooner, and never hears a later hour.
          const same = priority ? { ...said(before), forecast: step.forecast } : said(before)
          expect({ service: before.id, ...said(step) }).toEqual({ service: before.id, ...same })
          expect(priority ? (step.forecast?.highMinutes ?? 0) : 0).toBeLessThanOrEqual(
            before.forecast?.highMinutes ?? Infinity,
          )
          compared += 1
          if (before.ahead > before.waiting) withRivals += 1
          if (before.openCounters === 0) nobodyServes += 1
        }
      }
      // A moment later, so that nobody arrived at the same millisecond: the prefix of its first service would decide.
      const later = kioskView(seen(hall, hall.at + 1, tells)).view.services
      const open = later.filter(({ status, closed }) => /open|trial/.test(status) && closed === null)
      const several = open.slice(round % 3, (round % 3) + 3).map(({ id }) => id)
      if (several.length < 2) continue
      // Its own steps queue side by side: a later one may be behind an earlier one of the same visit.
      for (const [place, step] of (afterTaking(hall, hall.at + 1, several, false, tells) ?? []).entries()) {
        const before = later.find(({ id }) => id === step.service)
        if (step.status !== 'waiting' || !before) continue
        expect((step.ahead ?? 0) - before.ahead).toBeGreaterThanOrEqual(0)
        expect((step.ahead ?? 0) - before.ahead).toBeLessThanOrEqual(place)
        together += 1
      }
    }
    expect(Math.min(compared, withRivals, nobodyServes, together)).toBeGreaterThan(0)
  },
)
