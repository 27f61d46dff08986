// What managers look up when they set the hall up: the holidays of a year, the coming months as they will be, and the
// catalogue of common agencies.
import { Type } from 'typebox'
import type { Drafts } from '../../drafts/drafts.ts'
import { Text } from '../../hall/equipment.ts'
import { calendarOf, type HoursGround } from '../../hall/hours.ts'
import { partsOf } from '../../hall/plan-faults/parts.ts'
import { DayLabel } from '../../hall/plan.ts'
import { MOST_PERIODS, MOST_SINGLE_DAYS } from '../../hall/times.ts'
import { byId } from '../../hall/today.ts'
import { CatalogueAgency } from '../../halls/catalogue/shape.ts'
import { HolidayYear } from '../../halls/holidays/holidays.ts'
import { isDay } from '../../time-zone.ts'
import type { HallDoor } from '../ground/ask.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Null } from '../ground/schemas.ts'

/** More than a year and a half; nobody reads a longer calendar. */
const MOST_DAYS = 550
const DAY_MS = 86_400_000
const MOST_AGENCIES = 100

const Spans = Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() }, closed))
const Calendar = Type.Object(
  {
    days: Type.Array(
      Type.Object(
        {
          day: DayLabel,
          spans: Spans,
          because: Type.Union([
            Type.Object(
              { kind: Type.Enum(['day', 'holiday', 'period'], { type: 'string' }), name: Text },
              closed,
            ),
            Null,
          ]),
          agencies: Type.Array(Type.Object({ agency: Type.String(), spans: Spans }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
)

/** Adds `GET /api/catalogue/holidays` and `GET /api/plan/calendar`. */
export function addTimes(app: App, { context }: HallDoor, drafts: Drafts): void {
  app.get(
    '/api/catalogue/holidays',
    {
      schema: {
        operationId: 'getHolidays',
        summary: 'Indonesia’s holidays of a year, from the decree where it is known, to be chosen one by one',
        tags: ['hall'],
        querystring: Type.Object({ year: Type.String({ pattern: '^20[0-9]{2}$' }) }, closed),
        response: { 200: HolidayYear },
      },
    },
    async ({ query }) => {
      const { holidayListOf } = await import('../../halls/holidays/holidays.ts')
      return holidayListOf(Number(query.year))
    },
  )

  app.get(
    '/api/plan/calendar',
    {
      schema: {
        operationId: 'getCalendar',
        summary: 'When the hall will be open on each day, by its plan or by the draft',
        tags: ['hall'],
        querystring: Type.Object(
          {
            from: DayLabel,
            to: DayLabel,
            draft: Type.Optional(Type.Literal('true', { description: 'By the draft instead of the plan' })),
          },
          closed,
        ),
        response: { 200: Calendar },
      },
    },
    async (request, reply) => {
      const { from, to, draft } = request.query
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
      if (!isDay(from) || !isDay(to) || days < 1 || days > MOST_DAYS)
        return refuse(reply, 'bad-request', { members: { property: isDay(from) ? 'to' : 'from' } })
      const drafted = draft ? groundOf(drafts.whole()) : null
      return { days: calendarOf(drafted ?? context.hall.layout, from, to) }
    },
  )
}

/** The times of a draft as far as they can be read; null without one, or without a week. */
function groundOf(draft: unknown): HoursGround | null {
  if (draft === null || draft === undefined) return null
  const parts = partsOf(draft)
  // What is longer than this no plan may have, or nobody would read.
  const items = <T>(list: readonly { readonly item: T }[], most = MOST_SINGLE_DAYS) =>
    list.slice(0, most).map(({ item }) => item)
  const [hours] = items(parts.hours)
  if (!hours) return null
  return {
    plan: {
      hours,
      holidays: items(parts.holidays),
      periods: items(parts.periods, MOST_PERIODS),
      days: items(parts.days),
    },
    agencies: byId(items(parts.agencies, MOST_AGENCIES)),
    services: byId(items(parts.services)),
    counters: byId(items(parts.counters)),
  }
}

// The catalogue of common agencies, to pick from when a hall is set up.

/** Adds `GET /api/catalogue`. */
export function addCatalogue(app: App): void {
  app.get(
    '/api/catalogue',
    {
      schema: {
        operationId: 'getCatalogue',
        summary: 'Agencies common in a public service mall, with services, requirements and sources',
        tags: ['hall'],
        response: { 200: Type.Object({ agencies: Type.Array(CatalogueAgency) }, closed) },
      },
    },
    async () => {
      const { catalogue } = await import('../../halls/catalogue/catalogue.ts')
      return { agencies: [...catalogue] }
    },
  )
}
