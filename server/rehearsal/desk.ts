// One counter of a rehearsal and whoever works there: opens, calls, waits for the visitor, serves, refers, holds,
// makes a mistake and undoes it, pauses and goes home.
import type { Command } from '../hall/command.ts'
import type { Actor } from '../hall/event.ts'
import type { CounterState } from '../hall/hall.ts'
import { callableAt, nextAt } from '../hall/next.ts'
import { isRefusal } from '../hall/refusal.ts'
import { stepAtCounter, stepOf } from '../hall/visit.ts'
import { around, between, numberOfText, pick } from '../training/random.ts'
import type { MadeUp } from '../training/visitors.ts'
import { type People, RECEPTION } from './people.ts'
import { chooseEnd, finishing, type Break, type Shift, shiftOf } from './shift.ts'
import type { Stage } from './stage.ts'

/** The command without what the desk itself knows. */
type Own<C> = C extends { readonly counter: string; readonly staff: string }
  ? Omit<C, 'counter' | 'staff'>
  : never

/** Seconds until an idle desk looks again. */
const LOOK = 60
/** Real serving takes less than the plan says, and no two officers take equally long. */
const PACE = 0.6
const SPREAD = 0.55

const CHOSEN = 0.02
const CALL_UNDONE = 0.006
const PUT_BACK = 0.008
const MISS_UNDONE = 0.06
const RETURNS = 0.55
const HELD = 0.06
const HANDED_OVER = 0.008
const END_UNDONE = 0.01
const SENT_ON_UNSTARTED = 0.006

export interface Desk {
  readonly id: string
  /** Plans today's shift. */
  begin(): void
  /** Somebody may be callable: an idle desk will soon look. */
  rouse(): void
  /** Whether it could serve somebody who stands before it, for one of these services. */
  isFreeFor(services: readonly string[]): boolean
  seat(made: MadeUp): Promise<boolean>
}

interface Ground {
  readonly stage: Stage
  readonly id: string
  readonly people: () => People
}

/** The two officers of a counter. */
export const officersOf = (counter: string): readonly [string, string] => [
  `latihan-${counter}-a`,
  `latihan-${counter}-b`,
]

