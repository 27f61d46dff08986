// Reads sheets into a plan. What a sheet says is laid over the present plan, thing by thing and field by field: a cell
// that still says what was written into it changes nothing, and what has no column stays.
import { randomBytes } from 'node:crypto'
import { type Cell, folded, type Grid, textOf } from './cell.ts'
import { type SheetChange, changesOf } from './changes.ts'
import type { Field, Reader } from './field.ts'
import type { Kind } from './kinds/kind.ts'
import { languagesOf } from './kinds.ts'
import { type Match, matched, placeOf } from './match.ts'
import { type Called, type Calling, callingOf, type Named, type Names, namesOf } from './names.ts'
import type { Remark, Row, Rows } from './rows.ts'
import { fieldAt, type Table, withField, wordAt } from './table.ts'
import type { Thing } from './things.ts'
import type { Said } from './words.ts'
import { isBase, sheetsOf } from './kinds-of.ts'

export interface Asked {
  readonly language: 'id' | 'en'
  /** Answers to questions, `service:12` → an id or `new`. */
  readonly chosen: ReadonlyMap<string, string>
}

export interface Imported {
  /** The plan that results from the file. */
  readonly doc: Table
  readonly changes: readonly SheetChange[]
  readonly remarks: readonly Remark[]
  /** Where each part came from: `services[3]` → its row. */
  readonly places: ReadonlyMap<string, Place>
  /** Ids that the file removes although something still names them; each is reported. */
  readonly gone: ReadonlySet<string>
}

/** A row of the file, or a thing without one. */
export type Place =
  | { readonly rows: Rows; readonly row: Row }
  | { readonly kind: Kind; readonly thing: Thing }

const named: readonly Named[] = ['agency', 'zone', 'service']

const isNamed = (name: string): name is Named => named.some((one) => one === name)

/** A new id: twelve letters and digits. */
export function freshId(): string {
  return [...randomBytes(12)].map((byte) => 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(byte % 36)).join('')
}

/** Lays the sheets over the document. */
export function importGrids(
  grids: readonly Grid[],
  kinds: readonly Kind[],
  before: Table,
  asked: Asked,
): Imported {
  const { language, chosen } = asked
  const base = languagesOf(before).filter((code) => isBase(before, code))
  const { sheets, remarks: sheetRemarks } = sheetsOf(grids, kinds, base, language)
  const remarks: Remark[] = [...sheetRemarks]
  const calling = callingOf(before)
  const old = namesOf(calling, language)
  const matches = new Map<string, readonly Match[]>()
  for (const [kind, rows] of sheets) {
    remarks.push(...rows.remarks)
    if (kind.isRecord || kind.isOfServices || rows.isUnread) continue
    const found = matched(rows, { before, names: old, chosen, fresh: freshId })
    remarks.push(...found.remarks)
    matches.set(kind.name, found.matches)
  }
  const now = callingNow(calling, matches, old, language)
  const names = namesOf(now, language, calling)
  const ground: Ground = { before, old, names, remarks, gone: goneOf(calling, now) }
  let doc = before
  const places = new Map<string, Place>()
  const kept: { kind: Kind; rows: Rows; things: Thing[]; from: Row[] }[] = []
  for (const kind of kinds) {
    const rows = sheets.get(kind)
    if (!rows || rows.isUnread) continue
    const read = thingsOf(kind, rows, matches.get(kind.name) ?? [], ground, doc)
    const given = kind.give(doc, read.things)
    doc = given.plan
    kept.push({ kind, rows, ...read })
  }
  doc = withoutGone(doc, kinds, ground, kept)
  // Place by place from the end: a service that goes takes its requirements along.
  for (const kind of kinds) {
    const now = kind.take(doc)
    const own = kept.find((one) => one.kind === kind)
    const rowOf = new Map(own?.things.map(({ id }, nth) => [id, own.from[nth]]))
    kind.give(doc, now).places.forEach((place, nth) => {
      const thing = now[nth]
      const row = thing && rowOf.get(thing.id)
      if (own && row && row.row > 0) places.set(place, { rows: own.rows, row })
      else if (thing && !places.has(place)) places.set(place, { kind, thing })
    })
  }
  const languages = [...new Set([...languagesOf(before), ...languagesOf(doc)])]
  const changes = changesOf(
    kinds,
    languages,
    { doc: before, names: old },
    { doc, names: namesOf(callingOf(doc), language) },
  )
  const gone = new Set(named.flatMap((of) => [...ground.gone[of].keys()]))
  return { doc, changes, remarks, places, gone }
}

interface Ground {
  readonly before: Table
  readonly old: Names
  readonly names: Names
  readonly remarks: Remark[]
  /** Ids of things that no longer exist, by what they were called. */
  readonly gone: Readonly<Record<Named, ReadonlyMap<string, string>>>
}

