// A week of the hall with random offices: who opens when, who goes home without a word, who stays. At the telling
// moments of each day every view is asked what it says, and checked against the truth.
import { alertsOf } from '../../counter-ui/supervise/Urgent.tsx'
import { buildFacts } from '../../server/reports/facts/build.ts'
import { readFacts } from '../../server/store/tables/facts.ts'
import type { Plan } from '../../server/hall/plan.ts'
import type { AgencyView } from '../../server/live/agency.ts'
import type { BoardView } from '../../server/live/board.ts'
import type { Timed } from '../../server/live/context.ts'
import type { CounterView } from '../../server/live/counter.ts'
import type { ReceptionVisitView } from '../../server/live/reception.ts'
import type { VisitView } from '../../server/live/visit.ts'
import { viewOf } from '../../server/live/view-of.ts'
import type { HallApp } from '../api/hall-app.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import type { Random } from './prng.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Midnight of Thursday 26 November 2026 in the plan's hall, UTC+8. */
export const THURSDAY = Date.UTC(2026, 10, 25, 16)
/** From that Thursday to the Friday of the week after. */
const DAYS = 9
const OPENS_LATE = '2026-12-01'
const HOLIDAY = '2026-11-30'

/** Hours 08.00–12.00 and 13.00–15.30 on workdays, a holiday on Monday, a service that is to open on Tuesday. */
export const weekPlan: Plan = {
  ...rulesPlan,
  operation: 'regular',
  holidays: [{ day: HOLIDAY, name: { id: 'Libur', en: 'Holiday' } }],
  secondCallSeconds: 60,
  services: rulesPlan.services.map((service) =>
    service.id === 'tabungan' ? { ...service, phase: { status: 'soon', expected: OPENS_LATE } } : service,
  ),
}

const OFFICERS = [
  { who: 'ayu', counter: 'loket-1', agency: 'dukcapil' },
  { who: 'budi', counter: 'loket-2', agency: 'dukcapil' },
  { who: 'dewi', counter: 'loket-3', agency: 'polres' },
] as const
type Officer = (typeof OFFICERS)[number]

export class Week {
  /** What was done, for the reader of a failure. */
  readonly told: string[] = []
  /** How often each interesting case happened: a week in which nothing happens proves nothing. */
  readonly met = { served: 0, leftOverNight: 0, closedByThemselves: 0, passedOver: 0, expired: 0, media: 0 }
  private readonly hall: HallApp
  private readonly random: Random
  private day = 0

  constructor(hall: HallApp, random: Random) {
    this.hall = hall
    this.random = random
  }

  async play(): Promise<void> {
    try {
      while (this.day < DAYS) {
        await this.oneDay()
        // The power fails now and then, for days.
        this.day += this.random.oneIn(8) ? 3 : 1
      }
      await this.at(7, 30)
      this.facts()
    } catch (error) {
      throw new Error(`after\n  ${this.told.slice(-15).join('\n  ')}`, { cause: error })
    }
  }

  private async oneDay(): Promise<void> {
    const { random } = this
    await this.at(7, 30)
    this.look('before opening')
    this.phones()
    this.facts()
    if (random.oneIn(3)) await this.officersDo(0.5)
    await this.tickets(false)
    for (const [hour, minute] of [
      [8, 5],
      [9, 30],
      [11, 0],
    ] as const) {
      await this.at(hour, minute)
      await this.work()
    }
    await this.at(12, 30)
    this.look('in the break')
    await this.tickets(false)
    await this.at(13, 10)
    await this.work()
    await this.at(15, 10)
    await this.work()
    this.look('closing soon')
    await this.at(15, 40)
    this.look('after closing')
    await this.tickets(false)
    for (const officer of OFFICERS) await this.goesHome(officer)
    for (const [hour, minute] of [
      [16, 45],
      [18, 30],
      [22, 0],
    ] as const)
      await this.at(hour, minute)
    this.look('at night')
    this.night()
  }

  /** It is this late on the present day, and the hall's clock has seen to what is due on the way. */
  private async at(hour: number, minute: number): Promise<void> {
    const to = THURSDAY + this.day * DAY + hour * HOUR + minute * MINUTE
    const open = () => [...this.hall.hall.counters.values()].filter(({ state }) => state !== 'closed').length
    this.hall.later({ seconds: (to - this.hall.clock.now) / 1000 })
    const before = this.hall.hall.closed ? 0 : open()
    await this.hall.dispatch({ command: { type: 'release-due' }, by: 'system:clock' })
    if (hour > 12) this.met.closedByThemselves += Math.max(0, before - open())
    this.told.push(`${this.label} ${hour}:${String(minute).padStart(2, '0')}`)
  }

  private get label(): string {
    return new Date(THURSDAY + this.day * DAY + DAY / 2).toISOString().slice(0, 10)
  }

