// The plan as a file, read and written, in a process of its own: a file that a manager sent is compared with the
// present plan (what would change, what is wrong and where); below, the plan as a workbook or as CSV.
import { isSame } from '../drafts/merge.ts'
import { type Fault, planFaults } from '../hall/plan-faults/plan-faults.ts'
import { withoutUnseen } from '../hall/unseen.ts'
import { faultSentence } from '../texts/plan-faults.ts'
import { changesOf, type SheetChange } from './changes.ts'
import { writeCsv } from './csv.ts'
import { writeWorkbook } from './excel.ts'
import type { Words } from './cell.ts'
import { bestKind, languagesFor } from './kinds-of.ts'
import { type Imported, importGrids } from './import.ts'
import { languagesOf, nameOfThing, planKinds, staffKinds } from './kinds.ts'
import { type Sheet, sheetOf } from './kinds/kind.ts'
import { placeOf } from './match.ts'
import { callingOf, namesOf, type Named } from './names.ts'
import { open } from './recognise.ts'
import {
  type ReadFile,
  type ReadQuestion,
  type ReadRow,
  type SaidOfFile,
  type WriteQuestion,
  saidOfFile,
} from './question.ts'
import type { Remark } from './rows.ts'
import { isTable, type Table, tablesAt, wordAt } from './table.ts'
import { type Said, sentence } from './words.ts'

/** More than anybody reads. */
const MOST_SAID = 500
const MOST_CHANGES = 5000
/** Deeper than a plan is ever nested. */
const MOST_DEEP = 20
/** The most bytes of a plan as JSON that the draft takes. */
const MOST_PLAN = 4 * 1024 * 1024

/** Reads a file that may be anything. */
export async function readFile({ of, bytes, doc, language, chosen }: ReadQuestion): Promise<ReadFile> {
  const before: Table = isTable(doc) ? doc : {}
  const refuse = (...said: Said): ReadFile => ({ ...nothing, faults: [saidOfFile(said, language)] })
  const opened = await open(bytes)
  if (opened.is === 'refused') return refuse(...opened.said)
  if (opened.is === 'json')
    return (of === 'plan' ? readJson(opened.value, before, language) : null) ?? refuse('not-a-plan', {})
  const known = of === 'plan' ? planKinds : staffKinds
  if (opened.is === 'workbook') {
    const macros = opened.macros ? [saidOfFile(['macros', {}], language)] : []
    return answer(importGrids(opened.grids, known, before, { language, chosen }), of, macros, language)
  }
  const kind = bestKind(opened.grid, known, languagesOf(before))
  if (kind === null) return refuse('kind-unclear', {})
  // A CSV file has one sheet: the others are not missing, but what they say about removed things goes too.
  const grid = { ...opened.grid, name: kind.sheet[language] }
  const read = importGrids([grid], known, before, { language, chosen })
  const remarks = read.remarks.filter(({ said }) => said[0] !== 'sheets-untouched')
  return answer({ ...read, remarks }, of, [], language)
}

const nothing: ReadFile = { plan: null, changes: [], faults: [], notes: [], rows: [] }

function changesIn(before: Table, after: Table, language: 'id' | 'en'): SheetChange[] {
  const side = (doc: Table) => ({ doc, names: namesOf(callingOf(doc), language) })
  const languages = [...new Set([...languagesOf(before), ...languagesOf(after)])]
  return changesOf(planKinds, languages, side(before), side(after))
}

function answer(
  { doc, changes, remarks, places, gone }: Imported,
  of: 'plan' | 'staff',
  macros: readonly SaidOfFile[],
  language: 'id' | 'en',
): ReadFile {
  const said = remarks.map((remark) => ofRemark(remark, language))
  const isTooLarge = JSON.stringify(doc).length > MOST_PLAN
  const ofPlan = isTooLarge
    ? [saidOfFile(['plan-too-large', {}], language)]
    : of === 'plan'
      ? faultsOf(doc, { places, gone }, said, language)
      : []
  const faults = [...said.filter(isFault), ...ofPlan]
  return {
    plan: isTooLarge ? null : doc,
    changes: changes.slice(0, MOST_CHANGES),
    faults: faults.toSorted((a, b) => Number(b.blocks) - Number(a.blocks)).slice(0, MOST_SAID),
    notes: [...macros, ...said.filter((one) => !isFault(one))].slice(0, MOST_SAID),
    rows: of === 'staff' ? rowsOf(doc, places) : [],
  }
}

/** Where each account is. */
function rowsOf(doc: Table, places: Imported['places']): ReadRow[] {
  return tablesAt(doc, 'staff').flatMap((one, nth) => {
    const found = places.get(`staff[${nth}]`)
    if (!found || !('rows' in found)) return []
    const { rows, row } = found
    const columns = [...rows.places.keys()].map((key) => {
      const { column, cell } = placeOf(rows, row, key)
      return { key, column: column ?? '', cell }
    })
    return [{ id: wordAt(one, 'username'), sheet: rows.sheet, row: row.row, columns }]
  })
}

const isFault = ({ blocks, code }: SaidOfFile) => blocks || code === 'name-gone'

function readJson(value: unknown, before: Table, language: 'id' | 'en'): ReadFile | null {
  // The draft, in the form in which the server sends it, has the plan inside.
  const found = isTable(value) && isTable(value.plan) && !('services' in value) ? value.plan : value
  if (!isTable(found) || !isPlain(found, MOST_DEEP)) return null
  const plan = withoutUnseenIn(found)
  if (!['name', 'services', 'agencies'].some((key) => Object.hasOwn(plan, key))) return null
  const changes = changesIn(before, plan, language)
  const imported = { doc: plan, changes, remarks: [], places: new Map(), gone: new Set<string>() }
  const read = answer(imported, 'plan', [], language)
  return isSame(before, plan) ? { ...read, changes: [] } : read
}

