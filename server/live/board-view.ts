// The shape of what a board gets.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/equipment.ts'
import { closed, text, Null, Instant, StepStatus, HallState, Hours } from './view-parts.ts'

const BoardCall = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    counter: Type.String(),
    agency: Type.String(),
    service: Type.String(),
    zone: Type.String(),
    /** `called` or `serving` while at the counter; how it ended in `recent`. */
    status: StepStatus,
    at: Instant,
    /** 1 for the first call, one more for each recall. */
    calls: Type.Integer(),
    /** Called, and staff come to this visitor, who is sent nowhere. Left out where that is not so. */
    comeToMe: Type.Optional(Type.Literal(true)),
  },
  closed,
)
export type BoardCall = Static<typeof BoardCall>

export const BoardView = Type.Object(
  {
    hall: HallState,
    /** Null on `board:all`. */
    zone: Type.Union([Type.String(), Null]),
    /** Who is called or served now, newest first. */
    calls: Type.Array(BoardCall),
    /** Calls that ended, newest first, at most 12. */
    recent: Type.Array(BoardCall),
    /** Who missed a call and still may come, the latest first, for as long as the plan says; `at`: when it was missed. */
    missed: Type.Array(BoardCall),
    queues: Type.Array(
      Type.Object(
        { agency: Type.String(), waiting: Type.Integer(), next: Type.Array(Type.String()) },
        closed,
      ),
    ),
    /** Counters of the zone that stand paused. */
    paused: Type.Array(
      Type.Object(
        {
          counter: Type.String(),
          reason: Type.Union([Type.String(), Null]),
          /** When it means to go on, if known. */
          until: Type.Union([Instant, Null]),
        },
        closed,
      ),
    ),
    /** Every counter of the board. */
    counters: Type.Array(
      Type.Object({ id: Type.String(), state: Type.Enum(['closed', 'open', 'paused'], text) }, closed),
    ),
    hours: Hours,
    /** Out of hours: what that means for who holds a number; the first of `lines` too. Null: nothing to say. */
    notice: Type.Union([Text, Null]),
    /** Files of the media folder to show beside the calls, in turn, at most 40; `seconds`: how long a picture stands. */
    media: Type.Array(
      Type.Object(
        { id: Type.String(), kind: Type.Enum(['picture', 'video'], text), seconds: Type.Integer() },
        closed,
      ),
    ),
    /** Announcements in words, at most 8; before them what the hours mean for who holds a number. */
    lines: Type.Array(Text),
    /** What is being said now. `speaker` is the device that should play `audio` and report it heard. Without a number: the sound is tried. */
    announcement: Type.Union([
      Type.Object(
        {
          id: Type.String(),
          number: Type.String(),
          counter: Type.String(),
          text: Type.String(),
          audio: Type.Union([Type.String(), Null]),
          speaker: Type.Union([Type.String(), Null]),
          /** Further calls that are said in the same sound; absent where it is one alone. */
          also: Type.Optional(
            Type.Array(
              Type.Object({ id: Type.String(), number: Type.String(), counter: Type.String() }, closed),
            ),
          ),
        },
        closed,
      ),
      Null,
    ]),
  },
  closed,
)
export type BoardView = Static<typeof BoardView>
