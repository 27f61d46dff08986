// What a language must supply to tell the journal in words: a sentence for every type of event. The files beside this one have
// them by subject, in both languages.
import type { Reason } from '../../../hall/event-parts.ts'
import type { Actor, EventOf, EventType } from '../../../hall/event.ts'

/** Ids by the names that people know, from the plan and the events so far. An unknown id comes back as it is. */
export interface Names {
  counter(id: string): string
  service(id: string): string
  zone(id: string): string
  /** Other places where people wait. */
  place(id: string): string
  requirement(id: string): string
  /** A member of staff, by id. */
  person(id: string): string
  /** The queue number of a visit. */
  number(visit: string): string
  /** The number that an announcement calls; for a test of the sound, the zone. */
  announced(announcement: string): string
  /** The service of a step; empty if unknown. */
  step(id: string): string
  /** The plan's words for a reason; null for a note, whose words are not in the journal. */
  reason(reason: Reason): string | null
  /** The hall's wall clock, `08:04`. `at` in ms since 1970. */
  time(at: number): string
  /** The same, preceded by its day if it is another one, `2026-11-25 08:04`. */
  moment(at: number): string
  /** Written as the language writes numbers. */
  figure(value: number): string
}

export type Sentences = { readonly [T in EventType]: (event: EventOf<T>, names: Names) => string }

export interface JournalTexts {
  /** The language's code for dates and numbers. */
  readonly locale: string
  readonly events: Sentences
  /** An undo, with the action that it undid as `said`. */
  tookBack(said: string, action: string): string
  /** Who did it; `id` is what follows the colon of the actor. */
  readonly actors: Readonly<Record<ActorKind, (id: string) => string>>
  /** The parts of the server that act by themselves. */
  readonly parts: Readonly<Record<Part, string>>
}

export type ActorKind = Actor extends `${infer Kind}:${string}` ? Kind : never
export type Part = Extract<Actor, `system:${string}`> extends `system:${infer P}` ? P : never
