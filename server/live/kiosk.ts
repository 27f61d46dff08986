// The kiosk's view and its shape: each service with its status, how many wait and how long; and its printer.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/equipment.ts'
import { isOpenAt } from '../hall/hours.ts'
import { waitingFor } from '../hall/next.ts'
import { standingOfNewcomer } from '../hall/visit/standing.ts'
import { type QuotaLeft, quotaLeft } from '../hall/visit/quota.ts'
import { mayBeGiven, ticketRefusal } from '../hall/visit/take.ts'
import { hallState, isoOrNull, type Context, type Timed } from './context.ts'
import {
  givesAgain,
  givesTomorrow,
  hoursView,
  numbersOver,
  openingToday,
  quotaUsed,
  serviceOpens,
} from './opening.ts'
import { Forecast, HallState, Hours, Instant, Null, PrinterState, WaitWords, closed } from './view-parts.ts'
import type { Kind } from './topics.ts'
import { newcomerWait } from './waits.ts'

export const KioskView = Type.Object(
  {
    hall: HallState,
    /** Whether the hall takes tickets now; `closed` only in regular operation outside its hours. */
    open: Type.Boolean(),
    /** The hall's hours, even when they are only shown. */
    hours: Hours,
    /** Today's hours in words, or why it is closed and when it opens; before closing, until when. */
    opening: Text,
    services: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          status: Type.String(),
          /** How many wait for this service only. */
          waiting: Type.Integer(),
          /** How many would be called before somebody who takes a number now; that number will then say the same. */
          ahead: Type.Integer(),
          /** Counters that serve it now. */
          openCounters: Type.Integer(),
          forecast: Forecast,
          when: WaitWords,
          /** The same for priority visitors, if it differs. */
          whenPriority: WaitWords,
          /** No counter is open: when the first paused one is to go on, if anybody said. */
          pausedUntil: Type.Union([Instant, Null]),
          /**
           * Why there is no ticket now although the status would allow one; `last`: the hours are nearly over, or
           * those who wait fill them.
           */
          closed: Type.Union([Type.Literal('hours'), Type.Literal('quota'), Type.Literal('last'), Null]),
          /** With `closed`: when it opens, or gives numbers again, in words; null if not within a month. */
          opens: Type.Union([Text, Null]),
          /** With `quota` and `last`: what to say instead of giving a number. */
          said: Type.Union([Text, Null]),
          /** How many numbers a quota has left; null without one. */
          left: Type.Union([Type.Integer(), Null]),
          /** With `quota`: whether the reception may still give a number. */
          overQuota: Type.Boolean(),
          /** Tickets taken today, for "most wanted first". */
          taken: Type.Integer(),
        },
        closed,
      ),
    ),
    /** A kiosk finds its own by its device id among `kiosks`. */
    printers: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          kiosks: Type.Array(Type.String()),
          state: PrinterState,
          /** Whether a slip can come out now, as far as is known. */
          gives: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type KioskView = Static<typeof KioskView>

/** `kiosk`. */
export const kiosk: Kind = {
  view: (context, id) => (id === null ? kioskView(context) : undefined),
  isTouched: (_context, _id, change) => change.kiosk,
}

/** The view of topic `kiosk`. Hours begin and end on the minute, so it is good for one. */
export function kioskView(context: Context): Timed<KioskView> {
  const { hall } = context
  const { layout } = hall
  const now = context.now()
  const isFull = (service: string) => context.tells.isFull(service, now)
  const time = { now, minute: context.minute(), suspect: false, isFull }
  const regular = layout.plan.operation === 'regular'
  const open = !regular || isOpenAt(layout, null, hall.day, time.minute)
  const view = {
    hall: hallState(context),
    open,
    hours: hoursView(context),
    opening: openingToday(context),
    services: layout.plan.services.map(({ id, phase }) => {
      const takes = phase.status === 'open' || phase.status === 'trial'
      // None if all its counters serve something else today.
      const served = (layout.countersOf.get(id) ?? []).length > 0
      const refusal = takes ? ticketRefusal(hall, id, time) : null
      const standing = standingOfNewcomer(hall, id, time.now)
      const { ahead, openCounters, pausedUntil } = standing
      const quota = quotaLeft(hall, id, time.now)
      const why = takes ? whyClosed(refusal, quota, open) : null
      const opens = why !== null && served ? opensAgain(context, id, why, quota) : null
      return {
        id,
        status: phase.status,
        waiting: waitingFor(hall, id),
        ahead: ahead ?? 0,
        openCounters,
        ...(takes ? newcomerWait(context, id, standing) : { forecast: null }),
        pausedUntil: isoOrNull(pausedUntil),
        closed: why,
        opens,
        said: why === 'last' ? numbersOver(opens) : why === 'quota' && quota ? quotaUsed(quota, opens) : null,
        left: quota && quota.left,
        overQuota: why === 'quota' && quota !== null && mayBeGiven({ quota }),
        taken: hall.taken.get(id) ?? 0,
      }
    }),
    printers: context.printers().map(({ printer: { id, kiosks }, now: { state, why } }) => ({
      id,
      kiosks,
      state,
      gives: why === null,
    })),
  }
  return { view, until: time.now + 60_000 - (time.now % 60_000) }
}

type Why = KioskView['services'][number]['closed']

function whyClosed(
  refusal: ReturnType<typeof ticketRefusal>,
  quota: QuotaLeft | null,
  isHallOpen: boolean,
): Why {
  if (refusal === 'service-closed' || !isHallOpen) return 'hours'
  if (refusal !== null) return 'last'
  return quota?.left === 0 ? 'quota' : null
}

function opensAgain(context: Context, service: string, why: Why, quota: QuotaLeft | null): Text | null {
  if (why === 'hours') return serviceOpens(context, service)
  return why === 'quota' && quota ? givesAgain(context, service, quota) : givesTomorrow(context, service)
}
