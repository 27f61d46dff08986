// What if: a past day under another rule, another staffing, other hours. Begun, followed, cancelled.
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { Change } from '../../simulator/change.ts'
import { MOST_DAYS, type Run, type Simulations } from '../../simulator/simulations.ts'
import { isDay } from '../../time-zone.ts'
import type { HallDoor } from '../ground/ask.ts'
import type { Code } from '../ground/codes.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { addRuns, begun, runFields, toldRun } from '../ground/runs.ts'
import { closed, Day, Null } from '../ground/schemas.ts'

const tags = ['reports']
const Count = Type.Integer({ minimum: 0 })
const Seconds = Type.Number({ minimum: 0 })
const Waiting = Type.Union(
  [Type.Object({ mean: Seconds, p50: Seconds, p90: Seconds, max: Seconds }, closed), Null],
  { description: 'Seconds; percentiles by nearest rank; null: fewer than five values' },
)
const classes = { all: Waiting, regular: Waiting, priority: Waiting }

const Side = Type.Union([
  Type.Object(
    {
      visits: Count,
      taken: Count,
      called: Count,
      served: Count,
      servedBeforeClosing: Count,
      unserved: Type.Integer({ description: 'Steps that nobody had called when the day ended' }),
      noShow: Count,
      turnedAway: Type.Integer({ description: 'Visits that got no number under the change' }),
      overtime: Type.Number({
        description: 'Seconds from closing until the last visitor was done, all days together',
      }),
      open: Type.Number({ description: 'Seconds that counters were open, all together' }),
      overLimit: Type.Integer({ description: 'Steps that waited longer than the plan’s limit' }),
      waiting: Type.Object(
        { ...classes, services: Type.Array(Type.Object({ service: Type.String(), ...classes }, closed)) },
        closed,
      ),
      hours: Type.Array(
        Type.Object({ hour: Count, taken: Count, overLimit: Count, waiting: Waiting }, closed),
        { description: 'By the hour of the ticket' },
      ),
    },
    closed,
  ),
  Null,
])

const Brief = {
  ...runFields,
  from: Type.String(),
  to: Type.String(),
  change: Change,
  seed: Type.Integer(),
  state: Type.Enum(['waiting', 'running', 'done', 'failed', 'cancelled'], { type: 'string' }),
}

const Simulation = Type.Object(
  {
    ...Brief,
    as: Side,
    again: Side,
    would: Side,
    days: Type.Union([Count, Null], { description: 'How many days are in it' }),
    limitMinutes: Type.Union([Type.Integer(), Null], {
      description: 'The plan’s limit of waiting on the last of them',
    }),
    skipped: Type.Array(
      Type.Object(
        { day: Type.String(), why: Type.Enum(['empty', 'clock', 'reopened'], { type: 'string' }) },
        closed,
      ),
    ),
    absent: Type.Array(Type.Object({ code: Type.String(), about: Type.String(), days: Count }, closed), {
      description: 'What the change names but the plan lacks, and on how many days',
    }),
    fidelity: Type.Union([
      Type.Object(
        {
          steps: Count,
          differ: Type.Integer({ description: 'Steps called in only one of the two' }),
          meanSeconds: Type.Union([Type.Number(), Null]),
          withinMinute: Type.Union([Type.Number(), Null]),
        },
        closed,
      ),
      Null,
    ]),
    drawn: Type.Union([Type.Object({ again: Count, would: Count }, closed), Null]),
  },
  {
    ...closed,
    description:
      '`as`: as recorded; `again`: replayed without a change, and how far that is from the record (`fidelity`); `would`: with it. Null until it is done',
  },
)
export type SimulationAnswer = Static<typeof Simulation>

/** Adds `/api/simulations`. */
export function addSimulations(
  app: App,
  { context }: HallDoor,
  access: Access,
  simulations: Simulations,
): void {
  const nameOf = (id: string) => access.staff.byId(id)?.name ?? id
  const whole = (run: Run): object => {
    const { result, ...brief } = toldRun(run, nameOf)
    if (result) {
      const { skipped, absent, ...rest } = result
      return { ...brief, ...rest, skipped, absent }
    }
    const nothing = {
      as: null,
      again: null,
      would: null,
      days: null,
      limitMinutes: null,
      fidelity: null,
      drawn: null,
    }
    return { ...brief, ...nothing, skipped: [], absent: [] }
  }

  /** What is wrong with the days, as the property at fault, or null. */
  const wrongDays = (from: string, to: string): { code: Code; property?: string } | null => {
    const property = isDay(from) ? (isDay(to) ? null : 'to') : 'from'
    if (property) return { code: 'bad-request', property }
    if (from > to) return { code: 'period-reversed' }
    if (to >= context.hall.day) return { code: 'day-not-over' }
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
    return days > MOST_DAYS ? { code: 'period-too-long' } : null
  }

  app.post(
    '/api/simulations',
    {
      schema: {
        operationId: 'beginSimulation',
        summary: 'Replay past days with a change; the result is then found under the id',
        tags,
        body: meantBody({
          from: Day('The first day'),
          to: Day('The last day, included'),
          change: Change,
          seed: Type.Optional(
            Type.Integer({
              minimum: 0,
              maximum: 0xffff_ffff,
              description: 'The same seed draws the same; 1 by default',
            }),
          ),
        }),
        response: begun,
      },
      config: {
        problems: [
          'period-reversed',
          'day-not-over',
          'period-too-long',
          'nothing-to-simulate',
          'unknown-counter',
          'unknown-service',
          'other-agency',
          'reversed-times',
          'overlapping-times',
          'named-twice',
          'too-many-simulations',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { from, to, change, seed = 1 } = request.body
      const wrong = wrongDays(from, to)
      if (wrong) {
        const { code, property } = wrong
        return refuse(reply, code, property === undefined ? {} : { members: { property } })
      }
      const order = { from, to, change, seed }
      const fault = await simulations.faultOf(order)
      if (fault) return refuse(reply, fault.code, 'about' in fault ? { members: { about: fault.about } } : {})
      const run = simulations.begin(order, signedIn(request).id)
      if (!run) return refuse(reply, 'too-many-simulations')
      return reply.code(202).send({ id: run.id })
    },
  )

  addRuns(app, {
    at: '/api/simulations',
    tags,
    runs: simulations,
    plural: 'simulations',
    answer: Simulation,
    said: whole,
    unknown: 'unknown-simulation',
    described: {
      list: ['listSimulations', 'The simulations since the server started, the newest first'],
      one: ['getSimulation', 'The progress of a simulation, and its result'],
      drop: ['dropSimulation', 'Cancel a simulation that is under way, or delete one that is over'],
    },
  })
}