export function makeDesk({ stage, id, people }: Ground): Desk {
  const { hall } = stage
  const random = stage.chance(`desk ${id}`)
  const [usual, second] = officersOf(id)
  let staff = usual
  let shift: Shift | null = null
  let breaks: Break[] = []
  /** Nobody is being called or served, and nothing is planned but the next look. */
  let idle = false
  /** Cancels what was planned before the last look. */
  let looks = 0

  const state = (): CounterState | undefined => hall.counters.get(id)
  const isOurs = () => state()?.staff === staff
  const by = (): Actor => `staff:${staff}`
  const give = (command: Own<Command>) => stage.give({ ...command, counter: id, staff } as Command, by())
  const minute = () => 24 * 60 - (hall.endsAt - stage.now()) / 60_000
  const isHere = (visit: string) => state()?.current?.visit === visit && isOurs()

  /** Goes on later if the same visitor is still at the desk; else the desk is free. */
  function goOn(seconds: number, visit: string, deed: () => Promise<void>): void {
    stage.in(seconds, () => (isHere(visit) ? deed() : look()))
  }

  function free(): void {
    stage.in(between(random, 4, 45), look)
  }

  async function open(): Promise<void> {
    const found = state()
    if (!found) return
    // Somebody was placed here, or the last visitor of an earlier day is still being served.
    if (found.staff !== null) staff = found.staff
    await give({ type: 'open-counter', mayHoldSeveral: false })
    const visit = state()?.current?.visit
    if (visit !== undefined && isHere(visit)) goOn(between(random, 20, 200), visit, finish)
    else await look()
  }

  async function look(): Promise<void> {
    idle = false
    const found = state()
    if (!shift || !found || !isOurs() || found.state === 'closed') return
    if (found.current) {
      const { visit } = found.current
      goOn(between(random, 30, 90), visit, async () => {
        const at = hall.visits.get(visit)
        if (at && stepAtCounter(at)?.status === 'serving') await finish()
        else await begin(visit)
      })
      return
    }
    const next = breaks[0]
    if (next && next.at <= minute() && minute() < shift.ends) {
      breaks = breaks.slice(1)
      return pause(next)
    }
    if (shift.relieved !== null && shift.relieved <= minute()) return relieve()
    const isWanted = nextAt(hall, id, stage.now()) !== null
    if (minute() >= shift.latest || (minute() >= shift.ends + 4 && !isWanted)) {
      await give({ type: 'close-counter', mayCloseAny: false })
      return
    }
    if (found.state === 'paused') await give({ type: 'open-counter', mayHoldSeveral: false })
    if (isWanted) return call()
    idle = true
    const mine = (looks += 1)
    stage.in(LOOK, () => (idle && mine === looks ? look() : undefined))
  }

  async function pause({ minutes, reason, signsOut }: Break): Promise<void> {
    if (signsOut) await stage.give({ type: 'leave-counters', staff }, by())
    else {
      const said = random() < 0.5 ? Math.max(1, Math.round(minutes)) : null
      await give({ type: 'pause-counter', reason: reason === null ? null : { code: reason }, minutes: said })
    }
    stage.in(minutes * 60, async () => {
      if (!isOurs() || state()?.state !== 'paused') return
      await give({ type: 'open-counter', mayHoldSeveral: false })
      await look()
    })
  }

  /** The second officer takes over the counter, in one step or by closing it first. */
  async function relieve(): Promise<void> {
    shift = shift && { ...shift, relieved: null }
    if (random() < 0.5) {
      const toAgency = hall.layout.counters.get(id)?.agency ?? ''
      await give({ type: 'hand-over', to: second, toAgency, mayHoldSeveral: false })
    } else await give({ type: 'close-counter', mayCloseAny: false })
    staff = second
    stage.in(between(random, 10, 240), async () => {
      await give({ type: 'open-counter', mayHoldSeveral: false })
      await look()
    })
  }

  async function call(): Promise<void> {
    const made = { call: stage.newId(), announcement: stage.newId() }
    const others = random() < CHOSEN ? callableAt(hall, id, stage.now(), 6).slice(1) : []
    const chosen = pick(random, others)?.visit.id
    const codes = hall.layout.plan.reasons.call ?? []
    const code = random() < 0.8 ? pick(random, codes)?.id : undefined
    if (chosen === undefined) await give({ type: 'call-next', ...made })
    else await give({ type: 'call', visit: chosen, reason: code ? { code } : null, ...made })
    const visit = state()?.current?.visit
    if (visit === undefined) return free()
    if (random() < CALL_UNDONE) return goOn(between(random, 3, 12), visit, () => takeBack(free))
    if (random() < PUT_BACK) return goOn(between(random, 20, 60), visit, putBack)
    expect(visit, people().comesIn(visit), 0)
  }

  async function takeBack(then: () => void | Promise<void>): Promise<void> {
    await give({ type: 'undo' })
    await then()
  }

  async function putBack(): Promise<void> {
    await give({ type: 'put-back' })
    free()
  }

  /** How many seconds the visitor is away. `waited`: seconds since the call. */
  function expect(visit: string, comes: number | null, waited: number): void {
    const patience = 42
    if (comes !== null && comes <= patience) return goOn(comes, visit, () => begin(visit))
    goOn(patience, visit, async () => {
      if (waited + patience > 100 || (waited > 0 && random() < 0.5)) return miss(visit)
      await give({ type: 'recall', announcement: stage.newId() })
      expect(visit, comes === null ? null : comes - patience, waited + patience)
    })
  }

  async function miss(visit: string): Promise<void> {
    await give({ type: 'miss' })
    if (random() < MISS_UNDONE) {
      stage.in(between(random, 5, 25), async () => {
        const answer = await give({ type: 'undo' })
        if (!isRefusal(answer) && isHere(visit)) await begin(visit)
        else await look()
      })
      return
    }
    if (random() < RETURNS) stage.in(between(random, 120, 1_500), () => comesBack(visit))
    free()
  }

  /** A visitor who was missed, or went to fetch something, turns up after all. */
  async function comesBack(visit: string): Promise<void> {
    const found = hall.visits.get(visit)
    const aside = found?.steps.find(({ status }) => status === 'missed' || status === 'held')
    if (!found || !aside) return
    people().isBack(visit)
    const chance = random()
    if (chance < 0.3 && aside.status === 'missed') {
      await stage.give({ type: 'delay-visit', visit }, `visitor:${visit}`)
    } else if (chance < 0.5 && idle && isOurs()) {
      const reason = { code: 'sudah-di-loket' }
      const made = { call: stage.newId(), announcement: stage.newId() }
      idle = false
      const answer = await give({ type: 'call', visit, reason, ...made })
      if (isRefusal(answer)) return look()
      goOn(between(random, 3, 10), visit, () => begin(visit))
    } else if (chance < 0.8 && isOurs()) await give({ type: 'release', visit })
    else await stage.give({ type: 'release-step', visit, step: aside.id }, RECEPTION)
  }

  async function begin(visit: string): Promise<void> {
    if (random() < SENT_ON_UNSTARTED) return end(true)
    await give({ type: 'start' })
    serve(visit)
  }

  function serve(visit: string): void {
    const step = state()?.current?.step
    const found = hall.visits.get(visit)
    const service = found && step !== undefined ? stepOf(found, step)?.service : undefined
    const planned = hall.layout.services.get(service ?? '')?.minutes ?? 5
    // Some are quicker than others.
    const own = 0.85 + (0.3 * numberOfText(staff)) / 2 ** 32
    const seconds = Math.min(around(random, planned * PACE * own, SPREAD), planned * 6) * 60
    if (random() < HELD) return goOn(seconds * between(random, 0.2, 0.7), visit, hold)
    if (random() < HANDED_OVER && staff === usual)
      return goOn(seconds / 2, visit, async () => {
        const toAgency = hall.layout.counters.get(id)?.agency ?? ''
        const answer = await give({ type: 'hand-over', to: second, toAgency, mayHoldSeveral: false })
        if (!isRefusal(answer)) staff = second
        goOn(seconds / 2, visit, finish)
      })
    goOn(seconds, visit, finish)
  }

  async function hold(): Promise<void> {
    const visit = state()?.current?.visit ?? ''
    const minutes = random() < 0.6 ? Math.round(between(random, 3, 15)) : null
    const code = pick(random, hall.layout.plan.reasons.hold)?.id
    await give({ type: 'hold', reason: code && random() < 0.9 ? { code } : null, minutes })
    people().isBack(visit)
    if (minutes === null && random() < 0.93) stage.in(between(random, 180, 1_800), () => comesBack(visit))
    free()
  }

  const finish = () => end(false)

  /** `unstarted`: the visitor is only referred. */
  async function end(unstarted: boolean): Promise<void> {
    const found = state()?.current
    const visit = found && hall.visits.get(found.visit)
    const step = visit && found && stepOf(visit, found.step)
    if (!visit || !step) return look()
    const chosen = chooseEnd(hall.layout, visit, step, random, unstarted)
    const answer = await give(chosen)
    if (isRefusal(answer)) {
      if (unstarted) await give({ type: 'start' })
      await give(finishing({ outcome: 'served' }))
    } else if (random() < END_UNDONE) {
      stage.in(between(random, 4, 25), async () => {
        const undone = await give({ type: 'undo' })
        if (isRefusal(undone)) return look()
        goOn(between(random, 20, 150), visit.id, () => end(unstarted))
      })
      return
    } else if (chosen.type === 'finish' && chosen.comeBack && random() < 0.75) {
      stage.in(between(random, 900, 5_400), () => comesBack(visit.id))
    }
    free()
  }

  return {
    id,
    begin() {
      staff = usual
      shift = shiftOf(hall, id, random)
      if (!shift) return
      breaks = [...shift.breaks]
      stage.at(stage.instantOf(shift.opens), open)
    },
    rouse() {
      if (!idle) return
      const mine = looks
      stage.in(between(random, 3, 14), () => (idle && mine === looks ? look() : undefined))
    },
    isFreeFor(services) {
      const own = hall.layout.counters.get(id)?.services ?? []
      return idle && state()?.state === 'open' && isOurs() && services.some((one) => own.includes(one))
    },
    async seat(made) {
      idle = false
      const visit = stage.newId()
      const ids = { visit, token: stage.newToken(), call: stage.newId() }
      const answer = await give({ type: 'serve', ...made, ...ids })
      if (isRefusal(answer)) {
        await look()
        return false
      }
      serve(visit)
      return true
    },
  }
}