/** With the texts of people in it as they can be seen; see E4. */
function withoutUnseenIn<T>(value: T): T {
  if (typeof value === 'string') return withoutUnseen(value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutUnseenIn) as T
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutUnseenIn(one)])) as T
}

/** Whether it is nested no deeper, and has none of the keys for which the body of a request is refused. */
function isPlain(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return most > 0 && Object.entries(value).every(([key, one]) => !isTrap(key, one) && isPlain(one, most - 1))
}

function isTrap(key: string, value: unknown): boolean {
  if (key === '__proto__') return true
  return key === 'constructor' && isTable(value) && Object.hasOwn(value, 'prototype')
}

/** What keeps the plan from being published, each at the row and column it comes from. A draft may still have it. */
function faultsOf(
  doc: Table,
  { places, gone }: Pick<Imported, 'places' | 'gone'>,
  said: readonly SaidOfFile[],
  language: 'id' | 'en',
): SaidOfFile[] {
  const names = namesOf(callingOf(doc), language)
  const cells = new Set(said.map(({ sheet, cell }) => `${sheet} ${cell}`))
  return planFaults(doc).flatMap((fault): SaidOfFile[] => {
    const { name, ...place } = cellOf(fault, places, language)
    // Already reported, in the words of the sheet.
    if (place.cell !== null && cells.has(`${place.sheet} ${place.cell}`)) return []
    if (fault.code === 'unknown-id' && gone.has(fault.detail.id)) return []
    const words =
      fault.code === 'field-missing' && place.column !== null && place.sheet !== null
        ? sentence(['cell-empty', {}], language)
        : faultSentence(withNames(fault, names, places), language)
    const named = name === null ? words : `${name}: ${words}`
    const detail = `${named.charAt(0).toUpperCase()}${named.slice(1)}${named.endsWith('.') ? '' : '.'}`
    return [{ ...place, code: fault.code, detail, blocks: false }]
  })
}

/** Where a fault of the plan is in the file; `name`: what it is about, if the file does not have it. */
function cellOf({ at, detail }: Fault, places: Imported['places'], language: 'id' | 'en') {
  const more =
    'field' in detail && detail.field !== at ? [detail.field] : 'language' in detail ? [detail.language] : []
  for (let here = at; ; here = here.slice(0, Math.max(here.lastIndexOf('.'), here.lastIndexOf('[')))) {
    const found = places.get(here)
    if (found) {
      const rest = [
        at
          .slice(here.length)
          .replaceAll(/\[\d+\]/g, '')
          .replace(/^\./, ''),
        ...more,
      ]
        .filter((one) => one !== '')
        .join('.')
      const like = (key: string) => key === rest || key.startsWith(`${rest}.`) || rest.startsWith(`${key}.`)
      if ('rows' in found) {
        const key = [...found.rows.places.keys()].find(like)
        if (key !== undefined || here !== '')
          return { ...placeOf(found.rows, found.row, key ?? ''), name: null }
      } else {
        const column = found.kind
          .fields(['id', 'en'])
          .flatMap((field) => field.columns)
          .find(({ key }) => like(key))
        const name = nameOfThing(found.thing.value) || null
        if (column || here !== '')
          return {
            sheet: found.kind.sheet[language],
            row: null,
            column: column?.head[language] ?? null,
            cell: null,
            name: here === '' ? null : name,
          }
      }
    }
    if (here === '') return { sheet: null, row: null, column: at, cell: null, name: null }
  }
}

/** The fault with names instead of ids, and rows instead of places in the plan. */
function withNames(fault: Fault, names: ReturnType<typeof namesOf>, places: Imported['places']): Fault {
  const called = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(called)
    if (typeof value !== 'string') return value
    const found = places.get(value) ?? places.get(value.replace(/(\])\..*$/, '$1'))
    if (found && 'rows' in found) return `${found.rows.sheet} ${found.row.row}`
    if (found) return nameOfThing(found.thing.value)
    return (
      (['service', 'agency', 'zone'] as const)
        .map((of) => names.label(of, value))
        .find((label) => label !== value) ?? value
    )
  }
  const detail = Object.fromEntries(
    Object.entries(fault.detail).map(([key, value]) => [key, key === 'field' ? value : called(value)]),
  )
  return { ...fault, detail } as Fault
}

function ofRemark({ said, ...place }: Remark, language: 'id' | 'en'): SaidOfFile {
  return { ...place, code: said[0], detail: sentence(said, language) }
}

// Writing: a workbook with a sheet for each kind, or one kind as CSV.

const about: Readonly<Record<WriteQuestion['of'], Words>> = {
  plan: { id: 'Pengaturan mal', en: 'Settings of the hall' },
  staff: { id: 'Daftar petugas', en: 'List of staff' },
}

/** The bytes of the file. */
export async function writeFile({ of, doc: given, language, kind }: WriteQuestion): Promise<Uint8Array> {
  const doc: Table = isTable(given) ? given : {}
  const calling = callingOf(doc)
  const names = namesOf(calling, language)
  const known = of === 'plan' ? planKinds : staffKinds
  const sheets = known
    .filter(({ name }) => kind === null || name === kind)
    .map((one): Sheet => sheetOf(one, doc, languagesFor(one, doc), names))
  const [first] = sheets
  if (kind !== null && first) return Buffer.from(writeCsv(first, language))
  const labels = new Map(
    (['agency', 'zone', 'service'] as const).map((of): [Named, string[]] => [
      of,
      calling[of].map(({ id }) => names.label(of, id)),
    ]),
  )
  return writeWorkbook(sheets, { labels }, language, about[of])
}
