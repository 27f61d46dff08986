// The push: who looks at which topic, and what they get. A view is computed once per topic, written once, and sent to
// all of its subscribers; when, is the pacing's business.
import type { Recorded } from '../hall/event.ts'
import { type Context, iso } from './context.ts'
import { concerns, isPaced } from './concerns.ts'
import { createPacing, PACE, type Paced } from './pacing.ts'
import { closeCodes } from './protocol.ts'
import { type Display, keepAlive, send, type Subscriber } from './sockets.ts'
import { both, touched, type Touched } from './topics.ts'
import { split, viewOf } from './view-of.ts'

/** RFC 6455: the server stops. */
const GOING_AWAY = 1001
/** Milliseconds that a stop waits for the others' goodbye: a TV that was switched off never answers. */
const LAST_WORD = 1_000

interface Topic extends Paced {
  readonly name: string
  /** Each with the view that it was sent last, as it was written, without its envelope. */
  readonly subscribers: Map<Subscriber, string>
  timer: NodeJS.Timeout | undefined
}

export interface Push {
  /** Adds a subscriber, who gets the whole view at once; false if there is no such topic. */
  subscribe(name: string, subscriber: Subscriber): boolean
  /** Tells of committed events. */
  committed(records: readonly Recorded[]): void
  /** All topics may have changed: the clock turned suspect, or right. */
  refresh(): void
  /** Topics of a kind may have changed by what is no event: a device reported, a printer ran out of paper. */
  look(kind: string): void
  /** Displays that look at a board now, in order of coming. */
  displays(): Display[]
  /** Told whenever a display comes or goes. */
  onDisplays(listener: () => void): void
  /** Shows those the door who may not look any more. Done with every beat too; to be called where that is too late. */
  recheck(): void
  close(): void
}

/** Makes the push around a context. */
export function createPush(context: Context, log: { error(error: unknown, message: string): void }): Push {
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
    const head = `{"type":"view","topic":${JSON.stringify(topic.name)},"seq":${context.hall.seq},"at":"${at}","view":`
    return Buffer.from(`${head}${view}}`)
  }

  /** Computes a topic and arms its timer for what time alone will change. */
  function compute(topic: Topic): string | undefined {
    const timed = viewOf(context, topic.name)
    clearTimeout(topic.timer)
    if (!timed) return undefined
    if (timed.until !== null) {
      topic.timer = setTimeout(touch, Math.max(timed.until - context.now(), PACE), topic, true)
      topic.timer.unref()
    }
    return JSON.stringify(timed.view)
  }

  /** Sends the view to those who were not sent it last: who came late may know it already. */
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
      const view = compute(topic)
      // Yesterday's visit after another midnight, a zone that left the plan.
      if (view === undefined)
        for (const { socket } of topic.subscribers.keys()) socket.close(closeCodes.noSuchTopic)
      else sendNew(topic, view)
    } catch (error) {
      log.error(error, `no view of ${topic.name.split(':')[0]}`)
    }
  }

  /** What a batch changed, asked of every topic once. */
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
        // Who can't be looked up just now stays till the next beat.
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
      timer: undefined,
    }
    const view = compute(topic)
    if (view === undefined) return false
    topics.set(name, topic)
    // The others have not seen this state yet, if it is another one.
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
    look: (kind) => {
      for (const topic of topics.values()) if (split(topic.name)[0] === kind) touch(topic, false)
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
