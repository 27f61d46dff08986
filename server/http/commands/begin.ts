// Begins a hall of one's own, or the opening day after a rehearsal. What goes and what stays is said beforehand, and
// the manager must give the password again.
import { Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { confirmPassword } from '../../access/sign-in.ts'
import { type Begin, beginnings } from '../../begin/begin.ts'
import type { Turn } from '../../begin/turn.ts'
import { inHallText } from '../../texts/answers.ts'
import type { HallDoor } from '../ground/ask.ts'
import { languageOf } from '../ground/language.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse, refuseAccess } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed } from '../ground/schemas.ts'
import { addressOf } from '../ground/way.ts'

export interface BeginParts {
  readonly door: HallDoor
  readonly access: Access
  readonly begin: Begin
  /** Nobody has changed the plan that came with the program. */
  readonly isUntouched: () => boolean
  /** How far the journal has come. */
  readonly journal: { lastSeq(): number; days(): readonly unknown[] }
  /** Whether there is a draft of the plan. */
  readonly hasDraft: () => boolean
}

const tags = ['hall']
/** Enough for a body that names everybody in a large hall. */
const MOST_BODY = 256 * 1024
/** Seconds after which it is worth trying again: the server has restarted by then. */
const STARTS_SECONDS = 5

const Count = (description: string) => Type.Integer({ description })

const Before = Type.Object(
  {
    hall: Type.String({ description: 'Which hall this is about; send it back' }),
    untouched: Type.Boolean({
      description: 'The hall is as it came with the program: nobody has changed its plan',
    }),
    inHall: Type.Array(Type.String(), {
      description: 'Numbers of the people who are in the hall; their visits would end',
    }),
    goes: Type.Object(
      {
        days: Count('Days in the journal and the figures'),
        events: Count('Events in the journal'),
        accounts: Count('Open accounts of officers and supervisors'),
        draft: Type.Boolean({ description: 'Whether there is a draft of the plan' }),
      },
      closed,
    ),
    stays: Type.Object(
      {
        managers: Count('Open accounts of managers'),
        devices: Count('Enrolled kiosks and displays'),
        printers: Count('Printers'),
        media: Count('Files for the boards'),
      },
      closed,
    ),
  },
  closed,
)

const Order = meantBody({
  from: Type.Enum([...beginnings], {
    type: 'string',
    description:
      '`empty`; `sample`: the sample hall as a model; `draft`: the draft, which must be complete; `plan`: the plan stays, the rehearsal is over',
  }),
  name: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      pattern: '\\S',
      description: 'Of the hall; with `draft` and `plan`, if absent: as it is there',
    }),
  ),
  timeZone: Type.Optional(Type.String({ maxLength: 60, description: 'IANA name; absent: as before' })),
  accounts: Type.Optional(
    Type.Enum(['keep', 'close'], {
      type: 'string',
      description:
        'Of officers and supervisors; `keep`: those whose agency is in the new hall. Absent: kept only with `plan`',
    }),
  ),
  ends: Type.Optional(
    Type.Array(Type.String({ maxLength: 12 }), {
      maxItems: 20_000,
      description: 'The numbers known to end; if anybody else is in the hall: `people-waiting`',
    }),
  ),
  hall: Type.Optional(
    Type.String({
      maxLength: 20,
      description: 'The hall that this is about; if another one is open: `plan-changed`',
    }),
  ),
  password: Type.String({ minLength: 1, maxLength: 1000, description: 'The manager’s own, once more' }),
})

/** Adds `/api/hall/begin`. */
export function addBegin(app: App, parts: BeginParts): void {
  const { door, access, begin, journal } = parts
  const { context } = door

  app.get(
    '/api/hall/begin',
    {
      schema: {
        operationId: 'beforeBegin',
        summary: 'What would be put aside and what would stay if another hall began now',
        tags,
        response: { 200: Before },
      },
    },
    async () => {
      const open = access.staff.list().filter(({ disabled }) => !disabled)
      const managers = open.filter(({ role }) => role === 'manager').length
      return {
        hall: begin.id(),
        untouched: parts.isUntouched(),
        inHall: begin.inHall(),
        goes: {
          days: journal.days().length,
          events: journal.lastSeq(),
          accounts: open.length - managers,
          draft: parts.hasDraft(),
        },
        stays: {
          managers,
          devices: context.devices().filter(({ enrolledAt }) => enrolledAt !== null).length,
          printers: (context.hall.layout.base.printers ?? []).length,
          media: context.media().length,
        },
      }
    },
  )

  app.post(
    '/api/hall/begin',
    {
      bodyLimit: MOST_BODY,
      schema: {
        operationId: 'beginHall',
        summary:
          'Begin another hall at number 1: the old data are put aside, devices and managers stay, and the server restarts',
        tags,
        body: Order,
        response: {
          200: Type.Object(
            {
              aside: Type.String({
                description: 'The folder inside the data folder that holds the old data',
              }),
            },
            closed,
          ),
        },
      },
      config: {
        problems: [
          'bad-credentials',
          'too-many-attempts',
          'too-many-requests',
          'plan-changed',
          'plan-faults',
          'people-waiting',
          'clock-suspect',
          'storage-unavailable',
          'stopping',
        ],
      },
    },
    async (request, reply) => {
      const { from, name, timeZone = null, accounts, ends = [], hall, password } = request.body
      const bad = (property: string) => refuse(reply, 'bad-request', { members: { property } })
      if (name === undefined && (from === 'empty' || from === 'sample')) return bad('name')
      const { isTimeZone } = await import('../../hall/plan-faults/times.ts')
      if (timeZone !== null && !isTimeZone(timeZone)) return bad('timeZone')
      const staff = signedIn(request)
      const stranger = await confirmPassword(access, { staff, password, address: addressOf(request) })
      if (stranger !== null) return refuseAccess(reply, stranger)
      if (hall !== undefined && hall !== begin.id()) return refuse(reply, 'plan-changed')
      const begun = await begin.begin({
        from,
        name: name?.trim() ?? null,
        timeZone,
        keepAccounts: accounts === undefined ? from === 'plan' : accounts === 'keep',
        ends: new Set(ends),
        by: staff.id,
      })
      if ('aside' in begun) return begun
      const language = languageOf(request.headers['accept-language'])
      if (begun.refused === 'plan-faults') {
        const { namedFaults } = await import('../../texts/plan-faults.ts')
        return refuse(reply, 'plan-faults', { members: { faults: namedFaults(begun.plan, language) } })
      }
      if (begun.refused === 'people-waiting') {
        const { numbers } = begun
        return refuse(reply, 'people-waiting', {
          detail: inHallText(numbers, language),
          members: { numbers },
        })
      }
      return refuse(reply, begun.refused, { retryAfter: STARTS_SECONDS })
    },
  )
}

/** While something else takes the hall's place, no command gets past this point: it would be lost with the old hall. */
export function refuseWhileTurning(app: App, turn: Pick<Turn, 'isUnderWay'>): void {
  app.addHook('preHandler', ({ method }, reply, done) => {
    if (turn.isUnderWay() && method !== 'GET' && method !== 'HEAD')
      return refuse(reply, 'stopping', { retryAfter: STARTS_SECONDS })
    done()
  })
}
