// Screens that watch while a random day is played: early and late ones, over quick, slow and broken connections.
// After every command each of them must show what would be computed now, and must have been sent nothing that it
// showed already. Time stands still except for `passes`: the test has replaced all timers.
import { EventEmitter } from 'node:events'
import { vi } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import type { Recorded } from '../../server/hall/event.ts'
import type { Hall } from '../../server/hall/hall.ts'
import type { Context } from '../../server/live/context.ts'
import type { BoardView } from '../../server/live/board.ts'
import type { CounterView } from '../../server/live/counter.ts'
import type { VisitView } from '../../server/live/visit.ts'
import { PACE, createPush, type Push } from '../../server/live/push.ts'
import { paceOf, saidAs, viewOf } from '../../server/live/view-of.ts'
import { seen } from '../rules/seen.ts'
import { createRandom, type Random } from './prng.ts'
import type { Play, Watcher } from './play.ts'

const MINUTE = 60_000
/** Nobody plays through a longer wait: all screens are switched off, and on again after it. */
const NIGHT = 10 * MINUTE
/** Visits that are looked at, on phones and at the reception. */
const MOST_VISITS = 8
/** A view is due one pace after the change; by then it has been sent. */
const LATE = PACE + 1
/** What time alone changes is shown within this time, whatever it is. */
const LONGEST = MINUTE
/** The rest of a round of the event loop, as the test's timers have it. */
const MOMENT = 1

export class Screens implements Watcher {
  /** How often the interesting cases happened. */
  readonly met = {
    /** Somebody began to look while others did, between a change and its view. */
    late: 0,
    /** Differed from what would be computed now by time alone. */
    byTime: 0,
    batches: 0,
    tooSlow: 0,
    silent: 0,
    cut: 0,
    gone: 0,
    nights: 0,
    restarts: 0,
    besides: 0,
  }
  private readonly random: Random
  private readonly screens = new Set<Screen>()
  /** When the push computed each topic last. */
  private readonly computed = new Map<string, number>()
  private readonly visits: string[] = []
  private readonly besides: Besides
  private readonly clock = { base: 0, mark: performance.now() }
  private play: Play | null = null
  private push: Push | null = null
  private clockState = 'right'
  private pending: Recorded[] = []
  private readonly faults: string[] = []

  constructor(seed: number) {
    this.random = createRandom(seed)
    this.besides = new Besides(this.random)
  }

  /** From now on they look at this play. */
  watch(play: Play): void {
    this.play = play
    this.pending = []
    this.clock.base = play.time().now
    this.switchOn()
  }

  /** Nobody takes a counter of another agency, and now and then it is the manager, who may hold several. */
  admit(command: Command): Command | null {
    if (command.type === 'open-counter' && this.random.oneIn(4))
      return { ...command, staff: MANAGER, mayHoldSeveral: true }
    const who =
      command.type === 'hand-over'
        ? command.to
        : command.type === 'open-counter' || command.type === 'assign-counter'
          ? command.staff
          : null
    if (who === null || !('counter' in command)) return command
    const counter = this.hall().layout.counters.get(command.counter)
    return counter === undefined || agencies[who] === counter.agency ? command : null
  }

  recorded(records: readonly Recorded[]): void {
    if (this.play) this.pending.push(...records)
  }

  /**
   * Sometimes commands come so close together that the screens are told of several at once, or before they showed the
   * last.
   */
  played(): void {
    const { random } = this
    if (random.oneIn(4)) return
    if (random.oneIn(200)) this.restarted()
    if (random.oneIn(6)) this.somethingBesides()
    this.tell()
    if (random.oneIn(3)) this.comeAndGo()
    if (random.oneIn(5)) return flow(random.int(PACE))
    flow(MOMENT)
    if (random.oneIn(4)) this.checkCalls()
    flow(LATE)
    this.check()
  }

  passes(ms: number): void {
    if (!this.play) return
    this.tell()
    const left = this.play.time().now - this.now()
    if (ms > NIGHT) this.passLong()
    else if (left > 0) {
      flow(left)
      this.refreshWithClock()
      if (ms < MINUTE && !this.random.oneIn(3)) return
      flow(LATE)
      this.check()
    }
  }

  restarted(): void {
    this.met.restarts += 1
    this.sleep()
  }

  close(): void {
    this.push?.close()
  }

  private hall(): Hall {
    if (!this.play) throw new Error('nothing is played')
    return this.play.hall
  }

  private now(): number {
    const { base, mark } = this.clock
    return Math.max(this.hall().at, base + performance.now() - mark)
  }

  /** The hall as it is now, at this moment or with other data. */
  private contextAt(now: () => number): Context {
    const hall = () => this.hall()
    return {
      ...seen(hall(), 0),
      ...this.besides.parts(hall),
      get hall() {
        return hall()
      },
      now,
      minute: () => Math.floor((now() - hall().startsAt) / MINUTE) % (24 * 60),
      clockState: () => this.play?.time().state ?? 'right',
    }
  }

