// The list of staff as a spreadsheet: written for whoever keeps the list, and read back as accounts. First passwords
// are in the answer that made them, and nowhere else.
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import type { Staff } from '../../access/staff.ts'
import { isAsListed, type ListedPerson, takeList, waitingOn, whyNotListed } from '../../access/staff-list.ts'
import { heldCounters } from './staff-answers.ts'
import { type ReadFile, type ReadRow, saidOfFile } from '../../sheets/question.ts'
import type { Sheets } from '../../sheets/sheets.ts'
import { isTable, tablesAt, wordAt } from '../../sheets/table.ts'
import { type Said, sentence } from '../../sheets/words.ts'
import type { HallDoor } from '../ground/ask.ts'
import {
  asWritten,
  busy,
  bytesOf,
  copied,
  csv,
  fileAnswer,
  fileRefused,
  FileLanguage,
  Flag,
  MOST_FILE,
  withFiles,
  workbook,
} from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import { Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, instant, Null, Role } from '../ground/schemas.ts'
import { leaveCounters } from './staff-actions.ts'

const tags = ['staff']
/** The most passwords made for one file: each takes a tenth of a second. */
const MOST_NEW = 200

/** A slip for somebody's first password. */
const Slip = Type.Object(
  {
    username: Type.String(),
    name: Type.String(),
    role: Role,
    agency: Type.Union([Type.String(), Null]),
    password: Type.String(),
    until: Type.String({ description: 'Until when it is valid. ISO 8601, UTC' }),
  },
  closed,
)
const StaffImport = Type.Object(
  {
    ...fileAnswer,
    taken: Type.Boolean(),
    waiting: Type.Integer({
      description:
        'Of those in the file, how many never used their first password: `again` makes another one',
    }),
    slips: Type.Array(Slip, { description: 'First passwords; only in this answer' }),
  },
  closed,
)
export type StaffImport = Static<typeof StaffImport>
export type PasswordSlip = Static<typeof Slip>

interface Parts extends HallDoor {
  readonly access: Access
  readonly sheets: Sheets
}

