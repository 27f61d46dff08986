// Which thing a row is: by the id it carries, else by its name (and agency). If two could be meant, it asks.
import { folded, isBlank, textOf } from './cell.ts'
import { readDay } from './field-times.ts'
import { cellsOf } from './kinds/kind.ts'
import type { Names } from './names.ts'
import type { Remark, Row, Rows } from './rows.ts'
import type { Table } from './table.ts'
import type { Thing } from './things.ts'
import type { Said } from './words.ts'

export interface Match {
  readonly row: Row
  /** What the row was before; null: it is new. */
  readonly was: Thing | null
  /** The id of a new thing; no other thing has it. */
  readonly id: string
}

interface Ground {
  readonly before: Table
  readonly names: Names
  /** Answers to questions: by kind and row, the id of the thing or `new`. */
  readonly chosen: ReadonlyMap<string, string>
  /** An id that nothing ever had. */
  readonly fresh: () => string
}

const idForm = /^[a-z0-9][a-z0-9-]{0,63}$/

/** The rows with what they were, and the questions to ask. */
export function matched(
  rows: Rows,
  ground: Ground,
): { readonly matches: readonly Match[]; readonly remarks: readonly Remark[] } {
  const { kind, fields } = rows
  const { before, names, chosen, fresh } = ground
  const columns = fields.flatMap((field) => field.columns)
  const things = kind.take(before)
  const byId = new Map(things.filter(({ id }) => id !== '').map((thing) => [thing.id, thing]))
  const keyOfThing = new Map(
    things.map((thing) => {
      const cells = cellsOf(fields, thing.value, names)
      return [
        thing,
        keyText(kind.key, (key) => textOf(cells[columns.findIndex((one) => one.key === key)])),
      ] as const
    }),
  )
  const byKey = new Map<string, Thing[]>()
  for (const [thing, key] of keyOfThing) byKey.set(key, [...(byKey.get(key) ?? []), thing])
  const keyOf = (row: Row) => keyText(kind.key, (key) => textOf(row.cells.get(key)))
  const claims = claimedById(rows.rows, byId, (row, thing) => keyOfThing.get(thing) === keyOf(row))
  const taken = new Map([...claims].map(([row, thing]) => [thing, row]))
  const used = new Set(things.map(({ id }) => id))
  const newKeys = new Map<string, Row>()
  const remarks: Remark[] = []
  const ask = (row: Row, said: Said, candidates: readonly Thing[]) => {
    const place = placeOf(rows, row, kind.key.at(-1) ?? '')
    const choices = candidates.map((thing) => ({ id: thing.id, name: describe(rows, thing, names) }))
    const answer = `${kind.name}:${row.row}`
    remarks.push({
      ...place,
      said,
      blocks: true,
      ask: { row: answer, choices: [...choices, { id: 'new', name: '' }] },
    })
  }

  const wasOf = (row: Row): Thing | null => {
    const claimed = claims.get(row)
    if (claimed) return claimed
    const answer = chosen.get(`${kind.name}:${row.row}`)
    if (answer === 'new') return null
    const named = answer === undefined ? undefined : byId.get(answer)
    if (named && !taken.has(named)) return named
    if (kind.key.some((key) => isBlank(row.cells.get(key)))) {
      const missing = kind.key.find((key) => isBlank(row.cells.get(key))) ?? ''
      const head = rows.places.get(missing)?.column.head[names.language] ?? ''
      remarks.push({ ...placeOf(rows, row, missing), said: ['no-key', { column: head }], blocks: true })
      return null
    }
    const same = byKey.get(keyOf(row)) ?? []
    const free = same.filter((thing) => !taken.has(thing))
    const name = textOf(row.cells.get(kind.key.at(-1) ?? ''))
    if (free.length > 1) ask(row, ['which-one', { name }], free)
    else if (free[0]) return free[0]
    else {
      const other = same[0] ? taken.get(same[0]) : newKeys.get(keyOf(row))
      // A row that brings an id of its own from another hall is another thing.
      const bringsId = row.id !== '' && !byId.has(row.id)
      if (other && !bringsId) ask(row, ['same-twice', { name, row: String(other.row) }], [])
      newKeys.set(keyOf(row), row)
    }
    return null
  }

  const matches = rows.rows.map((row): Match => {
    const was = wasOf(row)
    if (was) taken.set(was, row)
    return { row, was, id: was ? was.id : newIdOf(row, used, fresh) }
  })
  return { matches, remarks }
}

/** Of several rows with one id, the one that kept its name has it: a copied row took the id along. */
function claimedById(
  rows: readonly Row[],
  byId: ReadonlyMap<string, Thing>,
  isSame: (row: Row, thing: Thing) => boolean,
): Map<Row, Thing> {
  const groups = new Map<Thing, Row[]>()
  for (const row of rows) {
    const thing = byId.get(row.id)
    if (thing) groups.set(thing, [...(groups.get(thing) ?? []), row])
  }
  const claims = new Map<Row, Thing>()
  for (const [thing, [first, ...more]] of groups) {
    const own = [first, ...more].find((row) => row && isSame(row, thing)) ?? first
    if (own) claims.set(own, thing)
  }
  return claims
}

/** The id that the row brings from another hall, if nothing here has it; else a fresh one. */
function newIdOf({ id }: Row, used: Set<string>, fresh: () => string): string {
  const own = id.slice(id.lastIndexOf('/') + 1)
  const isFree = idForm.test(own) && !used.has(id)
  used.add(id)
  return isFree ? own : fresh()
}

function keyText(keys: readonly string[], of: (key: string) => string): string {
  return keys
    .map((key) => {
      const day = key === 'day' ? readDay(of(key)) : null
      return day && 'day' in day ? day.day : folded(of(key))
    })
    .join('\n')
}

function describe({ fields }: Rows, thing: Thing, names: Names): string {
  const cells = cellsOf(fields.slice(0, 3), thing.value, names).map(textOf)
  return `${cells.filter((text) => text !== '').join(' · ')} [${thing.id}]`
}

/** The place of a row's cell in a column. */
export function placeOf({ sheet, places, kind }: Rows, { row }: Row, key: string) {
  const place = places.get(key)
  if (kind.isRecord && place) {
    return { sheet, row: place.at + 1, column: place.column.head.id, cell: `C${place.at + 1}` }
  }
  const column = place?.column.head.id ?? null
  return { sheet, row: kind.isRecord ? null : row, column, cell: place ? cellAt(place.at, row) : null }
}

function cellAt(column: number, row: number): string {
  let letters = ''
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters
  return `${letters}${row}`
}