  private readonly context = () => this.contextAt(() => this.now())

  /** Somebody may have confirmed the time: it is what the play says, even if it went back. */
  private adjustClock(): void {
    const { now } = this.play?.time() ?? { now: 0 }
    if (this.pending.some(({ event: { type } }) => type === 'clock-confirmed' || type === 'day-reopened'))
      Object.assign(this.clock, { base: now, mark: performance.now() })
  }

  private refreshWithClock(): void {
    const state = this.play?.time().state ?? 'right'
    if (state !== this.clockState) this.push?.refresh()
    this.clockState = state
  }

  private tell(): void {
    this.adjustClock()
    this.refreshWithClock()
    this.met.batches += this.pending.length > 1 ? 1 : 0
    const told = this.pending.splice(0)
    this.push?.committed(told)
    for (const { event } of told)
      if (event.type === 'visit-taken' && this.random.oneIn(2)) this.follow(event.visit)
  }

  private follow(visit: string): void {
    for (const topic of [`visit:token-${visit}`, `reception:${visit}`]) this.look(topic)
    this.visits.push(visit)
    const [first] = this.visits
    if (this.visits.length <= MOST_VISITS || first === undefined) return
    this.visits.shift()
    for (const screen of this.screens)
      if ([`visit:token-${first}`, `reception:${first}`].includes(screen.topic)) this.leave(screen)
  }

  private topics(): string[] {
    const { zones, counters, agencies } = this.hall().layout
    return [
      'kiosk',
      'reception',
      'board:all',
      'agency:all',
      'monitor',
      ...[...zones.keys()].map((id) => `board:${id}`),
      ...[...counters.keys()].map((id) => `counter:${id}`),
      ...[...agencies.keys()].map((id) => `agency:${id}`),
      ...[...agencies.keys()].slice(0, 1).map((id) => `monitor:${id}`),
    ]
  }

  private switchOn(): void {
    const log = { error: (error: unknown) => void this.faults.push(String(error)) }
    this.push = createPush(this.context(), log, (context, topic) => {
      this.computed.set(topic, this.now())
      return viewOf(context, topic)
    })
    for (const topic of this.topics()) this.look(topic)
  }

  /** Nobody waits for a whole night here. Screens on a visit of the day before must learn that it is over. */
  private passLong(): void {
    const { now } = this.play?.time() ?? { now: 0 }
    if (now < this.hall().endsAt) this.sleep()
    else Object.assign(this.clock, { base: now, mark: performance.now() })
  }

  /** All screens are off while the time passes. */
  private sleep(): void {
    this.met.nights += 1
    this.push?.close()
    for (const screen of this.screens) screen.socket.terminate()
    flow(LATE)
    this.screens.clear()
    Object.assign(this.clock, { base: this.play?.time().now ?? 0, mark: performance.now() })
    this.clockState = this.play?.time().state ?? 'right'
    this.switchOn()
  }

  private look(topic: string): void {
    const { random } = this
    const line = random.weighted<Line>([
      [12, 'quick'],
      [2, 'slow'],
      [1, 'dead'],
    ])
    const socket = new FakeSocket(line, (data) => screen.hear(data))
    const screen: Screen = new Screen(topic, socket, this.faults)
    const subscriber = { socket: socket as never, display: null, whyNot: () => null }
    const others = [...this.screens].some((one) => one.topic === topic)
    if (!this.push?.subscribe(topic, subscriber)) {
      if (viewOf(this.context(), topic)) this.faults.push(`${topic}: nobody may look`)
      return
    }
    if (screen.last === null) this.faults.push(`${topic}: no first view`)
    if (others) this.met.late += 1
    this.screens.add(screen)
  }

  /** Some come, some leave, some connections break; screens that lost theirs reconnect. */
  private comeAndGo(): void {
    const { random } = this
    for (const { socket } of this.screens) if (random.oneIn(60)) socket.drain()
    const lost = [...this.screens].filter(({ socket }) => socket.readyState !== FakeSocket.OPEN)
    for (const screen of lost) {
      this.screens.delete(screen)
      this.look(screen.topic)
    }
    const topics = this.topics()
    if (random.oneIn(2)) this.look(random.pick(topics))
    if (random.oneIn(2)) this.leave(random.pick([...this.screens]))
    for (const topic of topics) if (![...this.screens].some((one) => one.topic === topic)) this.look(topic)
  }

  private leave(screen: Screen): void {
    this.screens.delete(screen)
    this.met.cut += 1
    screen.socket.terminate()
  }

