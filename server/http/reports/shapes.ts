// The shapes of the reports over HTTP: what each of them answers for a period.
import { Type } from 'typebox'
import { dimensions, type ForecastBy } from '../../reports/question.ts'
import { closed, Null } from '../ground/schemas.ts'
import { Count, Name, periodAnswer, Share, Spread } from './asked.ts'

const Key = Type.Union([Type.String(), Type.Integer(), Null])

export const Dimension = (description: string) => Type.Enum([...dimensions], { type: 'string', description })

export const StepsRow = Type.Object(
  {
    key: Key,
    split: Type.Optional(Key),
    name: Name,
    splitName: Type.Optional(Name),
    taken: Count,
    called: Count,
    served: Count,
    incomplete: Count,
    referred: Count,
    noShow: Count,
    left: Count,
    dropped: Count,
    open: Count,
    waiting: Spread,
    waitingOpen: Spread,
    walking: Spread,
    serving: Spread,
    level: Type.Union(
      [Type.Object({ seconds: Type.Union([Type.Integer(), Null]), share: Type.Number() }, closed), Null],
      { description: '`seconds`: T, null where it differs. Null: fewer than five steps count' },
    ),
    unstarted: Type.Integer({ minimum: 0, description: 'Finished without having been started' }),
    documents: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: 'Documents handed over, where that was noted at finish',
      }),
    ),
    comeBack: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Of those taken: visitors who came back after a referral' }),
    ),
    notHeard: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Calls of which no speaker confirmed an announcement' }),
    ),
    slipsFailed: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: 'Slips that failed, counted with the first step of the visit',
      }),
    ),
  },
  closed,
)

export const StepsAnswer = Type.Object(
  {
    ...periodAnswer,
    by: Dimension('What a row is'),
    split: Type.Union([Dimension('What it is split by'), Null]),
    rows: Type.Array(StepsRow),
  },
  closed,
)

export const VisitsParts = {
  visits: Count,
  several: Type.Integer({ minimum: 0, description: 'Served by two agencies or more' }),
  oneRoof: Type.Integer({ minimum: 0, description: 'Of these, with every step served or referred' }),
  once: Type.Integer({
    minimum: 0,
    description: 'Of these, with all steps waiting before the first was over',
  }),
  stay: Spread,
  pairs: Type.Array(
    Type.Object(
      {
        from: Type.String(),
        to: Type.String(),
        visits: Count,
        names: Type.Object({ from: Name, to: Name }, closed),
      },
      closed,
    ),
    { description: 'Agencies in the order of serving, each pair once per visit; most frequent first' },
  ),
  referrals: Type.Optional(
    Type.Array(
      Type.Object(
        {
          from: Type.String(),
          to: Type.String(),
          referred: Count,
          comeBack: Type.Integer({ minimum: 0, description: 'Of these, with come-back' }),
          names: Type.Object({ from: Name, to: Name }, closed),
        },
        closed,
      ),
      { description: 'From which service visitors were referred to which other; most frequent first' },
    ),
  ),
}

export const VisitsAnswer = Type.Object(
  {
    ...periodAnswer,
    ...VisitsParts,
    rows: Type.Optional(
      Type.Array(Type.Object({ key: Key, visits: Count }, closed), {
        description: 'By what was asked for; a visit counts once in each',
      }),
    ),
  },
  closed,
)

const Seconds = Type.Number({ minimum: 0 })

export const CountersParts = {
  counters: Type.Array(
    Type.Object(
      {
        counter: Type.String(),
        name: Name,
        agency: Type.String(),
        zone: Type.String(),
        agencyName: Type.Optional(Name),
        zoneName: Type.Optional(Name),
        open: Seconds,
        paused: Seconds,
        serving: Seconds,
        idle: Type.Number({
          minimum: 0,
          description: 'Open and free while somebody waited whom the counter could call',
        }),
        occupancy: Share,
      },
      closed,
    ),
  ),
  agencies: Type.Array(
    Type.Object(
      {
        agency: Type.String(),
        name: Name,
        hours: Seconds,
        staffed: Type.Number({ minimum: 0, description: 'Of these, with a counter open' }),
        share: Share,
        days: Count,
        unopened: Type.Integer({ minimum: 0, description: 'Days on which no counter opened in the hours' }),
        lateDays: Count,
        late: Type.Number({
          minimum: 0,
          description: 'From the beginning of the hours until the first counter opened, in total',
        }),
      },
      closed,
    ),
  ),
}

export const CountersAnswer = Type.Object({ ...periodAnswer, ...CountersParts }, closed)

export const MissingRow = Type.Object(
  {
    service: Type.String(),
    requirement: Type.String(),
    count: Count,
    names: Type.Object({ service: Name, requirement: Name }, closed),
    issuedBy: Type.Union([Type.String(), Null]),
    issuedByName: Name,
    where: Name,
    months: Type.Optional(Type.Array(Type.Object({ month: Type.String(), count: Count }, closed))),
  },
  closed,
)

export const MissingAnswer = Type.Object(
  { ...periodAnswer, rows: Type.Array(MissingRow, { description: 'The most frequent first' }) },
  closed,
)

const forecast = {
  n: Type.Integer({ minimum: 0, description: 'Waits told with a ticket that could be judged' }),
  mae: Type.Union([Type.Number({ minimum: 0 }), Null], {
    description:
      'Mean distance from the middle of what was told, in seconds; null: fewer than five were called',
  }),
  inside: Share,
  longer: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Null], {
    description:
      'Waited longer than told, including visitors never called where that is certain; null: fewer than five',
  }),
  unknown: Type.Integer({
    minimum: 0,
    description: 'Never called, and had not yet waited longer than told when they left: not judged',
  }),
  days: Type.Integer({ minimum: 0, description: 'Days with waits that could be judged' }),
}

export const forecastBy = [
  'service',
  'agency',
  'hour',
  'size',
  'day',
] as const satisfies readonly ForecastBy[]

export const ForecastAnswer = Type.Object(
  {
    ...periodAnswer,
    by: Type.Enum([...forecastBy], { type: 'string', description: 'What a row is' }),
    rows: Type.Array(
      Type.Object(
        {
          key: Type.String({
            description: 'The service, agency, hour, size (`to-15`, `to-30`, `to-60`, `longer`) or day',
          }),
          service: Type.String({ description: 'Empty unless the rows are of services' }),
          name: Name,
          agency: Type.String({ description: 'Empty unless the rows are of services or agencies' }),
          ...forecast,
        },
        closed,
      ),
    ),
    whole: Type.Object(forecast, closed),
  },
  closed,
)

export const AvailabilityAnswer = Type.Object(
  {
    ...periodAnswer,
    rows: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(['server', 'kiosk', 'display', 'printer'], { type: 'string' }),
          id: Type.String({ description: 'Of the device or printer; empty for the server' }),
          name: Name,
          minutes: Type.Integer({
            minimum: 0,
            description: 'Minutes of the plan’s hours that have passed and of which anything is known',
          }),
          alive: Type.Integer({ minimum: 0, description: 'Of these, with a sign of life' }),
          share: Share,
        },
        closed,
      ),
    ),
  },
  closed,
)
