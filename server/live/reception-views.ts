// The shapes of what the reception gets: whom to look after, what needs attention, and one visit as staff see it.
// No token is among it: what opens a visitor's own page stays the visitor's.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/equipment.ts'
import { HallState, SlipState, StepStatus } from './view-parts.ts'
import { VisitView } from './visit-view.ts'

const closed = { additionalProperties: false } as const
const Null = Type.Null()
const TextOrNull = Type.Union([Type.String(), Null])
const Instant = Type.String({ description: 'ISO 8601, UTC' })

/** Where a number was taken, as far as it is known. */
const From = Type.Union([
  Type.Object(
    {
      kind: Type.Enum(['kiosk', 'staff'], { type: 'string' }),
      /** The device's label or the person's name; null where it has none (any more). */
      name: TextOrNull,
      /** Of a kiosk: the zone it stands in; null: anywhere in the hall. */
      zone: TextOrNull,
    },
    closed,
  ),
  Null,
])

const about = {
  id: Type.String(),
  number: Type.String(),
  /** An earlier one where the midnight came while the visitor was being served. */
  day: Type.String(),
  takenAt: Instant,
  from: From,
  priority: Type.Boolean(),
  comeToMe: Type.Boolean(),
  language: Type.String(),
  slip: SlipState,
}

/** A visit in a list of the reception. */
export const ReceptionRow = Type.Object(
  {
    ...about,
    steps: Type.Array(
      Type.Object({ service: Type.String(), status: StepStatus, counter: TextOrNull }, closed),
    ),
  },
  closed,
)
export type ReceptionRow = Static<typeof ReceptionRow>

/** One visit with all that staff may do with it. */
export const ReceptionVisit = Type.Object(
  {
    ...about,
    /** Changes of its steps so far: a command can name which it saw. */
    moves: Type.Integer(),
    /** Slips asked for so far: the second and later ones say *copy*. */
    copies: Type.Integer(),
    /** Nobody confirmed the slip in time, or it failed: the number may be in nobody's hand. */
    notTaken: Type.Boolean(),
    steps: Type.Array(
      Type.Object(
        {
          ...VisitView.properties.visit.properties.steps.items.properties,
          /** Set aside, or called once in vain and not yet a second time: it can be let back. */
          releasable: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type ReceptionVisit = Static<typeof ReceptionVisit>

/** What may be wrong with a kiosk or display; thresholds are in `device-troubles.ts`. */
const deviceTroubles = [
  'kiosk-silent',
  'display-silent',
  'place-gone',
  'sound-off',
  'memory-high',
  'clock-off',
  'version-old',
] as const
export const DeviceTrouble = Type.Enum([...deviceTroubles], { type: 'string' })
export type DeviceTrouble = Static<typeof DeviceTrouble>

/** What somebody should look after, as a code with what it is about. */
const Attention = Type.Object(
  {
    /** Of a printer: the state that it is in. */
    kind: Type.Enum(
      [...deviceTroubles, 'zone-silent', 'near-end', 'paper-out', 'cover-open', 'offline', 'error'],
      { type: 'string' },
    ),
    /** The kiosk's or display's id, or null. */
    device: TextOrNull,
    /** Which of the two it is, or null. */
    of: Type.Union([Type.Literal('kiosk'), Type.Literal('display'), Null]),
    /** The printer's id, or null. */
    printer: TextOrNull,
    /** Its label. */
    name: TextOrNull,
    zone: TextOrNull,
    /** Since when, where that is known. */
    since: Type.Union([Instant, Null]),
  },
  closed,
)
export type Attention = Static<typeof Attention>

export const ReceptionView = Type.Object(
  {
    hall: HallState,
    /** Whose number may be in nobody's hand, by arrival, at most 30; and how many there are. */
    notTaken: Type.Array(ReceptionRow),
    notTakenCount: Type.Integer(),
    /** Who asked that somebody comes to them and still needs something, by arrival, at most 30; and how many there are. */
    comeToMe: Type.Array(ReceptionRow),
    comeToMeCount: Type.Integer(),
    attention: Type.Array(Attention),
    /** Silent alarms from counters, the oldest first; `staff` and `answeredBy` are names. */
    alarms: Type.Array(
      Type.Object({ counter: Type.String(), staff: TextOrNull, at: Instant, answeredBy: TextOrNull }, closed),
    ),
    /** The printers of the plan, for their names. */
    printers: Type.Array(Type.Object({ id: Type.String(), name: Text }, closed)),
  },
  closed,
)
export type ReceptionView = Static<typeof ReceptionView>

/** The view of topic `reception:<visit>`. */
export const ReceptionVisitView = Type.Object({ hall: HallState, visit: ReceptionVisit }, closed)
export type ReceptionVisitView = Static<typeof ReceptionVisitView>