  /** Something that is no event of the hall, reported as the app reports it. */
  private somethingBesides(): void {
    this.met.besides += 1
    for (const kind of this.besides.change()) {
      if (kind === 'all') this.push?.refresh()
      else this.push?.look(kind)
    }
  }

  /** Calls are shown at once, except on the agencies' topics, which are less urgent. */
  private checkCalls(): void {
    for (const { topic, last, socket } of this.screens) {
      const [kind = ''] = topic.split(':')
      if (socket.readyState !== FakeSocket.OPEN || !(kind in callsOf)) continue
      const fresh = viewOf(this.context(), topic)
      if (!fresh || last === null) continue
      const calls = JSON.stringify(callsOf[kind]?.(fresh.view))
      const shown = JSON.stringify(callsOf[kind]?.(JSON.parse(last)))
      if (calls !== shown) this.faults.push(`${topic}: calls ${shown} a moment after they were ${calls}`)
    }
    this.mustBeWell()
  }

  private check(): void {
    const now = this.now()
    const fresh = new Map<string, string | null>()
    for (const screen of this.screens) {
      const { topic, socket } = screen
      if (socket.readyState !== FakeSocket.OPEN) continue
      if (!fresh.has(topic)) fresh.set(topic, this.freshly(topic, () => now)?.text ?? null)
      const text = fresh.get(topic) ?? null
      if (text === null) this.faults.push(`${topic} is still looked at and is gone`)
      else if (screen.last !== text && !this.isExcused(screen, now))
        this.faults.push(`${topic} shows ${difference(screen.last ?? '', text)}`)
    }
    for (const screen of this.screens) if (screen.socket.readyState !== FakeSocket.OPEN) this.lost(screen)
    this.mustBeWell()
  }

  private lost(screen: Screen): void {
    const { topic, socket } = screen
    this.screens.delete(screen)
    if (socket.code === 4004) {
      this.met.gone += 1
      if (viewOf(this.context(), topic)) this.faults.push(`${topic} was closed and is there`)
    } else {
      this.met[socket.line === 'dead' ? 'silent' : 'tooSlow'] += 1
      if (socket.line === 'quick') this.faults.push(`${topic}: a good line was cut`)
      this.look(topic)
    }
  }

  /**
   * Whether only time separates what is shown from what would be computed now: no event since it was computed changes
   * the view of that moment, and it is not yet time to compute it again.
   */
  private isExcused({ topic, last }: Screen, now: number): boolean {
    const at = this.computed.get(topic) ?? 0
    // It goes at a pace of its own, whatever happens.
    if (now < at + (paceOf(topic) ?? 0) + LATE) return true
    const then = this.freshly(topic, () => at)
    this.met.byTime += 1
    const again = Math.min(then?.until ?? Infinity, at + LONGEST)
    return then?.text === last && Math.max(again, at + PACE) + LATE > now
  }

  private freshly(topic: string, now: () => number): { text: string; until: number | null } | null {
    const timed = viewOf(this.contextAt(now), topic)
    return timed ? { text: JSON.stringify(timed.view), until: timed.until } : null
  }

  private mustBeWell(): void {
    if (this.faults.length > 0) throw new Error(this.faults.slice(0, 3).join('\n\n'))
  }
}

/** The calls of each kind of view. */
const callsOf: Record<string, (view: unknown) => unknown> = {
  board: (view) => [(view as BoardView).calls, (view as BoardView).announcement],
  counter: (view) => (view as CounterView).current,
  visit: (view) => (view as VisitView).visit.steps.map(({ status, counter }) => [status, counter]),
}

/** Where two views differ. */
function difference(shown: string, expected: string): string {
  let from = 0
  while (shown[from] === expected[from]) from += 1
  const around = (text: string) => text.slice(Math.max(0, from - 100), from + 100)
  return `…${around(shown)}… instead of …${around(expected)}…`
}

/** Time goes on by so many milliseconds. */
function flow(ms: number): void {
  vi.advanceTimersByTime(ms)
}

/** `slow`: hardly anything gets through. `dead`: the other end does not answer. */
type Line = 'quick' | 'slow' | 'dead'

/** A socket of the server as the push knows it. */
class FakeSocket extends EventEmitter {
  static readonly OPEN = 1
  readonly OPEN = FakeSocket.OPEN
  readyState: number = FakeSocket.OPEN
  bufferedAmount = 0
  code: number | null = null
  readonly line: Line
  private readonly hear: (data: Buffer) => void

  constructor(line: Line, hear: (data: Buffer) => void) {
    super()
    this.line = line
    this.hear = hear
  }

  send(data: Buffer): void {
    if (this.line === 'slow') this.bufferedAmount += 20 * data.length
    this.hear(data)
  }

  drain(): void {
    this.bufferedAmount = 0
  }

  ping(): void {
    if (this.line !== 'dead') setImmediate(() => this.emit('pong'))
  }