  private get isWorkday(): boolean {
    const weekday = new Date(`${this.label}T00:00:00Z`).getUTCDay()
    return weekday !== 0 && weekday !== 6 && this.label !== HOLIDAY
  }

  /** Somebody does something there; a refusal is an answer too. */
  private async tries(officer: Officer, action: string, body: object = {}): Promise<boolean> {
    const { status, code } = await this.hall.ask(`POST /api/counters/${officer.counter}/${action}`, {
      as: officer.who,
      body,
    })
    this.told.push(`${officer.who} ${action}: ${status < 300 ? 'done' : String(code)}`)
    return status < 300
  }

  private async work(): Promise<void> {
    await this.tickets(this.isWorkday)
    await this.officersDo(0.9)
    await this.tickets(this.isWorkday)
  }

  /** Numbers are given within the hours and never outside them, and none that is at a counter. */
  private async tickets(open: boolean): Promise<void> {
    const standing = new Set(this.standing().map(({ number }) => number))
    for (let left = this.random.int(4); left >= 0; left--) {
      const services = this.random.some(['kk', 'ktp', 'skck'], 2)
      const { status, code, body } = await this.hall.ask<{ visit?: { number: string } }>('POST /api/visits', {
        as: 'manager',
        key: `${this.label} ${this.told.length} ${left}`,
        body: { services },
      })
      const number = body.visit?.number ?? null
      this.told.push(`a number for ${services.join(', ')}: ${number ?? String(code)}`)
      must((status === 201) === open, `a number was ${open ? 'refused' : 'given'}: ${String(code)}`)
      must(open || code === 'hall-closed', `refused for ${String(code)}`)
      must(number === null || !standing.has(number), `${number} still stands at a counter`)
      if (number !== null && standing.size > 0) this.met.passedOver += 1
    }
  }

  private async officersDo(likely: number): Promise<void> {
    const { random } = this
    for (const officer of OFFICERS) {
      if (random.int(100) >= likely * 100) continue
      await this.tries(officer, 'open')
      for (let left = random.int(6); left > 0; left--) {
        const action = random.weighted([
          [4, 'call-next'],
          [4, 'start'],
          [3, 'finish'],
          [1, 'miss'],
          [1, 'hold'],
          [1, 'put-back'],
        ] as const)
        if ((await this.tries(officer, action)) && action === 'finish') this.met.served += 1
      }
      if (random.oneIn(4)) await this.tries(officer, 'pause', random.oneIn(2) ? { minutes: 20 } : {})
    }
  }

  /** With Selesai or without, closed, signed out, or just gone. */
  private async goesHome(officer: Officer): Promise<void> {
    const { random } = this
    if (random.oneIn(2)) await this.tries(officer, 'finish')
    if (random.oneIn(2)) await this.tries(officer, 'put-back')
    if (random.oneIn(3)) await this.tries(officer, 'close')
    else if (random.oneIn(2)) await this.tries(officer, 'pause', { minutes: 30 })
    if (random.oneIn(2)) await this.hall.does('DELETE /api/session', { as: officer.who })
  }

  /** Who has been at a counter since an earlier day. */
  private standing() {
    const { counters, visits, day } = this.hall.hall
    return [...counters.values()].flatMap(({ id, current }) => {
      const visit = current && visits.get(current.visit)
      return visit && visit.day !== day ? [{ counter: id, number: visit.number, day: visit.day }] : []
    })
  }

  private shown<V>(topic: string): V {
    return (viewOf(this.hall.context, topic) as Timed<V>).view
  }

  private look(when: string): void {
    this.told.push(`looked ${when}`)
    const { now } = this.hall.clock
    const ofDay = THURSDAY + this.day * DAY
    const closes = this.isWorkday ? ofDay + 15.5 * HOUR : ofDay
    must(this.hall.hall.day === this.label, `it is still ${this.hall.hall.day}`)
    for (const zone of ['all', 'depan', 'tengah', 'belakang']) this.board(zone, when)
    for (const { counter, agency } of OFFICERS) {
      const panel = this.shown<CounterView>(`counter:${counter}`)
      const steering = this.shown<AgencyView>(`agency:${agency}`)
      must(panel.afterHours === now >= closes, `${counter} says afterHours ${panel.afterHours}`)
      must(steering.afterHours === panel.afterHours, `${agency} says afterHours ${steering.afterHours}`)
      this.leftAt(counter, panel, steering)
    }
    const asked = alertsOf(this.shown<AgencyView>('agency:bank'), now).some(({ kind }) => kind === 'due')
    must(asked === this.label >= OPENS_LATE, `asked of the service that opens: ${asked}`)
  }

