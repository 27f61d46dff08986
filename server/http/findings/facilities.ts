// The facilities of the building over HTTP: all staff see them; the manager says which are there and when the others
// will come.
import { type Static, Type } from 'typebox'
import { type Facility, facilitiesOf, facilityStandings } from '../../findings/facilities.ts'
import { blankFinding, type Doer } from '../../findings/finding.ts'
import { isDay } from '../../time-zone.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Day, IdParams, Null, Written } from '../ground/schemas.ts'
import { plainText } from './said.ts'
import { doerOf, type FindingsParts, tags } from './shapes.ts'

const orNull = Type.Union([Type.String(), Null])
const FacilityAnswer = Type.Object(
  {
    id: Type.String(),
    name: Type.Object({ id: Type.String(), en: Type.String() }, closed),
    vulnerable: Type.Boolean({ description: 'What vulnerable visitors need' }),
    own: Type.Boolean({ description: 'The hall added it to the usual list' }),
    state: Type.Enum([...facilityStandings], { type: 'string' }),
    expected: orNull,
    finding: Type.Union([Type.String(), Null], { description: 'The open finding that says it is lacking' }),
  },
  closed,
)
export type FacilityAnswer = Static<typeof FacilityAnswer>
const NameText = Written(80)
const Name = Type.Object({ id: NameText, en: Type.Optional(NameText) }, closed)

/** Adds `/api/findings/facilities`. */
export function addFacilities(app: App, parts: FindingsParts): void {
  const { findings, access, door } = parts
  const all = () => facilitiesOf(findings.facilities(), findings.list()).map((one) => ({ ...one }))
  const log = (staff: string, facility: string) =>
    access.log.write({
      by: `staff:${staff}`,
      action: 'facility-changed',
      about: null,
      agency: null,
      detail: { facility },
    })

  app.get(
    '/api/findings/facilities',
    {
      schema: {
        operationId: 'listFacilities',
        summary:
          'The facilities that the building has or lacks; those that vulnerable visitors need come first',
        tags,
        response: { 200: Type.Object({ facilities: Type.Array(FacilityAnswer) }, closed) },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async () => ({ facilities: all() }),
  )

  app.post(
    '/api/findings/facilities',
    {
      schema: {
        operationId: 'addFacility',
        summary: 'Add a facility to the usual list',
        tags,
        body: meantBody({ name: Name }),
        response: { 201: FacilityAnswer },
      },
      config: { problems: ['too-many-findings', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const name = named(request.body.name)
      if (name.id === '') return refuse(reply, 'bad-request', { members: { property: 'name' } })
      const same = all().find((one) => one.name.id.toLowerCase() === name.id.toLowerCase())
      if (same) return reply.code(201).send(same)
      const id = door.context.hall.day + '-' + (findings.facilities().length + 1)
      const full = findings.writeFacility({ id, name, state: 'unknown' })
      if (full) return refuse(reply, full)
      log(doerOf(request).staff, name.id)
      return reply.code(201).send(one(all(), id))
    },
  )

  app.post(
    '/api/findings/facilities/:id',
    {
      schema: {
        operationId: 'changeFacility',
        summary:
          'Say whether a facility is there; one that is lacking is an open finding, with the day it is expected',
        tags,
        params: IdParams,
        body: meantBody({
          state: Type.Optional(Type.Enum([...facilityStandings], { type: 'string' })),
          expected: Type.Optional(Type.Union([Day('When it is to come'), Null])),
          name: Type.Optional(Name),
        }),
        response: { 200: FacilityAnswer },
      },
      config: {
        problems: ['unknown-facility', 'too-many-findings', 'too-many-changes', 'storage-unavailable'],
      },
    },
    async (request, reply) => {
      const { state, expected, name } = request.body
      const known = all().find(({ id }) => id === request.params.id)
      if (!known) return refuse(reply, 'unknown-facility')
      if (expected !== undefined && expected !== null && !isDay(expected))
        return refuse(reply, 'bad-request', { members: { property: 'expected' } })
      const by = doerOf(request)
      const fault = stand(parts, known, { state: state ?? known.state, expected }, by)
      if (fault) return refuse(reply, fault)
      if (name && known.own) {
        const kept = findings.facilities().find(({ id }) => id === known.id)
        findings.writeFacility({ id: known.id, name: named(name), state: kept?.state ?? 'unknown' })
      }
      log(by.staff, known.name.id)
      return one(all(), known.id)
    },
  )
}

function one(all: readonly Facility[], id: string): FacilityAnswer {
  const found = all.find((facility) => facility.id === id)
  if (!found) throw new Error(`no facility ${id}`)
  return { ...found, name: { ...found.name } }
}

/** Makes its finding, updates it or ends it, so that the list of findings and this one never disagree. */
function stand(
  { findings, door }: FindingsParts,
  known: Facility,
  { state, expected }: { state: Facility['state']; expected: string | null | undefined },
  by: Doer,
): 'too-many-findings' | 'too-many-changes' | null {
  const kept = findings.facilities().find(({ id }) => id === known.id)
  const open = known.finding === null ? undefined : findings.byId(known.finding)
  if (state === 'lacking') {
    if (open) {
      if (expected === undefined) return null
      return findings.change(open, { expected }, by, undefined) === 'full' ? 'too-many-changes' : null
    }
    const source = door.context.hall.layout.plan.operation === 'trial' ? 'trial' : 'staff'
    const noted = { ...blankFinding, source, facility: known.id, expected: expected ?? null } as const
    if (findings.note(noted, by) === 'too-many-findings') return 'too-many-findings'
  } else if (open) {
    findings.change(open, { state: state === 'there' ? 'done' : 'dropped' }, by, undefined)
  }
  return findings.writeFacility({
    id: known.id,
    name: kept?.name ?? null,
    state: state === 'lacking' ? 'unknown' : state,
  })
}

function named({ id, en }: Static<typeof Name>) {
  const name = plainText(id)
  return { id: name, en: plainText(en ?? '') || name }
}
