// A counter as this browser follows and operates it. What is shown comes only from the server: the live view, and the
// whole view that comes with the answer to every command. Only one command at a time is sent, a double press is one
// press, and each command says which call was seen and until when it is meant: one that was given up on never affects
// the next visitor.
import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { CounterView } from '../../server/live/counter.ts'
import { command, type Outcome, type Problem, newKey } from '../../screens/command.ts'
import { givenUpAt, SAME_PRESS_MS } from '../../screens/press.ts'
import { connectLive, type Live } from '../../screens/live.ts'
import { type After, after } from '../../screens/timer.ts'
import type { Hall } from '../../screens/hall.ts'

/** What was used to press: the name of a key, a finger or mouse, or a dialog's form. */
export type Source = `key ${string}` | 'pointer' | 'form'

/** A command to this counter: the last part of its path, and its body. */
export interface Order {
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
}

export interface Desk {
  readonly id: string
  readonly live: Live<CounterView>
  /** The newest true view, null before the first. */
  readonly view: ReadonlySignal<CounterView | null>
  /** The path of the command under way, or null. */
  readonly busy: ReadonlySignal<string | null>
  /** What pressed it. */
  readonly pressed: ReadonlySignal<Source | null>
  /** Whether it has had no answer for so long that the page should say so. */
  readonly slow: ReadonlySignal<boolean>
  /** Why the last command was refused: until the next one, or until the visitor it was about has left. */
  readonly problem: ReadonlySignal<Problem | null>
  /** Whether the last call found nobody. */
  readonly nobody: ReadonlySignal<boolean>
  /** Whether commands are accepted: the view is true and nothing is under way. */
  readonly ready: ReadonlySignal<boolean>
  /** Whether a press now would still be part of the last one. */
  readonly settling: ReadonlySignal<Source | null>
  /**
   * Sends a command; returns whether it was done. Ignored (false) while not `ready` or for a second press. `until`:
   * for a press that had to wait, until when it is meant.
   */
  send(order: Order, source: Source, until?: string | null): Promise<boolean>
  /** Call it when the page has just moved by itself: a finger that comes down now was meant for something else. */
  moved(): void
  /** Removes the message of the last command. */
  forgive(): void
  close(): void
}

interface Answer {
  counter: CounterView
  seq: number
  call?: unknown
}

export interface DeskIo {
  connect(topic: string, onView: (view: CounterView, seq: number) => void): Live<CounterView>
  command(path: string, body: Order['body'], key: string): Promise<Outcome<Answer>>
  /** When this page stops waiting for what it sends now, by the hall's clock; null while that is not known. */
  givenUpAt(): string | null
  after: After
}

/** How long a press may go without an answer before the page says so: a person begins to wonder. */
export const SLOW_MS = 2_500

/** Whether a press may be the second half of the last one; a form was sent by Enter or by a click. */
export function isSamePress(last: Source | null, now: Source): boolean {
  return last === now || (last === 'form' && (now === 'key Enter' || now === 'pointer'))
}

const browserDeskIo: DeskIo = {
  connect: (topic, onView) => connectLive<CounterView>({ topic, onView }),
  command: (path, body, key) => command<Answer>('POST', path, body, { key }),
  givenUpAt,
  after,
}

/** What is sent: the order with what was seen at the counter. A call for help or a message is about no call. */
function asSeen({ path, body = {} }: Order, view: CounterView | null): Record<string, unknown> {
  if (view === null || path.startsWith('help') || path.startsWith('messages')) return { ...body }
  const undo = path === 'undo' && view.undo ? { undo: view.undo.until } : {}
  return { ...body, ...undo, call: view.current && view.current.call }
}

/** The visitor a message on the page is about. */
const whatFor = ({ counter, current }: CounterView): string =>
  `${counter.state} ${current ? current.call : ''}`

interface DeskEvents {
  onView(view: CounterView): void
  onSignedOut(): void
  /** What follows automatically once a command is done, as part of the same press; null for nothing. */
  next?(done: Order, view: CounterView): Order | null
  /** A press was carried out or refused: the next one may come. */
  onFree?(): void
}

