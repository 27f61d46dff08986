// The push: who looks at which topic, and what they get. A view is computed once per topic, written once, and sent to
// all its subscribers without waiting for slow ones; `Pacing` decides when.
import type { WebSocket } from 'ws'
import type { Recorded } from '../hall/event.ts'
import { iso, type Context } from './context.ts'
import { closeCodes } from './protocol.ts'
import { both, touched, type Touched } from './topics.ts'
import { concerns, isPaced, paceOf, saidAs, split, viewOf } from './view-of.ts'

/** RFC 6455: the server stops. */
const GOING_AWAY = 1001
/** Milliseconds that a stop waits for the other side's goodbye: a TV that has been switched off never answers. */
const LAST_WORD = 1_000
/** Bytes that may wait for a slow subscriber before it is cut off. */
const MOST_BUFFERED = 1_000_000
const BEAT = 5_000
/** A socket that answers no ping for this long is gone; only the network can tell so late. */
const PING = 30_000

/** A display that looks at a board, and may be asked to speak. */
export interface Display {
  readonly id: string
  /** The zone it is in; null: anywhere in the hall. */
  readonly zone: string | null
  /** The zone whose board it shows; null: that of the whole hall. */
  readonly board: string | null
}

export interface Subscriber {
  readonly socket: WebSocket
  readonly display: Display | null
  /** The code to close with once it may no longer look: a session ended, a device was revoked. Null: all is well. */
  readonly whyNot: () => number | null
}

interface Topic extends Paced {
  readonly name: string
  /** Each with the view it was last sent, as written, without its envelope. */
  readonly subscribers: Map<Subscriber, string>
  timer: NodeJS.Timeout | undefined
}

export interface Push {
  /** Adds a subscriber, who gets the whole view at once; false if there is no such topic. */
  subscribe(name: string, subscriber: Subscriber): boolean
  /** Takes committed events. */
  committed(records: readonly Recorded[]): void
  /** All topics may have changed: the clock came into doubt, or out of it. */
  refresh(): void
  /**
   * Topics of a kind, those of `ids` or all, may have changed without an event: a device reported, a forecast arrived.
   */
  look(kind: string, ids?: ReadonlySet<string>): void
  /** Displays that look at a board now, in order of arrival. */
  displays(): Display[]
  /** Called whenever a display comes or goes. */
  onDisplays(listener: () => void): void
  /** Disconnects those who may no longer look. Every beat does so too; call it when that is too late. */
  recheck(): void
  close(): void
}

/** Makes the push around a context. `compute` makes the view of a topic, `viewOf` by default. */
export function createPush(
  context: Context,
  log: { error(error: unknown, message: string): void },
  compute = viewOf,
): Push {
  const topics = new Map<string, Topic>()
  const listeners: (() => void)[] = []
  const changes: Touched[] = []
  const pacing = createPacing({ all: () => topics.values(), before: spread, deliver })
  const { touch } = pacing

  const everybody = () => [...topics.values()].flatMap(({ subscribers }) => [...subscribers.keys()])
  const alive = keepAlive(everybody, () => {
    recheck()
    const beat = Buffer.from(JSON.stringify({ type: 'beat', at: iso(context.now()) }))
    for (const subscriber of everybody()) send(subscriber, beat)
  })

  function message(topic: Topic, view: string): Buffer {
    const at = iso(context.now())
    const head = `{"type":"view","topic":${JSON.stringify(saidAs(topic.name))},"seq":${context.hall.seq},"at":"${at}","view":`
    return Buffer.from(`${head}${view}}`)
  }

  /** Computes a topic and sets its timer for what time alone will change. */
  function look(topic: Topic): string | undefined {
    const timed = compute(context, topic.name)
    clearTimeout(topic.timer)
    if (!timed) return undefined
    if (timed.until !== null) {
      topic.timer = setTimeout(touch, Math.max(timed.until - context.now(), PACE), topic, true)
      topic.timer.unref()
    }
    return JSON.stringify(timed.view)
  }

  /** Sends the view to those who have not just been sent it: a latecomer may have it already. */
  function sendNew(topic: Topic, view: string): void {
    const missing = [...topic.subscribers].flatMap(([subscriber, sent]) => (sent === view ? [] : subscriber))
    if (missing.length === 0) return
    topic.sentAt = performance.now()
    const data = message(topic, view)
    for (const subscriber of missing) {
      topic.subscribers.set(subscriber, view)
      send(subscriber, data)
    }
  }

  /** A view that can't be made is a bug; it must not take the other screens along. */
  function deliver(topic: Topic): void {
    try {
      const view = look(topic)
      // Yesterday's visit after another midnight, a zone that left the plan.
      if (view === undefined)
        for (const { socket } of topic.subscribers.keys()) socket.close(closeCodes.noSuchTopic)
      else sendNew(topic, view)
    } catch (error) {
      log.error(error, `no view of ${topic.name.split(':')[0]}`)
    }
  }

  /** What a batch changed; every topic is asked once. */
  function spread(): void {
    for (const change of changes.splice(0)) {
      for (const topic of topics.values())
        if (concerns(context, topic.name, change)) touch(topic, change.atOnce && !isPaced(topic.name))
    }
  }

  function committed(records: readonly Recorded[]): void {
    if (topics.size === 0) return
    const all = records.map((recorded) => touched(context.hall, recorded))
    for (const atOnce of [true, false]) {
      const same = all.filter((change) => change.atOnce === atOnce)
      if (same.length > 0) changes.push(same.reduce(both))
    }
    pacing.schedule()
  }

  function recheck(): void {
    for (const { socket, whyNot } of everybody()) {
      try {
        const code = whyNot()
        if (code !== null) socket.close(code)
      } catch (error) {
        // A subscriber whose rights can't be looked up just now stays until the next beat.
        log.error(error, 'who looks at a topic is not known')
      }
    }
  }

  const tell = ({ display }: Subscriber) => {
    if (display) for (const listener of listeners) listener()
  }

  function leave(topic: Topic, subscriber: Subscriber): void {
    topic.subscribers.delete(subscriber)
    if (topic.subscribers.size === 0) {
      clearTimeout(topic.timer)
      topics.delete(topic.name)
    }
    tell(subscriber)
  }

  function subscribe(name: string, subscriber: Subscriber): boolean {
    const topic: Topic = topics.get(name) ?? {
      name,
      subscribers: new Map(),
      sentAt: performance.now(),
      due: null,
      pace: paceOf(name),
      timer: undefined,
    }
    const view = look(topic)
    if (view === undefined) return false
    topics.set(name, topic)
    // If the state is new, the others have not seen it yet.
    if ([...topic.subscribers.values()].some((sent) => sent !== view)) touch(topic, false)
    topic.subscribers.set(subscriber, view)
    alive.welcome(subscriber.socket)
    subscriber.socket.on('close', () => leave(topic, subscriber))
    send(subscriber, message(topic, view))
    tell(subscriber)
    return true
  }

  return {
    subscribe,
    committed,
    refresh: () => {
      for (const topic of topics.values()) touch(topic, true)
    },
    look: (kind, ids) => {
      for (const topic of topics.values()) {
        const [own, id] = split(topic.name)
        if (own === kind && (!ids || (id !== null && ids.has(id)))) touch(topic, false)
      }
    },
    displays: () => everybody().flatMap(({ display }) => display ?? []),
    onDisplays: (listener) => listeners.push(listener),
    recheck,
    close: () => {
      alive.stop()
      pacing.stop()
      const left = everybody()
      for (const { socket } of left) socket.close(GOING_AWAY)
      setTimeout(() => left.forEach(({ socket }) => socket.terminate()), LAST_WORD).unref()
      for (const { timer } of topics.values()) clearTimeout(timer)
    },
  }
}

