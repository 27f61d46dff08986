// What one visitor does at the kiosk: which screen they are on and what they have chosen. Ends without a trace.
import { batch, signal, type ReadonlySignal } from '@preact/signals'
import type { Taken } from './kept.ts'

export type Place =
  | { at: 'start' }
  | { at: 'events' }
  | { at: 'event'; bundle: string }
  | { at: 'agencies' }
  | { at: 'agency'; agency: string }
  | { at: 'wanted' }
  | { at: 'search' }
  | { at: 'check' }
  | { at: 'number'; taken: Taken }
  | { at: 'scanned'; token: string }

/** A visit has at most as many services as the contract allows for one number. */
export const MOST_SERVICES = 8

export interface Trip {
  place: ReadonlySignal<Place>
  /** Service ids in the order of the visit: the first gives the number its letter. */
  chosen: ReadonlySignal<readonly string[]>
  /** Requirement ids that the visitor said they lack. */
  missing: ReadonlySignal<readonly string[]>
  priority: ReadonlySignal<boolean>
  comeToMe: ReadonlySignal<boolean>
  go(place: Place): void
  /** The same, replacing one of its own kind: with two scanned numbers, going back skips both. */
  show(place: Place): void
  /** To the previous place, or to the start. From the check it also takes back what was chosen to get there. */
  back(): void
  /** Adds services that are not chosen yet, as far as they fit, and goes to the check. */
  choose(services: readonly string[]): void
  /** Adds a service in front of `before`, whose paper it issues. */
  chooseBefore(service: string, before: string): void
  /** Removes services. If none is left, the check gives way to choosing. */
  leaveOut(service: string): void
  toggleMissing(requirement: string): void
  togglePriority(): void
  toggleComeToMe(): void
  /** Forgets the visitor. */
  end(): void
}

/** A new visitor's trip, at the start. */
export function createTrip(): Trip {
  const path = signal<readonly { place: Place; chosen: readonly string[] }[]>([])
  const place = signal<Place>({ at: 'start' })
  const chosen = signal<readonly string[]>([])
  const missing = signal<readonly string[]>([])
  const priority = signal(false)
  const comeToMe = signal(false)

  function go(next: Place): void {
    batch(() => {
      const from = { place: place.value, chosen: chosen.value }
      path.value = next.at === 'start' ? [] : [...path.value, from]
      place.value = next
    })
  }

  function back(): void {
    const before = path.value[path.value.length - 1]
    batch(() => {
      // Somebody who tapped the wrong tile and goes back for the right one does not want both.
      if (place.value.at === 'check') chosen.value = before ? before.chosen : []
      path.value = path.value.slice(0, -1)
      place.value = before ? before.place : { at: 'start' }
    })
  }

  function choose(services: readonly string[]): void {
    const fresh = services.filter((id) => !chosen.value.includes(id))
    batch(() => {
      go({ at: 'check' })
      chosen.value = [...chosen.value, ...fresh].slice(0, MOST_SERVICES)
    })
  }

  return {
    place,
    chosen,
    missing,
    priority,
    comeToMe,
    go,
    show(next) {
      if (place.value.at === next.at) place.value = next
      else go(next)
    },
    back,
    choose,
    chooseBefore(service, before) {
      const rest = chosen.value.filter((id) => id !== service)
      if (rest.length >= MOST_SERVICES) return
      const at = Math.max(0, rest.indexOf(before))
      chosen.value = [...rest.slice(0, at), service, ...rest.slice(at)]
    },
    leaveOut(service) {
      batch(() => {
        chosen.value = chosen.value.filter((id) => id !== service)
        if (chosen.value.length === 0 && place.value.at === 'check') go({ at: 'start' })
      })
    },
    toggleMissing(requirement) {
      const lacks = missing.value.includes(requirement)
      missing.value = lacks
        ? missing.value.filter((id) => id !== requirement)
        : [...missing.value, requirement]
    },
    togglePriority: () => void (priority.value = !priority.value),
    toggleComeToMe: () => void (comeToMe.value = !comeToMe.value),
    end() {
      batch(() => {
        path.value = []
        place.value = { at: 'start' }
        chosen.value = []
        missing.value = []
        priority.value = false
        comeToMe.value = false
      })
    },
  }
}