/** What everything is called after reading the file: rows may have new names and new agencies. */
function callingNow(
  before: Calling,
  matches: ReadonlyMap<string, readonly Match[]>,
  old: Names,
  language: 'id' | 'en',
): Calling {
  const called = (of: Named, agencyOf: (match: Match) => string | null): readonly Called[] => {
    const rows = matches.get(of)
    if (!rows) return before[of]
    const were = new Map(before[of].map((one) => [one.id, one]))
    return rows.map((match): Called => {
      const cell = (key: string) => match.row.cells.get(key)
      const was = were.get(match.id)
      const name = cell('name.id')
      const short = cell('short')
      return {
        id: match.id,
        name: name === undefined ? (was?.name ?? '') : textOf(name),
        short: short === undefined ? (was?.short ?? '') : textOf(short),
        agency: agencyOf(match),
      }
    })
  }
  const agency = called('agency', () => null)
  const zone = called('zone', () => null)
  const soFar = namesOf({ agency, zone, service: [] }, language, { ...before, service: [] })
  const agencyOf = ({ row, was }: Match) => {
    const typed = row.cells.get('agency')
    if (typed === undefined) return was ? wordAt(was.value, 'agency') || null : null
    const found = soFar.find('agency', textOf(typed), {})
    const kept = was ? wordAt(was.value, 'agency') : ''
    if (was && old.label('agency', kept) === textOf(typed)) return kept || null
    return found.length === 1 ? (found[0] ?? null) : null
  }
  return { agency, zone, service: called('service', agencyOf) }
}

function goneOf(before: Calling, now: Calling): Ground['gone'] {
  const gone = (of: Named) => {
    const there = new Set(now[of].map(({ id }) => id))
    return new Map(before[of].filter(({ id }) => !there.has(id)).map(({ id, name }) => [id, name]))
  }
  return { agency: gone('agency'), zone: gone('zone'), service: gone('service') }
}

/** The rows of a sheet as things, each with its row. */
function thingsOf(
  kind: Kind,
  rows: Rows,
  matches: readonly Match[],
  ground: Ground,
  doc: Table,
): { things: Thing[]; from: Row[] } {
  if (kind.isRecord) {
    const [row] = rows.rows
    if (!row) return { things: kind.take(doc), from: [] }
    const was = { id: '', value: ground.before }
    return { things: [{ id: '', value: valueOf(rows, { row, was, id: '' }, ground) }], from: [row] }
  }
  if (kind.isOfServices) return standardRows(kind, rows, ground, doc)
  const used = new Set<string>()
  const from: Row[] = []
  const papers = kind.name === 'requirement' ? papersOf(kind, ground) : null
  const things = matches.flatMap((match): Thing[] => {
    const start = { ...match, id: papers?.(match) ?? match.id }
    const value = valueOf(rows, start, ground)
    // It belonged to something that goes.
    if (kind.name === 'requirement' && ground.gone.service.has(wordAt(value, 'service'))) return []
    const thing = withOwnId(kind, { id: match.was?.id ?? '', value }, used, start.id)
    used.add(thing.id)
    from.push(match.row)
    return [thing]
  })
  if (!kind.isPart) return { things, from }
  const rowOf = new Map(things.map(({ id }, nth) => [id, from[nth]]))
  const named = new Map(things.map((thing) => [thing.id, thing]))
  const stay = kind.take(doc)
  const there = new Set(stay.map(({ id }) => id))
  const all = [
    ...stay.map((thing) => named.get(thing.id) ?? thing),
    ...things.filter(({ id }) => !there.has(id)),
  ]
  return { things: all, from: all.map(({ id }) => rowOf.get(id) ?? noRow) }
}

/** For a thing that is not in the file. */
const noRow: Row = { row: 0, id: '', cells: new Map() }

/** If another service asks for a requirement of the same name, it is the same paper. */
function papersOf(kind: Kind, { before }: Ground): (match: Match) => string | null {
  const byName = new Map(
    kind.take(before).map(({ value }) => [folded(wordAt(value, 'name.id')), wordAt(value, 'id')]),
  )
  return ({ was, row }) =>
    was || row.id !== '' ? null : (byName.get(folded(textOf(row.cells.get('name.id')))) ?? null)
}

/** The thing under the id that it has in the plan, or a new one if that is taken. */
function withOwnId(kind: Kind, { value }: Thing, used: ReadonlySet<string>, id: string): Thing {
  const isNested = kind.newId('x', value) !== 'x'
  const own = isNested ? kind.newId(wordAt(value, 'id') || id, value) : id
  if (!used.has(own)) return { id: own, value }
  const other = freshId()
  return {
    id: kind.newId(other, value),
    value: Object.hasOwn(value, 'id') ? withField(value, 'id', other) : value,
  }
}

