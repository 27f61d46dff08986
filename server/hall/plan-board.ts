// The plan's part about the boards: which way it is from one to a zone, and how long what stands there.
import { Type, type Static } from 'typebox'
import { Id } from './plan-words.ts'

const closed = { additionalProperties: false } as const

/** Which way to go, as seen by who stands before a board and looks at it. */
export const Direction = Type.Union([
  Type.Literal('left'),
  Type.Literal('right'),
  Type.Literal('ahead'),
  Type.Literal('ahead-left'),
  Type.Literal('ahead-right'),
  Type.Literal('back'),
  Type.Literal('upstairs'),
  Type.Literal('downstairs'),
])
export type Direction = Static<typeof Direction>

/** By the zone in which a board hangs, `all` for boards of the whole hall: the way from there. */
export const Arrows = Type.Record(Id, Direction)

/** What is not said here is as `boardOf` in `hall/board.ts` has it. */
export const BoardRules = Type.Object(
  {
    /** Minutes that a missed number stays on the boards. */
    missedMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 480 })),
    /** Minutes before the end of the hours from which on the boards say that the hall closes. */
    closingMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
  },
  closed,
)
