// Shapes that several routes share. Nothing is coerced, nothing unknown is accepted.
import { closed } from '../../hall/equipment.ts'
import { Type } from 'typebox'

export { closed }

/** An empty object: the answer of a command with nothing to tell, and the body of one that needs nothing. */
export const Nothing = Type.Object({}, closed)

export const Null = Type.Null()

/** Whatever names a thing: if it does not exist, the route's answer says so. */
export const Id = Type.String({ minLength: 1, maxLength: 100 })

/** A moment in an answer, as `instant` writes it. */
export const Instant = Type.String({ description: 'ISO 8601, UTC' })
export const InstantOrNull = Type.Union([Instant, Null])

/** A day of the hall; the route checks whether it exists. */
export const Day = (description: string) =>
  Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: `${description}, \`2026-11-24\`` })

export const Month = (description: string) =>
  Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: `${description}, \`2026-11\`` })

/** What a person writes: at most so many letters, at least one of them visible. */
export const Written = (maxLength: number, description?: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', ...(description !== undefined && { description }) })

/** A language that a caller names; the hall need not have it. */
export const LanguageCode = Type.String({ pattern: '^[a-z]{2,3}$' })

/** A moment that a caller names; the route checks whether it exists. */
export const Moment = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$',
  description: 'ISO 8601 with its zone',
})

/** A running number in an address. */
export const NumberText = (description: string) => Type.String({ pattern: '^[0-9]{1,15}$', description })

/** A route's `:id`; if that does not exist, the answer is a 404 of its own. */
export const IdParams = Type.Object({ id: Id }, closed)

export const Role = Type.Union([Type.Literal('officer'), Type.Literal('supervisor'), Type.Literal('manager')])

/**
 * The signed-in person. `mustChange`: somebody else chose the password, and the screen asks for a new one; `oneTime`:
 * nothing else is possible before (403 `password-must-change`).
 */
export const StaffAnswer = Type.Object(
  {
    staff: Type.Object(
      {
        username: Type.String(),
        name: Type.String(),
        role: Role,
        agency: Type.Union([Type.String(), Null]),
        mustChange: Type.Boolean(),
        oneTime: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    /** The hall's clock, ISO 8601: a page uses it to say until when a command is meant. */
    at: Type.String(),
    /** With `GET`: the counters that this person holds, and who is there. */
    counters: Type.Optional(
      Type.Array(Type.Object({ id: Type.String(), number: Type.Union([Type.String(), Null]) }, closed)),
    ),
  },
  closed,
)

export const DeviceKind = Type.Union([Type.Literal('kiosk'), Type.Literal('display'), Type.Literal('survey')])

/** What a display shows: a kind, and the ids of the zones, agency or counter it is for. */
export const DeviceLayout = Type.Object(
  {
    kind: Type.Enum(['zone', 'zones', 'agency', 'counter', 'corridor'], { type: 'string' }),
    of: Type.Array(Id, { maxItems: 30 }),
  },
  closed,
)

/** An enrolled kiosk, display or survey tablet; `zone` null: the whole hall. */
export const Device = Type.Object(
  {
    id: Type.String(),
    kind: DeviceKind,
    zone: Type.Union([Type.String(), Null]),
    label: Type.Union([Type.String(), Null]),
    layout: Type.Optional(DeviceLayout),
  },
  closed,
)

/** Milliseconds since 1970 as the contract writes it, null if it did not happen. */
export function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