/** Rows that each belong to an existing service. */
function standardRows(kind: Kind, rows: Rows, ground: Ground, doc: Table): { things: Thing[]; from: Row[] } {
  const all = new Map(kind.take(doc).map((thing) => [thing.id, thing]))
  const seen = new Map<string, Row>()
  const from = new Map<string, Row>()
  for (const row of rows.rows) {
    const typed = textOf(row.cells.get('service'))
    const found = ground.names.find('service', typed, {})
    const id = found.length === 1 ? found[0] : all.has(row.id) ? row.id : undefined
    const thing = id === undefined ? undefined : all.get(id)
    const place = placeOf(rows, row, 'service')
    if (!thing || id === undefined) {
      if (ground.gone.service.has(row.id)) continue
      const names = found.map((one) => ground.names.full('service', one)).join(' / ')
      const said: Said =
        found.length > 1
          ? ['name-unclear', { text: typed, names }]
          : ['unknown-name', { text: typed, sheet: ground.names.sheet('service') }]
      ground.remarks.push({ ...place, said, blocks: true })
      continue
    }
    const first = seen.get(id)
    if (first) {
      ground.remarks.push({ ...place, said: ['service-twice', { row: String(first.row) }], blocks: true })
      continue
    }
    seen.set(id, row)
    from.set(id, row)
    const cells = new Map([...row.cells, ['service', null] as const])
    const fields = rows.fields.filter(({ at }) => at !== 'service')
    all.set(id, {
      id,
      value: valueOf({ ...rows, fields }, { row: { ...row, cells }, was: thing, id }, ground),
    })
  }
  const things = [...all.values()]
  return { things, from: things.map(({ id }) => from.get(id) ?? noRow) }
}

/** A thing as its row describes it. */
function valueOf(rows: Rows, match: Match, ground: Ground): Table {
  const { row, was } = match
  let value: Table = was ? was.value : rows.kind.start(match.id)
  for (const field of rows.fields) {
    const next = fieldOf(rows, field, { ...match, row }, value, ground)
    if (next !== unchanged) value = withField(value, field.at, next)
  }
  return value
}

const unchanged = Symbol('unchanged')

function fieldOf(rows: Rows, field: Field, { row, was }: Match, thing: Table, ground: Ground): unknown {
  const { columns, at } = field
  if (!columns.some(({ key }) => rows.places.has(key)))
    return was || field.empty === undefined ? unchanged : field.empty
  const before = was ? fieldAt(was.value, at) : undefined
  const written = was ? field.write(before, ground.old) : columns.map(() => null)
  // A missing column leaves the value as it was.
  const cells = columns.map(({ key }, nth): Cell =>
    rows.places.has(key) ? (row.cells.get(key) ?? null) : (written[nth] ?? null),
  )
  if (was && cells.every((cell, nth) => textOf(cell) === textOf(written[nth]))) return unchanged
  let isFaulty = false
  const say: Reader['say'] = (column, ...said) => {
    isFaulty = true
    ground.remarks.push({ ...placeOf(rows, row, columns[column]?.key ?? ''), said, blocks: true })
  }
  const read = field.read(cells, { names: ground.names, thing, was: before, say })
  if (isFaulty || (read === undefined && !was)) return unchanged
  return read
}

/** The document without references to things that are gone; where a reference is required, that is reported. */
function withoutGone(
  doc: Table,
  kinds: readonly Kind[],
  ground: Ground,
  kept: readonly { kind: Kind; rows: Rows; things: Thing[]; from: Row[] }[],
): Table {
  if (named.every((of) => ground.gone[of].size === 0)) return doc
  return kinds.reduce((now, kind) => {
    const fields = kind
      .fields(['id'])
      .filter(({ columns }) => columns.some(({ choices }) => typeof choices === 'string'))
    if (fields.length === 0 || kind.isOfServices) return now
    const own = kept.find((one) => one.kind === kind)
    const things = kind.take(now).map((thing): Thing => {
      const value = fields.reduce((table, field) => {
        const [column] = field.columns
        const of = column?.choices
        if (typeof of !== 'string' || !isNamed(of)) return table
        const was = fieldAt(table, field.at)
        if (Array.isArray(was)) {
          const left = was.filter((id) => !ground.gone[of].has(String(id)))
          return left.length === was.length
            ? table
            : withField(table, field.at, left.length === 0 ? field.empty : left)
        }
        const gone = typeof was === 'string' ? ground.gone[of].get(was) : undefined
        if (gone === undefined) return table
        if (field.empty === null) return withField(table, field.at, null)
        const nth = own?.things.findIndex(({ id }) => id === thing.id) ?? -1
        const row = nth < 0 ? undefined : own?.from[nth]
        const place =
          own && row
            ? placeOf(own.rows, row, column?.key ?? '')
            : { sheet: kind.sheet.id, row: null, column: column?.head.id ?? null, cell: null }
        ground.remarks.push({
          ...place,
          said: ['name-gone', { text: gone, sheet: ground.names.sheet(of) }],
          blocks: false,
        })
        return table
      }, thing.value)
      return value === thing.value ? thing : { ...thing, value }
    })
    return kind.give(now, things).plan
  }, doc)
}