  close(code: number): void {
    this.code ??= code
    this.end(2)
  }

  terminate(): void {
    this.end(3)
  }

  private end(state: number): void {
    if (this.readyState === FakeSocket.OPEN) setImmediate(() => this.emit('close'))
    this.readyState = state
  }
}

/** A screen on a topic, and what it shows. */
class Screen {
  readonly topic: string
  readonly socket: FakeSocket
  /** The last view, as it was written. */
  last: string | null = null
  private seq = -1
  private readonly faults: string[]

  constructor(topic: string, socket: FakeSocket, faults: string[]) {
    this.topic = topic
    this.socket = socket
    this.faults = faults
  }

  hear(data: Buffer): void {
    const message = data.toString()
    if (message.startsWith('{"type":"beat"')) return
    const [, topic, seq, view = ''] =
      /^\{"type":"view","topic":"([^"]*)","seq":(\d+),"at":"[^"]*","view":(.*)\}$/s.exec(message) ?? []
    if (topic !== saidAs(this.topic)) this.faults.push(`${this.topic} was sent ${message.slice(0, 80)}`)
    if (view === this.last) this.faults.push(`${this.topic} was sent what it shows: ${view}`)
    if (Number(seq) < this.seq) this.faults.push(`${this.topic} was sent back from ${this.seq} to ${seq}`)
    this.seq = Number(seq)
    this.last = view
  }
}

/** Zones whose last announcement was not heard. */
function silentZones({ announcements }: Hall): { zone: string; since: number }[] {
  const last = new Map<string, { zone: string; since: number } | null>()
  for (const { zone, status, at } of announcements.values())
    if (status === 'heard' || status === 'unheard')
      last.set(zone, status === 'unheard' ? { zone, since: at } : null)
  return [...last.values()].flatMap((one) => one ?? [])
}

const MANAGER = 'made'

/** The agency of everybody who may hold a counter. */
const agencies: Readonly<Record<string, string | null>> = {
  [MANAGER]: null,
  ayu: 'dukcapil',
  budi: 'dukcapil',
  citra: 'polres',
  dewi: 'polres',
  eka: 'bank',
  fajar: 'bank',
  gita: 'dukcapil',
  hari: 'bank',
}

/** Everything that views show but that is not part of the hall's day. */
class Besides {
  private readonly random: Random
  private readonly states = new Map<string, 'ready' | 'paper-out' | 'unknown'>()
  private here = 3
  private voice: 'speaks' | 'mute' | 'none' = 'speaks'
  private files = 0
  private damaged = false
  private reportedAt = 0

  constructor(random: Random) {
    this.random = random
  }

  parts(hall: () => Hall): Partial<Context> {
    return {
      staff: (id) => ({ username: id, name: id.toUpperCase() }),
      note: (id) => `words of ${id}`,
      people: () =>
        Object.entries(agencies)
          .slice(0, 4 + this.here)
          .map(([id, agency], index) => {
            return {
              id,
              username: id,
              name: id,
              role: agency === null ? 'manager' : 'officer',
              agency,
              signedIn: index < this.here,
            }
          }),
      printers: () =>
        (hall().layout.plan.printers ?? []).map((printer) => {
          const state = this.states.get(printer.id) ?? 'unknown'
          const why = state === 'paper-out' ? state : null
          return { printer, now: { state, why, at: null, waiting: 0, lastProblem: null } }
        }),
      voiceIn: () => this.voice,
      silentZones: () => silentZones(hall()),
      media: () => [...'ab'].slice(0, this.files).map((id) => ({ id, name: `${id}.png`, type: 'image/png' })),
      damages: () => (this.damaged ? [{ kind: 'missing', count: 1, from: null, to: null }] : []),
      devices: () => [
        {
          id: 'kiosk-1',
          kind: 'kiosk',
          zone: 'depan',
          label: null,
          enrolledAt: 0,
          report: { at: this.reportedAt, version: '0.1.0', clockOffsetMs: null, memoryMb: null },
          looks: true,
          mute: false,
        },
      ],
    }
  }

  /** Changes something of it; returns the kinds of topic that the app then computes, or all. */
  change(): string[] {
    const { random } = this
    return random.pick<() => string[]>([
      () => {
        this.states.set('printer-1', random.pick(['ready', 'paper-out', 'unknown']))
        return ['counter', 'kiosk', 'reception', 'monitor']
      },
      () => {
        this.here = random.int(9)
        return ['agency', 'counter', 'monitor']
      },
      () => {
        this.voice = random.pick(['speaks', 'mute', 'none'])
        return ['counter', 'agency', 'reception', 'monitor']
      },
      () => {
        this.files = random.int(3)
        return ['board']
      },
      () => {
        this.damaged = !this.damaged
        return ['all']
      },
    ])()
  }
}