/** Follows the counter until `close`. */
export function openDesk(id: string, events: DeskEvents, io: DeskIo = browserDeskIo): Desk {
  const view = signal<CounterView | null>(null)
  const busy = signal<string | null>(null)
  const pressed = signal<Source | null>(null)
  const slow = signal(false)
  const problem = signal<Problem | null>(null)
  const nobody = signal(false)
  const settling = signal<Source | null>(null)
  // A command without an answer may have been done, or may still be: pressed again, it is sent under the same key,
  // until a view arrives from after the moment at which it was given up. That view shows what became of it, and
  // nothing more will happen.
  let unanswered: { order: string; key: string; until: string | null } | null = null
  let stopSettling: (() => void) | null = null

  /** The last event that came over the socket: a late answer may be older. */
  let newest = 0

  function show(fresh: CounterView): void {
    if (view.value !== null && whatFor(fresh) !== whatFor(view.value)) problem.value = null
    if (fresh.next.length > 0) nobody.value = false
    view.value = fresh
    events.onView(fresh)
  }

  const live = io.connect(`counter:${id}`, (fresh, seq) => {
    newest = seq
    const { value: at } = live.at
    if (unanswered && (unanswered.until === null || (at !== null && at > unanswered.until))) unanswered = null
    show(fresh)
  })
  const ready = computed(() => live.freshness.value === 'live' && busy.value === null)

  function settle(source: Source): void {
    if (stopSettling) stopSettling()
    settling.value = source
    stopSettling = io.after(SAME_PRESS_MS, () => {
      settling.value = null
    })
  }

  async function send(order: Order, source: Source, until = io.givenUpAt()): Promise<boolean> {
    if (!ready.value || isSamePress(settling.value, source)) return false
    pressed.value = source
    const done = await one(order, until)
    let last = done ? order : null
    while (last !== null && view.value !== null && live.freshness.value === 'live') {
      const next = events.next ? events.next(last, view.value) : null
      last = next !== null && (await one(next, io.givenUpAt())) ? next : null
    }
    busy.value = null
    pressed.value = null
    settle(source)
    if (events.onFree) events.onFree()
    return done
  }

  async function one(order: Order, until: string | null): Promise<boolean> {
    busy.value = order.path
    problem.value = null
    nobody.value = false
    const body = asSeen(order, view.value)
    const written = JSON.stringify([order.path, body])
    const key = unanswered && unanswered.order === written ? unanswered.key : newKey()
    const sent = until === null ? body : { ...body, notAfter: until }
    const answered = io.after(SLOW_MS, () => {
      slow.value = true
    })
    const outcome = await io.command(`/api/counters/${id}/${order.path}`, sent, key)
    answered()
    slow.value = false
    if (outcome.ok) {
      nobody.value = outcome.data.call === null
      unanswered = null
      if (outcome.data.seq >= newest) show(outcome.data.counter)
      return true
    }
    unanswered = outcome.problem.code === 'offline' ? { order: written, key, until } : null
    problem.value = outcome.problem
    if (outcome.problem.status === 401) events.onSignedOut()
    return false
  }

  function forgive(): void {
    problem.value = null
    nobody.value = false
  }

  return {
    id,
    live,
    view,
    busy,
    pressed,
    slow,
    problem,
    nobody,
    ready,
    settling,
    send,
    // The second half of a press still under way matters more.
    moved: () => void (settling.value === null && settle('pointer')),
    forgive,
    close: () => live.close(),
  }
}

// How many documents are handed over to the visitor, if the plan says that the service hands any over: one, unless the
// officer says otherwise, so that finishing stays a single press.

export const MOST_DOCUMENTS = 20

/** For one call: the next visitor begins with one again. */
const said = signal({ call: '', count: 1 })

/** What finishing would note now, 0 to 20; null: nobody is being served here, or the service hands nothing over. */
export function documentsHere({ services }: Pick<Hall, 'services'>, { current }: CounterView): number | null {
  if (!current || current.status !== 'serving') return null
  const service = services.value.get(current.service)
  if (!service || !service.documents) return null
  return said.value.call === current.call ? said.value.count : 1
}

/** The officer says how many. */
export function sayDocuments({ current }: CounterView, count: number): void {
  if (current) said.value = { call: current.call, count }
}