/** Adds `/api/staff.xlsx`, `/api/staff.csv` and `/api/staff/import`. */
export async function addStaffSheets(app: App, parts: Parts): Promise<void> {
  const { access, sheets, context } = parts
  const { hall } = context

  for (const type of [workbook, csv]) {
    app.get(
      `/api/staff.${type.end}`,
      {
        schema: {
          operationId: type.end === 'xlsx' ? 'exportStaff' : 'exportStaffTable',
          summary: `The accounts as ${type.says}: all for a manager, those of their agency for a supervisor`,
          tags,
          querystring: Type.Object({ language: Type.Optional(FileLanguage) }, closed),
          response: { 200: type.answer },
        },
        config: { problems: ['too-many-requests'] },
      },
      async (request, reply) => {
        const { language = languageOf(request.headers['accept-language']) } = request.query
        if (sheets.isBusy()) return busy(reply)
        const kind = type.end === 'csv' ? 'staff' : null
        const doc = listFor(parts, signedIn(request))
        const written = sheets.write({ of: 'staff', doc, language, kind })
        return asWritten(reply, written, type.type, `antre-staff-${hall.day}.${type.end}`)
      },
    )
  }

  await withFiles(app, (scope) => {
    scope.post(
      '/api/staff/import',
      {
        bodyLimit: MOST_FILE,
        schema: {
          operationId: 'importStaff',
          summary:
            'What a list of staff would change, and what is wrong with it; with `take` it is done as a whole or not at all',
          description: 'The body is the file itself: .xlsx or .csv. Whoever is not in it stays as they are.',
          tags,
          querystring: Type.Object(
            {
              take: Type.Optional(Flag('Make and change the accounts. Without it nothing changes')),
              again: Type.Optional(
                Flag('With `take`: make another first password for those in the file who never used theirs'),
              ),
              language: Type.Optional(FileLanguage),
              ...Until,
            },
            closed,
          ),
          response: { 200: StaffImport },
        },
        config: {
          takesFile: true,
          problems: ['sheet-faults', 'staff-changed', 'too-many-requests', 'storage-unavailable'],
        },
      },
      async (request, reply) => {
        const { take, again, language = languageOf(request.headers['accept-language']) } = request.query
        const actor = signedIn(request)
        if (sheets.isBusy()) return busy(reply)
        const question = {
          of: 'staff',
          bytes: bytesOf(request.body),
          doc: listFor(parts, actor),
          language,
        } as const
        const read = await sheets.read({ ...question, chosen: new Map() })
        const people = peopleIn(read, actor)
        const held = heldCounters(hall)
        const faultsNow = () =>
          people.flatMap(({ person, row }) => {
            const why = whyNotListed(access, actor, person, (id) => held.has(id))
            return why ? [faultAt(row, why.field, [why.code, {}], language)] : []
          })
        const fresh = people.filter(({ person }) => access.staff.byUsername(person.username) === null)
        const tooMany: Said = ['too-many-new', { count: String(fresh.length), most: String(MOST_NEW) }]
        const faults = [
          ...read.faults,
          ...(fresh.length > MOST_NEW ? [saidOfFile(tooMany, language)] : []),
          ...faultsNow(),
        ]
        const waiting = waitingOn(
          access,
          actor,
          people.map(({ person }) => person),
        )
        const said = { changes: [...read.changes], faults: faults.map(copied), notes: read.notes.map(copied) }
        const answer = (taken: boolean, slips: PasswordSlip[]): StaffImport => ({
          ...said,
          taken,
          waiting: waiting.length,
          slips,
        })
        if (take === undefined) return answer(false, [])
        if (read.plan === null || faults.some(({ blocks }) => blocks)) return fileRefused(reply, said.faults)
        const changing = people
          .map(({ person }) => person)
          .filter((person) => {
            const account = access.staff.byUsername(person.username)
            return account === null || !isAsListed(account, person)
          })
        for (const { username, disabled } of changing) {
          const account = access.staff.byUsername(username)
          if (!account || !disabled || account.disabled) continue
          const left = await leaveCounters({ ...parts, hall, actor, account })
          if ('refused' in left) return refuse(reply, left.refused, { retryAfter: 5 })
        }
        const others = again === undefined ? [] : waiting.slice(0, MOST_NEW)
        const made = await takeList(access, actor, changing, others, () => faultsNow().length === 0)
        if (made === null) return refuse(reply, 'staff-changed')
        return answer(
          true,
          made.map(({ account, password, until }) => ({
            username: account.username,
            name: account.name,
            role: account.role,
            agency: account.agency,
            password,
            until: instant(until) ?? '',
          })),
        )
      },
    )
  })
}

/** The accounts that this person sees, with the agencies these may belong to. */
function listFor({ access, context: { hall } }: Parts, actor: Staff) {
  const isSeen = (agency: string | null) => actor.role === 'manager' || agency === actor.agency
  return {
    agencies: hall.layout.base.agencies
      .filter(({ id }) => isSeen(id))
      .map(({ id, name, short }) => ({ id, name, short })),
    staff: access.staff
      .list()
      .filter(({ agency }) => isSeen(agency))
      .map(({ username, name, role, agency, disabled }) => ({
        username,
        name,
        role,
        ...(agency !== null && { agency }),
        disabled,
      })),
  }
}

/** The people in a file, each with their row. A supervisor's list is of their own agency, whether it says so or not. */
function peopleIn(read: ReadFile, actor: Staff): { person: ListedPerson; row: ReadRow }[] {
  const rows = new Map(read.rows.map((row) => [row.id, row]))
  const list = isTable(read.plan) ? tablesAt(read.plan, 'staff') : []
  return list.flatMap((one) => {
    const row = rows.get(wordAt(one, 'username'))
    if (!row) return []
    const said = wordAt(one, 'role')
    const role = said === 'officer' || said === 'supervisor' || said === 'manager' ? said : null
    const person: ListedPerson = {
      username: row.id,
      name: wordAt(one, 'name').normalize('NFC').trim(),
      role,
      agency: role === 'manager' ? null : wordAt(one, 'agency') || actor.agency,
      disabled: one.disabled === true,
    }
    return [{ person, row }]
  })
}

function faultAt({ sheet, row, columns }: ReadRow, field: string, said: Said, language: 'id' | 'en') {
  const { column = null, cell = null } = columns.find(({ key }) => key === field) ?? {}
  return { sheet, row, column, cell, code: said[0], detail: sentence(said, language), blocks: true }
}