/** Sends a whole message. One that can't keep up is cut off; the others never wait for it. */
function send({ socket }: Subscriber, data: Buffer): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate()
  else socket.send(data, { binary: false })
}

/** Calls `beat` every 5 s, and ends the sockets of those of `everybody()` who are gone. */
function keepAlive(everybody: () => Iterable<Subscriber>, beat: () => void) {
  const alive = new WeakSet<WebSocket>()
  const beats = setInterval(beat, BEAT)
  const pings = setInterval(() => {
    for (const { socket } of everybody()) {
      if (alive.delete(socket)) socket.ping()
      else socket.terminate()
    }
  }, PING)
  return {
    welcome(socket: WebSocket): void {
      alive.add(socket)
      socket.on('pong', () => alive.add(socket))
    },
    stop(): void {
      clearInterval(beats)
      clearInterval(pings)
    },
  }
}

// When a topic's view is sent again: a change of calls at once, other changes at most every 50 ms per topic, and never
// so many in one turn that a command has to wait for them.

/** Milliseconds between two views of a topic when no call changed. */
export const PACE = 50
/**
 * How many topics are computed in one turn, and for how many milliseconds, so that thousands of phones never keep
 * commands waiting.
 */
const PORTION = 100
const PORTION_MS = 2

export interface Paced {
  sentAt: number
  /** When to compute it again; null if nothing has changed. */
  due: number | null
  /** Its own pace in milliseconds, where it has one. */
  readonly pace?: number | undefined
}

interface Parts<Topic extends Paced> {
  readonly all: () => Iterable<Topic>
  /** Called before a portion, to mark what has changed meanwhile. */
  readonly before: () => void
  readonly deliver: (topic: Topic) => void
}

export function createPacing<Topic extends Paced>({ all, before, deliver }: Parts<Topic>) {
  /** A flush is already scheduled for this round of the event loop; a later one is in `later`. */
  let scheduled = false
  let later: NodeJS.Timeout | undefined

  /** The topic may have changed. */
  function touch(topic: Topic, atOnce: boolean): void {
    const due = atOnce ? 0 : topic.sentAt + (topic.pace ?? PACE)
    topic.due = topic.due === null ? due : Math.min(topic.due, due)
    schedule()
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    setImmediate(flush)
  }

  /** Sends what is due, a portion per turn; what is due later waits for its time. */
  function flush(): void {
    before()
    scheduled = false
    const now = performance.now()
    let left = PORTION
    let next = Infinity
    for (const topic of all()) {
      if (topic.due === null) continue
      if (topic.due > now) next = Math.min(next, topic.due)
      else if (left === PORTION || (left > 0 && performance.now() - now < PORTION_MS)) {
        left -= 1
        topic.due = null
        deliver(topic)
      } else next = now
    }
    clearTimeout(later)
    if (next <= now) schedule()
    else if (next < Infinity) later = setTimeout(schedule, next - now).unref()
  }

  return {
    touch,
    /** Has a portion sent in this round of the event loop. */
    schedule,
    stop: () => clearTimeout(later),
  }
}
