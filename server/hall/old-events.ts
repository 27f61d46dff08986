// Events that were written before they stood alone, completed: the ids of the steps they made, and what an undo took
// back. Both follow from the events of the same day before them, so this walks a day in its order. It folds nothing: a
// day that does not fold can still be read.
import { type Action, type Event, type EventOf, type Recorded, sentTo } from './event.ts'
import { stepId } from './visit.ts'

/** What a day's events so far tell. */
interface Told {
  /** How many steps each visit has had, those an undo took away not counted. */
  readonly steps: Map<string, number>
  /** By counter: the last action, which an undo takes back, and how many steps its visit had before it. */
  readonly last: Map<string, { readonly action: Action; readonly steps: number }>
}

export class OldEvents {
  /** By day: one that was closed wrongly goes on after the next one began. */
  private days = new Map<string, Told>()

  /**
   * The event with everything that one written today would say; call it with every event, in order. New ones come back
   * unchanged.
   */
  complete(recorded: Recorded): Recorded {
    const { event, day } = recorded
    if (event.type === 'day-opened') this.open(event)
    const told = this.toldOf(day)
    const whole = completed(event, told)
    follow(whole, told)
    return whole === event ? recorded : { ...recorded, event: whole }
  }

  private toldOf(day: string): Told {
    const known = this.days.get(day)
    if (known) return known
    const told: Told = { steps: new Map(), last: new Map() }
    this.days.set(day, told)
    return told
  }

  private open({ day, carried }: EventOf<'day-opened'>): void {
    this.days = new Map([...this.days].filter(([label]) => label !== day).slice(-1))
    const { steps } = this.toldOf(day)
    // Only the step that was being served was carried over; what joins the visit now is numbered after it.
    for (const { visit, step } of carried) steps.set(visit, Number(step.slice(visit.length + 1)))
  }
}

function completed(event: Event, { steps, last }: Told): Event {
  const id = (visit: string, place: number) => stepId(visit, (steps.get(visit) ?? 0) + place)
  switch (event.type) {
    case 'visit-taken': {
      if (event.steps.every(({ step }) => step !== undefined)) return event
      return {
        ...event,
        steps: event.steps.map((one, place) => ({ ...one, step: stepId(event.visit, place) })),
      }
    }
    case 'step-added':
      return event.added === undefined ? { ...event, added: id(event.visit, 0) } : event
    case 'finished':
      return event.comeBack === true && event.back === undefined
        ? { ...event, back: id(event.visit, 0) }
        : event
    case 'referred': {
      if (event.sent !== undefined) return event
      const sent = sentTo(event).map((_, place) => id(event.visit, place))
      return { ...event, sent, ...(event.comeBack && { back: id(event.visit, sent.length) }) }
    }
    case 'undone': {
      const action = event.action ?? last.get(event.counter)?.action
      return action === undefined || event.action !== undefined ? event : { ...event, action }
    }
    default:
      return event
  }
}

function follow(event: Event, { steps, last }: Told): void {
  const isAction = event.type === 'handed-over' || ('step' in event && 'counter' in event)
  if (isAction && event.counter !== null) {
    const before = 'visit' in event ? (steps.get(event.visit) ?? 0) : 0
    last.set(event.counter, { action: event as Action, steps: before })
  }
  if (event.type === 'undone') {
    const taken = last.get(event.counter)
    if (taken && 'visit' in taken.action) steps.set(taken.action.visit, taken.steps)
    return
  }
  // The visit begins, whatever its id stood for before.
  if (event.type === 'visit-taken') steps.set(event.visit, event.steps.length)
  const more = joining(event)
  if (more > 0 && 'visit' in event) steps.set(event.visit, (steps.get(event.visit) ?? 0) + more)
}

/** How many steps join a visit that goes on. */
function joining(event: Event): number {
  switch (event.type) {
    case 'step-added':
      return 1
    case 'finished':
      return event.comeBack === true ? 1 : 0
    case 'referred':
      return sentTo(event).length + (event.comeBack ? 1 : 0)
    default:
      return 0
  }
}
