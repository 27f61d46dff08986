// What the parts of the panel share: the counter, the hall around it, the person, and the dialog that is open.
import { signal, type Signal } from '@preact/signals'
import type { Hall } from '../screens/hall.ts'
import type { CounterView } from '../server/live/counter-view.ts'
import { pick } from '../screens/i18n.ts'
import { isMine, isPossible, type Action } from './desk/actions.ts'
import { openDesk, type Desk, type Source } from './desk/desk.ts'
import { followUp } from './desk/follow-up.ts'
import { KEY_PRESSES, makeSign, raiseAlarm, TOUCHES } from './help/alarm.ts'
import { sessionEnded, type Staff } from './session.ts'
import { options } from './settings/settings.ts'

export type DialogName = (typeof ASKING)[number] | 'menu' | 'password' | 'settings'

export interface Workplace {
  desk: Desk
  hall: Hall
  me: Staff
  dialog: Signal<DialogName | null>
  /** The number that the dialog of a call begins with; empty: it is typed. */
  calling: Signal<string>
  /** Does an action or opens its dialog; nothing where it makes no sense now. */
  act(action: Action, source: Source): void
  /** Opens the dialog of a call with this number in it. */
  callWithReason(number: string, source: Source): void
  /** A press of the alarm's key, a touch of the counter's name: the silent alarm, once the sign is complete. */
  pressAlarm(): void
  touchAlarm(): void
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
  const desk = openDesk(counter, {
    onView: (view) => hall.seen(view.hall.plan),
    onSignedOut: sessionEnded,
    next: (done, view) => followUp(done.path, view, me.username, options.value),
  })

  function act(action: Action, source: Source): void {
    const view = desk.view.value
    if (!view || !desk.ready.value || !isPossible(action, view, me.username)) return
    const asking = ASKING.find((name) => name === action)
    if (asking) {
      desk.forgive()
      calling.value = ''
      dialog.value = asking
    } else void desk.send({ path: pathOf(action, view) }, source)
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
    act,
    callWithReason,
    pressAlarm: () => alarm(pressed),
    touchAlarm: () => alarm(touched),
  }
}

/** The last part of a command's path. Messages are read in the order in which they came; the view has the newest first. */
function pathOf(action: Action, { messages }: CounterView): string {
  const oldest = messages[messages.length - 1]
  return action === 'read' && oldest ? `messages/${encodeURIComponent(oldest.id)}/read` : action
}

/** The name of a service, or its id for one that the plan has lost. */
export function serviceName({ hall }: Pick<Workplace, 'hall'>, id: string): string {
  const service = hall.services.value.get(id)
  return service ? pick(service.name) : id
}

/** The name of a counter, `Loket 3`, or its id. */
export function counterName({ hall }: Pick<Workplace, 'hall'>, id: string): string {
  const counter = hall.counters.value.get(id)
  return counter ? pick(counter.name) : id
}
