// Ready to open? Checks and says, point by point, what is in order and what somebody still has to do. Nothing is
// ticked off by hand: a point is in order when it really is.
import { type Static, Type } from 'typebox'
import type { DraftRow } from '../drafts/drafts.ts'
import type { Text } from '../hall/equipment.ts'
import { holidayListOf } from '../halls/holidays/holidays.ts'
import { facilitiesOf } from '../findings/facilities.ts'
import { type Finding, isOverdue, type KeptFacility } from '../findings/finding.ts'
import { whatOf } from '../findings/words.ts'
import { isServed, withoutStandard } from '../hall/layout.ts'
import { NOT_YET, takesVisitors } from '../hall/plan.ts'
import { isRetired } from '../hall/service/retired.ts'
import type { Context } from '../live/context.ts'
import { troublesOf } from '../live/attention.ts'
import { equipment } from '../live/equipment.ts'
import { type Language, type ReadinessCode, readinessText } from '../texts/readiness.ts'

/** `must`: the hall can't open like this; `should`: it can, but it will be missed; `ready`: in order. */
const Level = Type.Enum(['must', 'should', 'ready'], { type: 'string' })
type Level = Static<typeof Level>

export const ReadinessItem = Type.Object(
  {
    code: Type.String({ description: 'What was looked at' }),
    level: Level,
    detail: Type.String({ description: 'The state in words, with names, in the language asked for' }),
    todo: Type.String({ description: 'What to do; empty if nothing' }),
    href: Type.String({ description: 'Where' }),
    count: Type.Integer({ description: 'How many things it concerns; 0 if all is in order' }),
  },
  { additionalProperties: false },
)
type Item = Static<typeof ReadinessItem>

/** What it checks besides the hall and its devices. */
export interface ReadinessGround {
  readonly context: Context
  readonly draft: DraftRow
  /** Nobody has changed the plan that came with the program. */
  readonly isUntouched: boolean
  /** Whether a number was ever given. */
  readonly wasUsed: boolean
  /** When the data were last copied, as far as the data folder knows, milliseconds since 1970; null: never. */
  readonly copiedAt: number | null
  /** Free bytes on the disk of the data folder; null: unknown. */
  readonly diskLeft: number | null
  /** Whether there are unused sheets of emergency numbers. */
  readonly hasPaper: boolean
  /** Whether no device that can open what waits in the survey's box has shown itself since the start. */
  readonly isSurveyShut: boolean
  /** Findings, the newest first, and what is kept about the building’s facilities. */
  readonly findings: readonly Finding[]
  readonly facilities: readonly KeptFacility[]
  /** Managers who still have the password of the first start. */
  readonly firstPasswords: readonly string[]
}

/** A number costs about a kilobyte; a copy of a large hall's year is some hundred megabytes. */
const LITTLE_DISK = 1024 ** 3
const HARDLY_ANY_DISK = 200 * 1024 ** 2
/** A copy older than this misses too much. */
const OLD_COPY_MS = 7 * 24 * 60 * 60_000
/** From this month on next year's holidays are asked for: the decree comes in September or October. */
const NEXT_YEAR_FROM = 10
/** This many names are given; the others are counted. */
const MOST_NAMES = 5

/** What was found; `names`: what it concerns. */
interface Found {
  readonly code: ReadinessCode
  readonly bad: Exclude<Level, 'ready'>
  readonly names: readonly (string | Text)[]
  /** Of `/manage/`; empty: its start page; with a slash: another page. */
  readonly section: string
}

/** All points, those that keep the hall from opening first. `ready`: none does. */
export function readiness(ground: ReadinessGround, language: Language): { ready: boolean; items: Item[] } {
  const found = [
    ...ofPlan(ground),
    ...ofServices(ground),
    ...ofPeople(ground),
    ...ofEquipment(ground),
    ...ofServer(ground),
    ...ofField(ground),
  ]
  const order: readonly Level[] = ['must', 'should', 'ready']
  const items = found
    .map((one) => asItem(one, language))
    .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
  return { ready: items.every(({ level }) => level !== 'must'), items }
}

function asItem({ code, bad, names, section }: Found, language: Language): Item {
  const count = names.length
  const said = names.slice(0, MOST_NAMES).map((name) => (typeof name === 'string' ? name : name[language]))
  const more = Math.max(0, count - MOST_NAMES)
  return {
    code,
    level: count === 0 ? 'ready' : bad,
    ...readinessText(code, { said, more }, language),
    href: section.startsWith('/') ? section : section === '' ? '/manage/' : `/manage/${section}/`,
    count,
  }
}

/** A point that is in order or not, without names. */
const when = (isSo: boolean): readonly string[] => (isSo ? [''] : [])

function ofPlan({ context, draft, isUntouched, wasUsed }: ReadinessGround): Found[] {
  const { plan } = context.hall.layout
  const isTrial = plan.operation === 'trial'
  const refused = (draft.draft?.order?.refused ?? null) !== null
  return [
    { code: 'sample-hall', bad: 'must', names: when(isUntouched), section: 'begin' },
    { code: 'address-missing', bad: 'should', names: when(plan.address.id === NOT_YET), section: 'hall' },
    { code: 'trial-numbers', bad: 'should', names: when(isTrial && wasUsed), section: 'begin' },
    { code: 'trial-operation', bad: 'should', names: when(isTrial), section: 'hall' },
    { code: 'draft-refused', bad: 'must', names: when(refused), section: 'plan' },
    {
      code: 'draft-unpublished',
      bad: 'should',
      names: when(!refused && hasLooseDraft(draft)),
      section: 'plan',
    },
    { code: 'holidays-missing', bad: 'should', names: yearsWithoutHolidays(context), section: 'times' },
    { code: 'holiday-list-missing', bad: 'should', names: yearsWithoutList(context), section: 'times' },
  ]
}

