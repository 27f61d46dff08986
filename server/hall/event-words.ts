// The words that events are written with: ids, instants, reasons. Kept apart, so that events can stand in several files.
import { Type, type Static, type TSchema } from 'typebox'

export const closed = { additionalProperties: false } as const
export const Id = Type.String({ minLength: 1 })
export const Null = Type.Null()
/** Milliseconds since 1970, UTC. */
export const Instant = Type.Number()

/** The schema of one type of event. */
export function event<const T extends string, P extends Record<string, TSchema>>(type: T, properties: P) {
  return Type.Object({ type: Type.Literal(type), ...properties }, closed)
}

/** A reason: `code` is one of the plan's, `note` the id of an erasable text. */
export const Reason = Type.Union([Type.Object({ code: Id }, closed), Type.Object({ note: Id }, closed)])
export type Reason = Static<typeof Reason>
