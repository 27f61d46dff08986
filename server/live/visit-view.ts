// The shape of what the holder of a visit’s token gets.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/equipment.ts'
import {
  closed,
  Null,
  Instant,
  Forecast,
  StepStatus,
  HallState,
  TextOrNull,
  SlipState,
} from './view-parts.ts'

export const VisitView = Type.Object(
  {
    hall: Type.Optional(HallState),
    visit: Type.Object(
      {
        number: Type.String(),
        day: Type.String(),
        takenAt: Instant,
        /** Changes of its steps so far: a command can name which it saw. */
        moves: Type.Integer(),
        priority: Type.Boolean(),
        /** Staff come to this visitor. */
        comeToMe: Type.Boolean(),
        /** The phone page's full address; null where the hall is not reached from outside. */
        url: TextOrNull,
        slip: SlipState,
        steps: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              service: Type.String(),
              status: StepStatus,
              ahead: Type.Union([Type.Integer(), Null]),
              /** Where the visitor is called or served, else null. */
              counter: Type.Union([Type.String(), Null]),
              /** Calls and recalls so far. */
              calls: Type.Integer(),
              /** It waits after a call that nobody answered; the next one is the last. */
              secondCall: Type.Boolean(),
              forecast: Forecast,
              /** No counter is open: when the first one that pauses means to go on. Absent where nobody said. */
              pausedUntil: Type.Optional(Instant),
              /** When a waiting or held step becomes callable, if later than now. */
              callableFrom: Type.Union([Instant, Null]),
              /** Requirements of this step that the visitor lacks. */
              missing: Type.Array(Type.String()),
              outcome: Type.Union([Type.String(), Null]),
            },
            closed,
          ),
        ),
        /** What the hall's hours mean for this number: a break, the end of the day. Absent: nothing. */
        notice: Type.Optional(Text),
      },
      closed,
    ),
  },
  closed,
)
export type VisitView = Static<typeof VisitView>
