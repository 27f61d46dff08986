// An event as older servers wrote it, before it was self-contained.
import type { Event, Recorded } from '../../server/hall/event.ts'

/** The same event with less in it: no ids of the steps that it made; for an undo only the counter. */
export function asOnce(recorded: Recorded): Recorded {
  return { ...recorded, event: once(recorded.event) }
}

function once(event: Event): Event {
  switch (event.type) {
    case 'visit-taken':
      return {
        ...event,
        steps: event.steps.map(({ service, after, missing }) => ({ service, after, missing })),
      }
    case 'referred': {
      const { sent: _, back: __, ...rest } = event
      return rest
    }
    case 'finished': {
      const { back: _, ...rest } = event
      return rest
    }
    case 'step-added': {
      const { added: _, ...rest } = event
      return rest
    }
    case 'undone':
      return { type: 'undone', counter: event.counter }
    default:
      return event
  }
}
