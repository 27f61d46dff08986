// The smallest parts of a plan: its ids and the texts that people read.
import { Type, type Static } from 'typebox'

/** An id that the plan gives: stable from day to day, shown to nobody. */
export const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' })

/** A text people read. Indonesian and English always; further languages are data. */
export const Text = Type.Object(
  { id: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: Type.String({ minLength: 1 }) },
)
export type Text = Static<typeof Text>

/** A calendar day of the hall, `2026-11-24`. */
export const DayLabel = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
