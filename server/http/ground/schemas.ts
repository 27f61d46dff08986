// Shapes that several routes share. Nothing is coerced, nothing unknown is accepted.
import { Type } from 'typebox'

export const closed = { additionalProperties: false } as const

/** An empty object: the answer of a command with nothing to tell, and the body of one that needs nothing. */
export const Nothing = Type.Object({}, closed)

export const Null = Type.Null()

/** A moment that a caller names; the route checks whether it exists. */
export const Moment = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$',
  description: 'ISO 8601 with its zone',
})

/** A running number in an address. */
export const NumberText = (description: string) => Type.String({ pattern: '^[0-9]{1,15}$', description })

/** A route's `:id`, whatever it names; if that does not exist, the answer is a 404 of its own. */
export const IdParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) }, closed)

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
    of: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 30 }),
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
