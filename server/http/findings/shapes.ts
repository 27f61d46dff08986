// The shapes of findings over HTTP, and how one is put: its words in the reader's language, its people by name.
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import type { EvidenceFiles } from '../../findings/evidence.ts'
import { NINE } from '../../survey/stored.ts'
import {
  type Change,
  changeKinds,
  type Doer,
  evidenceKinds,
  type Finding,
  findingSources,
  findingStates,
  isOverdue,
  type Place,
  placeKinds,
  subjects,
} from '../../findings/finding.ts'
import { type Findings, isThere } from '../../findings/findings.ts'
import { placeName, whatOf, whereOf } from '../../findings/words.ts'
import { Id } from '../../hall/plan.ts'
import type { HallDoor } from '../ground/ask.ts'
import type { Language } from '../ground/language.ts'
import { signedIn } from '../ground/request.ts'
import type { Who } from '../../access/who.ts'
import { closed, Day, instant, Null, Role } from '../ground/schemas.ts'

export interface FindingsParts {
  readonly door: HallDoor
  readonly access: Pick<Access, 'staff' | 'log'>
  readonly findings: Findings
  readonly evidence: EvidenceFiles
}

export const tags = ['findings']

const oneOf = <T extends string>(of: readonly T[], description?: string) =>
  Type.Enum([...of], { type: 'string', ...(description !== undefined && { description }) })
export const Source = oneOf(findingSources, 'Who found it')
export const State = oneOf(findingStates)
export const Element = oneOf(NINE, 'An element of the survey')
export const Words = (maxLength: number, description: string) => Type.String({ maxLength, description })

const PlaceAsked = Type.Object(
  { kind: oneOf(placeKinds, '`part`: of the building'), id: Id },
  { ...closed, description: 'A zone or counter of the plan, or a part of the building' },
)

/** What may be said about one, when it is noted and later. */
export const fields = {
  source: Type.Optional(Source),
  what: Type.Optional(Words(2000, 'In words; may be empty if a subject or facility says it')),
  subject: Type.Optional(Type.Union([oneOf(subjects), Null])),
  where: Type.Optional(Words(300, 'In words, beside the place')),
  place: Type.Optional(Type.Union([PlaceAsked, Null])),
  service: Type.Optional(Type.Union([Id, Null])),
  agency: Type.Optional(Type.Union([Id, Null])),
  element: Type.Optional(Type.Union([Element, Null])),
  complaint: Type.Optional(Type.Union([Words(60, 'The number of a complaint'), Null])),
  owner: Type.Optional(Type.Union([Words(100, 'A user name, or in words who sees to it'), Null])),
  due: Type.Optional(Type.Union([Day('By when'), Null])),
  state: Type.Optional(State),
  expected: Type.Optional(Type.Union([Day('When what is missing is to come'), Null])),
  facility: Type.Optional(Type.Union([Id, Null])),
  visitedOn: Type.Optional(Type.Union([Day('The day of the evaluators’ visit'), Null])),
  done: Type.Optional(Type.Union([Words(2000, 'What was done about it'), Null])),
}
const Asked = Type.Object(fields, closed)
export type Asked = Static<typeof Asked>

