// What the API says about complaints: to the holder of a token, and to staff.
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import {
  channels,
  closeReasons,
  type Complaint,
  complaintStates,
  isOpen,
  MOST_NOTE,
  MOST_WORDS,
  stepKinds,
} from '../../complaints/complaint.ts'
import type { Complaints } from '../../complaints/complaints.ts'
import type { Hall } from '../../hall/hall.ts'
import { Text } from '../../hall/plan.ts'
import { closed, instant, Null } from '../ground/schemas.ts'

export const tags = ['complaints']

export interface ComplaintsDoor {
  readonly hall: Hall
  readonly complaints: Complaints
  readonly access: Pick<Access, 'staff'>
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  readonly publicUrl: string | null
}

/** The route checks whether there is anything to read. */
export const Words = Type.String({ minLength: 1, maxLength: MOST_WORDS })
export const Note = Type.String({ minLength: 1, maxLength: MOST_NOTE })
export const Channel = Type.Enum([...channels], { type: 'string' })
export const CloseReason = Type.Enum([...closeReasons], { type: 'string' })
const State = Type.Enum([...complaintStates], { type: 'string' })
const Day = Type.String({ description: 'A day of the hall, `2026-11-24`' })
const orNull = Type.Union([Type.String(), Null])
const About = Type.Object(
  { service: Type.Union([Text, Null]), agency: Type.Union([Text, Null]) },
  { ...closed, description: 'The names of what it is about; both null: the hall as a whole' },
)
const Days = Type.Integer({
  description: 'Open days from its arrival until the first answer, or until now',
})

/** What the holder of its token sees: without the words, which they know. */
export const OwnComplaint = Type.Object(
  {
    number: Type.String(),
    state: State,
    answer: Type.Union([Type.String(), Null], { description: 'The last one; null: none yet, or erased' }),
    days: Days,
    day: Day,
    due: Type.String({ description: 'The last day by which an answer is promised' }),
    late: Type.Boolean(),
    about: About,
    answers: Type.Array(Type.Object({ at: Type.String(), text: Type.String() }, closed), {
      description: 'All of them, the oldest first',
    }),
    erased: Type.Boolean({ description: 'The words have been erased, as the plan says' }),
  },
  closed,
)
export type OwnComplaint = Static<typeof OwnComplaint>

export const FormAnswer = Type.Object(
  {
    name: Text,
    timeZone: Type.String(),
    days: Type.Integer(),
    until: Type.String({ description: 'The day by which a complaint made now is answered' }),
    eraseAfterDays: Type.Integer(),
    sp4n: Type.Union([Type.Literal('beside'), Type.Literal('instead'), Null]),
    tablet: Type.Boolean({ description: 'The caller is a survey tablet: its page forgets who wrote' }),
    address: Type.Union([Type.String(), Null], {
      description: 'The address of the page; null: the hall has no public address',
    }),
    agencies: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Text,
          services: Type.Array(Type.Object({ id: Type.String(), name: Text }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type ComplaintForm = Static<typeof FormAnswer>

const StaffStep = Type.Object(
  {
    at: Type.String(),
    kind: Type.Enum([...stepKinds], { type: 'string' }),
    by: orNull,
    text: orNull,
    from: orNull,
    to: orNull,
    reason: orNull,
  },
  closed,
)

/** A complaint as seen by those who may answer it. */
export const StaffComplaint = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    state: State,
    service: orNull,
    agency: Type.Union([Type.String(), Null], {
      description: 'The agency that has to answer; null: the hall',
    }),
    gone: Type.Boolean({ description: 'Its agency is no longer in the plan: somebody has to forward it' }),
    about: About,
    channel: Channel,
    language: Type.String(),
    words: Type.Union([Type.String(), Null], { description: 'Null: erased' }),
    at: Type.String(),
    day: Day,
    due: Day,
    left: Type.Integer({
      description: 'Open days until the promised day; negative: so many days late',
    }),
    late: Type.Boolean(),
    escalated: Type.Boolean(),
    answeredOn: orNull,
    days: Days,
    taken: Type.Union([Type.String(), Null], { description: 'The name of the person who has taken it on' }),
    mine: Type.Boolean({ description: 'Whether the caller has taken it on' }),
    erased: Type.Boolean(),
    revision: Type.Integer(),
    history: Type.Array(StaffStep),
  },
  closed,
)
export type StaffComplaint = Static<typeof StaffComplaint>

/** The names as they are now, else as they were. */
function aboutOf({ hall }: ComplaintsDoor, { service, agency, named }: Complaint): OwnComplaint['about'] {
  const { services, agencies } = hall.layout
  return {
    service: (service !== null && services.get(service)?.name) || named.service,
    agency: (agency !== null && agencies.get(agency)?.name) || named.agency,
  }
}

export function ownComplaint(door: ComplaintsDoor, complaint: Complaint): OwnComplaint {
  const { complaints } = door
  const { number, state, day, due, id, erasedAt } = complaint
  const answers = complaints
    .steps(id)
    .flatMap(({ kind, text, at }) =>
      kind === 'answered' && text !== null ? [{ at: instant(at) ?? '', text }] : [],
    )
  return {
    number,
    state,
    answer: answers.at(-1)?.text ?? null,
    days: complaints.daysOf(complaint),
    day,
    due,
    late: complaints.isLate(complaint),
    about: aboutOf(door, complaint),
    answers,
    erased: erasedAt !== null,
  }
}

export function staffComplaint(door: ComplaintsDoor, complaint: Complaint, me: string): StaffComplaint {
  const { complaints, hall, access } = door
  const { id, number, state, service, agency, channel, language, words, at, day, due } = complaint
  const name = (staff: string | null) => (staff === null ? null : (access.staff.byId(staff)?.name ?? null))
  return {
    id,
    number,
    state,
    service,
    agency,
    channel,
    language,
    words,
    day,
    due,
    gone: agency !== null && !hall.layout.agencies.has(agency),
    about: aboutOf(door, complaint),
    at: instant(at) ?? '',
    left: complaints.daysLeft(complaint),
    late: complaints.isLate(complaint),
    escalated: complaint.escalatedAt !== null && isOpen(complaint),
    answeredOn: complaint.answeredOn,
    days: complaints.daysOf(complaint),
    taken: name(complaint.taken),
    mine: complaint.taken === me,
    erased: complaint.erasedAt !== null,
    revision: complaint.revision,
    history: complaints.steps(id).map((step) => ({
      at: instant(step.at) ?? '',
      kind: step.kind,
      by: name(step.by),
      text: step.text,
      from: step.detail['from'] ?? null,
      to: step.detail['to'] ?? null,
      reason: step.detail['reason'] ?? null,
    })),
  }
}