  /** No number twice, nobody of another day, no pause that should be over, hours as in the plan. */
  private board(zone: string, when: string): void {
    const board = this.shown<BoardView>(`board:${zone}`)
    const now = this.hall.clock.now
    const numbers = [...board.calls, ...board.missed, ...board.recent].map(({ number }) => number)
    must(new Set(numbers).size === numbers.length, `twice on board ${zone}: ${numbers.join()}`)
    const today = new Set([...this.hall.hall.visits.values()].filter(({ day }) => day === this.label))
    const given = new Set([...today].map(({ number }) => number))
    must(
      numbers.every((number) => given.has(number)),
      `of another day: ${numbers.join()}`,
    )
    for (const { counter, until } of board.paused)
      must(until === null || Date.parse(until) > now, `${counter} is on a break until ${until}`)
    must(board.hours.open === (this.isWorkday && when === 'closing soon'), `open ${when}`)
    must(board.hours.closing === board.hours.open, `closing ${when}`)
    const opens = board.hours.opens && `${board.hours.opens.day} ${board.hours.opens.minute}`
    const next =
      when === 'before opening' ? [0, 480] : when === 'in the break' ? [0, 780] : ([1, 480] as const)
    const isSame = this.isWorkday && next[0] === 0
    must(isSame ? opens === `${this.label} ${next[1]}` : (opens ?? '') > this.label, `opens ${opens} ${when}`)
  }

  /** Yesterday’s pages say that the number is over, or being served; the reception says which day that one is from. */
  private phones(): void {
    const { yesterday, visits } = this.hall.hall
    for (const [token, id] of yesterday?.tokens ?? []) {
      const { visit } = this.shown<VisitView>(`visit:${token}`)
      const open = visit.steps.filter(({ status }) => !['done', 'cancelled', 'expired'].includes(status))
      must(open.length === Number(visits.has(id)), `${visit.number} has ${open.length} open steps`)
      must(visit.day !== this.label, `${visit.number} is of today`)
      must(
        open.every(({ status }) => status === 'serving'),
        `${visit.number} is ${open[0]?.status}`,
      )
      if (open.length === 0) continue
      const { visit: found } = this.shown<ReceptionVisitView>(`reception:${id}`)
      must(found.day === visit.day, `the reception says ${found.number} is of ${found.day}`)
    }
  }

  /** Panel and supervisor are told who is left at a counter, and since when. */
  private leftAt(counter: string, panel: CounterView, steering: AgencyView): void {
    const { current } = panel
    const told = alertsOf(steering, this.hall.clock.now).find(
      (one) => one.kind === 'left' && one.counter === counter,
    )
    const isOld = current !== null && current.day !== this.label
    must(isOld === this.standing().some((one) => one.counter === counter), `${counter} has the wrong day`)
    if (!isOld) return
    this.met.leftOverNight += 1
    must(told?.kind === 'left' && told.day === current.day, `nobody is told of ${current.number}`)
  }

  /** Six hours after everybody went: every counter without a visitor is closed, and the others are reported. */
  private night(): void {
    const board = this.shown<BoardView>('board:all')
    for (const { counter, agency } of OFFICERS) {
      const { current } = this.shown<CounterView>(`counter:${counter}`)
      const state = board.counters.find(({ id }) => id === counter)?.state
      must(current !== null || state === 'closed', `${counter} is ${state} at night`)
      const alerts = alertsOf(this.shown<AgencyView>(`agency:${agency}`), this.hall.clock.now)
      const isTold = alerts.some((one) => one.kind === 'left' && one.counter === counter)
      must(isTold === (current !== null), `all goes well at ${counter}, where ${current?.number} is left`)
    }
    const dark = board.counters.every(({ state }) => state === 'closed')
    must(board.media.length === 0 || !dark, 'pictures are shown to nobody')
    if (dark) this.met.media += 1
  }

  /** For each day that is over: no service time of another day, and no wait beyond what the service was open. */
  private facts(): void {
    for (const { day, fault } of buildFacts(this.hall.db))
      must(fault === null, `no facts of ${day}: ${fault}`)
    for (let day = 0; day < this.day; day++) {
      const midnight = THURSDAY + day * DAY
      const label = new Date(midnight + DAY / 2).toISOString().slice(0, 10)
      for (const fact of readFacts(this.hall.db, label)) {
        const isSameNight = (fact.endedAt ?? 0) < midnight + DAY + 4 * HOUR
        const served = fact.servedSeconds ?? 0
        must(isSameNight || fact.servedSeconds === null, `${fact.number} was served for ${served} s`)
        // Offices left at 15.40, and at most put back then whom they had not served.
        const most = (midnight + 15 * HOUR + 41 * MINUTE - fact.takenAt) / 1000
        const waited = fact.waitedSeconds ?? fact.uncalledSeconds ?? 0
        must(waited <= most, `${fact.number} waited ${waited} s, at most ${most}`)
        if (fact.status === 'expired') this.met.expired += 1
      }
    }
  }
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}
