// What the parts of the panel share: the counter, the hall around it, the person, and the open dialog.
import { signal, type Signal } from '@preact/signals'
import type { Hall } from '../../screens/hall.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { givenUpAt } from '../../screens/press.ts'
import { type Action, isMine, isPossible, followUp } from './possible-actions.ts'
import { isSamePress, openDesk, type Desk, type Order, type Source, documentsHere } from './desk.ts'
import { KEY_PRESSES, makeSign, raiseAlarm, TOUCHES } from './help/call-for-help.ts'
import { sessionEnded, type Staff } from '../session.ts'
import { options } from './settings/options.ts'

type DialogName = (typeof ASKING)[number] | 'menu' | 'password' | 'settings'

/** Who is at the counter now. */
export type Visit = NonNullable<CounterView['current']>

export interface Workplace {
  desk: Desk
  hall: Hall
  me: Staff
  dialog: Signal<DialogName | null>
  /** The number that the call dialog starts with; empty: it is typed. */
  calling: Signal<string>
  /** The press that waits for the answer to the previous one, or that waited and was not carried out. */
  queued: Signal<Queued | null>
  /** Does an action or opens its dialog, or lets it wait for its turn; does nothing if it makes no sense now. */
  act(action: Action, source: Source): void
  /** Opens the call dialog with this number in it. */
  callWithReason(number: string, source: Source): void
  /** A press of the alarm's key, a touch of the counter's name: the silent alarm, once the signal is complete. */
  pressAlarm(): void
  touchAlarm(): void
}

/** A press that came while the previous one was under way. */
interface Queued {
  readonly action: Action
  readonly source: Source
  /** The call that was seen, and until when it is meant (rules E5 and E6). */
  readonly call: string | null
  readonly until: string | null
  /** What was on the screen has changed since: the action is not carried out. */
  readonly dropped?: true
}

/** Actions that ask something first. */
const ASKING = [
  'hold',
  'refer',
  'incomplete',
  'finish-reason',
  'call',
  'serve',
  'hand-over',
  'pause',
] as const

/** Everything one panel needs; close its `desk` when it goes. */
export function makeWorkplace(counter: string, hall: Hall, me: Staff): Workplace {
  const dialog = signal<DialogName | null>(null)
  const calling = signal('')
  const queued = signal<Queued | null>(null)
  const desk = openDesk(counter, {
    onView: (view) => hall.seen(view.hall.plan),
    onSignedOut: sessionEnded,
    onFree: goOn,
    next: (done, view) => followUp(done.path, view, me.username, options.value),
  })

  function act(action: Action, source: Source, until?: string | null): void {
    const view = desk.view.value
    if (!view || desk.live.freshness.value !== 'live' || !isPossible(action, view, me.username)) return
    if (desk.busy.value !== null) return enqueue(action, source, view)
    queued.value = null
    const asking = ASKING.find((name) => name === action)
    if (asking) {
      desk.forgive()
      calling.value = ''
      dialog.value = asking
    } else void desk.send(orderOf(action, view), source, until)
  }

  function orderOf(action: Action, view: CounterView): Order {
    const path = pathOf(action, view)
    const documents = action === 'finish' && documentsHere(hall, view)
    return documents ? { path, body: { documents } } : { path }
  }

  /** Only one waits: the last. The same press again is impatience with the one under way. */
  function enqueue(action: Action, source: Source, view: CounterView): void {
    if (isSamePress(desk.pressed.value, source) || desk.busy.value === pathOf(action, view)) return
    queued.value = { action, source, call: callIn(view), until: givenUpAt() }
  }

  /**
   * Carries out the press that waited, if what it was meant for is still there. A refusal of the previous one must be
   * read first.
   */
  function goOn(): void {
    const [waits, view] = [queued.value, desk.view.value]
    if (waits === null) return
    queued.value = null
    if (view === null || desk.problem.value !== null || desk.live.freshness.value !== 'live') return
    const isMeant = waits.call === callIn(view) && isPossible(waits.action, view, me.username)
    if (isMeant) act(waits.action, waits.source, waits.until)
    else queued.value = { ...waits, dropped: true }
  }

  const [pressed, touched] = [makeSign(KEY_PRESSES), makeSign(TOUCHES)]
  function alarm(isComplete: (now: number) => boolean): void {
    const view = desk.view.value
    if (isComplete(performance.now()) && view && isMine(view, me.username)) raiseAlarm(counter)
  }

  function callWithReason(number: string, source: Source): void {
    act('call', source)
    calling.value = number
  }

  return {
    desk,
    hall,
    me,
    dialog,
    calling,
    queued,
    act: (action, source) => act(action, source),
    callWithReason,
    pressAlarm: () => alarm(pressed),
    touchAlarm: () => alarm(touched),
  }
}

const callIn = ({ current }: CounterView): string | null => current && current.call

/** The last part of a command's path. Messages are read in the order in which they came; the view has the newest first. */
function pathOf(action: Action, { messages }: CounterView): string {
  const oldest = messages[messages.length - 1]
  return action === 'read' && oldest ? `messages/${encodeURIComponent(oldest.id)}/read` : action
}