const orNull = Type.Union([Type.String(), Null])
const Doer_ = Type.Object(
  { role: Role, agency: orNull, username: orNull, name: orNull },
  { ...closed, description: 'Names are null if the account is no longer known' },
)
const ChangeAnswer = Type.Object(
  {
    version: Type.Integer(),
    at: Type.String(),
    by: Doer_,
    what: oneOf(changeKinds),
    fields: Type.Array(
      Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() }, closed),
    ),
    note: orNull,
  },
  closed,
)
export const EvidenceAnswer = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    kind: oneOf(evidenceKinds),
    bytes: Type.Integer(),
    lost: Type.Boolean({ description: 'Its file is not where it should be' }),
  },
  closed,
)
export const FindingAnswer = Type.Object(
  {
    id: Type.String(),
    number: Type.Integer({ description: 'What people call it' }),
    version: Type.Integer({
      description: 'The version, counted by changes; send it with a change as `seen`',
    }),
    source: Source,
    what: Type.String(),
    words: Type.String({ description: 'What somebody wrote; empty if the subject or facility says it' }),
    subject: orNull,
    where: Type.String(),
    whereWords: Type.String({ description: 'What somebody wrote beside the place' }),
    place: Type.Union([
      Type.Object(
        {
          kind: oneOf(placeKinds),
          id: Type.String(),
          name: Type.String(),
          gone: Type.Boolean({ description: 'It is no longer in the plan' }),
        },
        closed,
      ),
      Null,
    ]),
    service: orNull,
    agency: orNull,
    element: orNull,
    complaint: orNull,
    owner: orNull,
    ownerName: orNull,
    ownerGone: Type.Boolean({ description: 'The owner’s account is closed' }),
    due: orNull,
    overdue: Type.Boolean(),
    state: State,
    stateSince: Type.String(),
    expected: orNull,
    facility: orNull,
    visitedOn: orNull,
    done: orNull,
    notedBy: Doer_,
    notedAt: Type.String(),
    notedOn: Type.String(),
    changedAt: Type.String(),
    mine: Type.Boolean({ description: 'The caller may still correct it or take it back' }),
    history: Type.Array(ChangeAnswer),
    evidence: Type.Array(EvidenceAnswer),
  },
  closed,
)
export type FindingAnswer = Static<typeof FindingAnswer>

/** The person who asks, as the history names them. */
export function doerOf(request: { who: Who }): Doer {
  const { id, role, agency } = signedIn(request)
  return { staff: id, role, agency }
}

/** Puts findings into words for somebody; made once for each answer. */
export async function teller(
  { door, access, findings, evidence }: FindingsParts,
  reader: Doer,
  language: Language,
): Promise<(finding: Finding) => FindingAnswer> {
  const { hall } = door.context
  const { plan } = hall.layout
  const kept = findings.facilities()
  const files = await evidence.names()
  const person = ({ staff, role, agency }: Doer) => {
    const known = access.staff.byId(staff)
    return { role, agency, username: known?.username ?? null, name: known?.name ?? null }
  }
  const place = (one: Place) => {
    const name = placeName(one, plan, language)
    return { kind: one.kind, id: one.id, name: name ?? one.name, gone: name === undefined }
  }
  return (finding) => {
    const history = findings.changes(finding.id)
    const owner = finding.owner === null ? undefined : access.staff.byUsername(finding.owner)
    return {
      id: finding.id,
      number: finding.number,
      version: finding.version,
      source: finding.source,
      what: whatOf(finding, kept, language),
      words: finding.words,
      subject: finding.subject,
      where: whereOf(finding, plan, language),
      whereWords: finding.where,
      place: finding.place && place(finding.place),
      service: finding.service,
      agency: finding.agency,
      element: finding.element,
      complaint: finding.complaint,
      owner: finding.owner,
      ownerName: owner?.name ?? finding.owner,
      ownerGone: owner?.disabled === true,
      due: finding.due,
      overdue: isOverdue(finding, hall.day),
      state: finding.state,
      stateSince: finding.stateSince,
      expected: finding.expected,
      facility: finding.facility,
      visitedOn: finding.visitedOn,
      done: finding.done,
      notedBy: person(finding.notedBy),
      notedAt: instant(finding.notedAt) ?? '',
      notedOn: finding.notedOn,
      changedAt: instant(finding.changedAt) ?? '',
      mine: isStillOwn(finding, history, reader, hall.day),
      history: history.map(({ version, at, by, what, fields: said, note }) => ({
        version,
        at: instant(at) ?? '',
        by: person(by),
        what,
        fields: said.map((one) => ({ ...one })),
        note,
      })),
      evidence: finding.evidence
        .filter(isThere)
        .map(({ id, name, kind, bytes }) => ({ id, name, kind, bytes, lost: !files.has(id) })),
    }
  }
}

/** The person who noted it may correct it or take it back on that day, as long as nobody else has touched it. */
export function isStillOwn(
  finding: Finding,
  history: readonly Change[],
  { staff }: Doer,
  today: string,
): boolean {
  return finding.notedOn === today && history.every(({ by }) => by.staff === staff)
}