/** Whether there are changes that nobody has ordered to go live. */
function hasLooseDraft({ draft }: DraftRow): boolean {
  return draft !== null && draft.order === null
}

/** This year and, once its decree may be out, the next one. */
function yearsInQuestion({ day }: Context['hall']): number[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month >= NEXT_YEAR_FROM ? [year, year + 1] : [year]
}

const holidaysOf = ({ hall }: Context, year: number) =>
  hall.layout.plan.holidays.filter(({ day }) => day.startsWith(String(year)))

const yearsWithoutHolidays = (context: Context): string[] =>
  yearsInQuestion(context.hall)
    .filter((year) => holidaysOf(context, year).length === 0)
    .map(String)

/** Years with holidays whose decree the program does not know; whoever entered joint leave had it at hand. */
function yearsWithoutList(context: Context): string[] {
  return yearsInQuestion(context.hall)
    .filter((year) => {
      const entered = holidaysOf(context, year)
      if (entered.length === 0 || holidayListOf(year).decree !== null) return false
      return !entered.some(({ kind }) => kind === 'joint-leave')
    })
    .map(String)
}

function ofServices({ context }: ReadinessGround): Found[] {
  const { layout } = context.hall
  const services = layout.base.services.filter((one) => takesVisitors(one.phase))
  const open = layout.plan.services.filter(
    (one) => takesVisitors(one.phase) && !isRetired(context.hall.today, one.id),
  )
  const named = (which: typeof services) => which.map(({ name }) => name)
  const unconfirmed = services.filter(({ requirements }) =>
    requirements.some(({ confirmed }) => confirmed === false),
  )
  return [
    { code: 'no-services', bad: 'must', names: when(services.length === 0), section: 'services' },
    {
      code: 'service-without-counter',
      bad: 'must',
      names: named(open.filter((one) => !isServed(layout, one))),
      section: 'counters',
    },
    { code: 'requirement-unconfirmed', bad: 'should', names: named(unconfirmed), section: 'papers' },
    {
      code: 'component-missing',
      bad: 'should',
      names: named(withoutStandard(layout)),
      section: 'services',
    },
  ]
}

function ofPeople({ context, firstPasswords }: ReadinessGround): Found[] {
  const { plan } = context.hall.layout
  const staffed = new Set(context.people().map(({ agency }) => agency))
  const counters = plan.counters.filter(({ agency }) => !staffed.has(agency))
  return [
    {
      code: 'counter-without-staff',
      bad: 'must',
      names: counters.map(({ name }) => name),
      section: 'people',
    },
    { code: 'first-password', bad: 'must', names: firstPasswords, section: 'account' },
  ]
}

function ofEquipment({ context, isSurveyShut }: ReadinessGround): Found[] {
  const { zones } = context.hall.layout
  const there = equipment(context)
  const without = (isMissing: (zone: (typeof there)[number]) => boolean) =>
    there.filter(isMissing).map(({ zone }) => zones.get(zone)?.name ?? zone)
  const devices = context.devices().filter(({ enrolledAt }) => enrolledAt !== null)
  const silent = devices.filter((device) =>
    troublesOf(context, device).list.some((trouble) => trouble.endsWith('-silent')),
  )
  const noKiosk = !devices.some(({ kind }) => kind === 'kiosk')
  return [
    { code: 'no-kiosk', bad: 'should', names: when(noKiosk), section: 'devices' },
    {
      code: 'zone-without-board',
      bad: 'should',
      names: without(({ board }) => board === 'none'),
      section: 'devices',
    },
    {
      code: 'zone-without-voice',
      bad: 'should',
      names: without(({ voice }) => voice !== 'speaks'),
      section: 'voice',
    },
    {
      code: 'zone-without-printer',
      bad: 'should',
      names: without(({ printer }) => printer === 'none'),
      section: 'slips',
    },
    { code: 'survey-shut', bad: 'should', names: when(isSurveyShut), section: 'devices' },
    {
      code: 'device-silent',
      bad: 'should',
      names: silent.map(({ id, label }) => label ?? id),
      section: 'devices',
    },
  ]
}

function ofServer({ context, copiedAt, diskLeft, hasPaper }: ReadinessGround): Found[] {
  const state = context.clockState()
  const left = diskLeft ?? Infinity
  const isOld = copiedAt === null || context.now() - copiedAt > OLD_COPY_MS
  const isHurt = context.storageGone() || context.damages().length > 0
  return [
    {
      code: 'clock',
      bad: state === 'unsure' ? 'should' : 'must',
      names: when(state !== 'right'),
      section: '',
    },
    { code: 'damage', bad: 'must', names: when(isHurt), section: '' },
    {
      code: 'disk',
      bad: left < HARDLY_ANY_DISK ? 'must' : 'should',
      names: when(left < LITTLE_DISK),
      section: '',
    },
    { code: 'no-copy', bad: 'should', names: when(isOld), section: 'readiness' },
    { code: 'no-paper', bad: 'should', names: when(!hasPaper), section: '/paper/' },
  ]
}

function ofField({ context, findings, facilities }: ReadinessGround): Found[] {
  const overdue = findings.filter((one) => isOverdue(one, context.hall.day))
  const lacking = facilitiesOf(facilities, findings).filter(({ state }) => state === 'lacking')
  return [
    {
      code: 'finding-overdue',
      bad: 'should',
      names: overdue.map((one) => ({ id: whatOf(one, facilities, 'id'), en: whatOf(one, facilities, 'en') })),
      section: '/findings/?overdue=1',
    },
    {
      code: 'facility-lacking',
      bad: 'should',
      names: lacking.map(({ name }) => name),
      section: '/findings/#facilities',
    },
  ]
}
