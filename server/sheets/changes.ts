// What differs between two plans, sheet by sheet, with each field as its cells say it.
import { isSame } from '../drafts/merge.ts'
import { textOf, type Words } from './cell.ts'
import type { Field } from './field.ts'
import type { Kind } from './kinds/kind.ts'
import { nameOfThing } from './kinds.ts'
import type { Names } from './names.ts'
import { fieldAt, type Table } from './table.ts'
import type { Thing } from './things.ts'

/** One thing that is added or removed, or one field that changes. */
export interface SheetChange {
  readonly kind: string
  /** Null: the hall itself, or the order of all things. */
  readonly id: string | null
  readonly what: 'added' | 'changed' | 'gone'
  /** What the thing is called. */
  readonly name: string
  /** The field, such as `name`; `order`: the rows are in a different order. Null unless it is a change. */
  readonly field: string | null
  /** The heading of its column. */
  readonly heading: string | null
  /** JSON. */
  readonly before: unknown
  readonly after: unknown
  /** The same as the cells say it; null: no cell has it. */
  readonly words: { readonly before: string | null; readonly after: string | null }
}

interface Side {
  readonly doc: Table
  readonly names: Names
}

const order: Words = { id: 'Urutan', en: 'Order' }

/** The changes of all kinds, in the order of the sheets. */
export function changesOf(
  kinds: readonly Kind[],
  languages: readonly string[],
  before: Side,
  after: Side,
): SheetChange[] {
  const changed = new Map<string, ReadonlySet<string>>()
  return kinds.flatMap((kind) => {
    const were = kind.take(before.doc)
    const are = kind.take(after.doc)
    const found = changesOfKind(
      kind,
      kind.fields(languages),
      { ...before, things: were },
      { ...after, things: are },
    )
    changed.set(
      kind.name,
      new Set(found.flatMap(({ id, what }) => (what === 'changed' || id === null ? [] : [id]))),
    )
    // What belongs to a service that is added or removed as a whole is not listed one by one.
    const services = changed.get('service')
    const isOfNew = (id: string | null) =>
      services !== undefined && id !== null && services.has(id.split('/')[0] ?? '')
    return kind.name === 'requirement' || kind.isOfServices ? found.filter(({ id }) => !isOfNew(id)) : found
  })
}

type Things = Side & { readonly things: readonly Thing[] }

function changesOfKind(kind: Kind, fields: readonly Field[], before: Things, after: Things): SheetChange[] {
  const were = new Map(before.things.map((thing) => [thing.id, thing]))
  const are = new Map(after.things.map((thing) => [thing.id, thing]))
  const whole = (what: 'added' | 'gone', { id, value }: Thing): SheetChange => ({
    kind: kind.name,
    id,
    what,
    name: nameOfThing(value),
    field: null,
    heading: null,
    before: what === 'gone' ? value : null,
    after: what === 'added' ? value : null,
    words: { before: null, after: null },
  })
  const came = after.things.flatMap((thing): SheetChange[] => {
    const was = were.get(thing.id)
    return was ? fieldChanges(kind, fields, was, thing, [before.names, after.names]) : [whole('added', thing)]
  })
  const gone = before.things.filter(({ id }) => !are.has(id)).map((thing) => whole('gone', thing))
  return [...came, ...gone, ...orderChange(kind, before.things, after.things, after.names)]
}

function fieldChanges(
  kind: Kind,
  fields: readonly Field[],
  was: Thing,
  is: Thing,
  [before, after]: readonly [Names, Names],
): SheetChange[] {
  const own = { kind: kind.name, id: is.id || null, what: 'changed' as const, name: nameOfThing(is.value) }
  const shown = fields.flatMap((field): SheetChange[] => {
    const values = [fieldAt(was.value, field.at), fieldAt(is.value, field.at)] as const
    if (isSame(values[0], values[1])) return []
    const words = (value: unknown, names: Names) =>
      field
        .write(value, names)
        .map(textOf)
        .filter((text) => text !== '')
        .join(' / ') || null
    return [
      {
        ...own,
        field: field.at,
        heading: field.columns[0]?.head[after.language] ?? field.at,
        before: values[0] ?? null,
        after: values[1] ?? null,
        words: { before: words(values[0], before), after: words(values[1], after) },
      },
    ]
  })
  const covered = new Set([
    ...fields.map(({ at }) => at.split('.')[0] ?? ''),
    ...(kind.elsewhere ?? []),
    'id',
  ])
  const others = [...new Set([...Object.keys(was.value), ...Object.keys(is.value)])].filter(
    (key) => !covered.has(key),
  )
  const hidden = others.flatMap((key): SheetChange[] => {
    const values = [fieldAt(was.value, key), fieldAt(is.value, key)]
    if (isSame(values[0], values[1])) return []
    const words = { before: null, after: null }
    return [{ ...own, field: key, heading: key, before: values[0] ?? null, after: values[1] ?? null, words }]
  })
  return [...shown, ...hidden]
}

/** One change for everything whose order changed. */
function orderChange(
  kind: Kind,
  were: readonly Thing[],
  are: readonly Thing[],
  { language }: Names,
): SheetChange[] {
  if (kind.isOfServices) return []
  const [before, after] = [new Set(were.map(({ id }) => id)), new Set(are.map(({ id }) => id))]
  const old = were.filter(({ id }) => after.has(id))
  const now = are.filter(({ id }) => before.has(id))
  if (old.every(({ id }, nth) => id === now[nth]?.id)) return []
  const moved = now.filter(({ id }, nth) => id !== old[nth]?.id)
  return [
    {
      kind: kind.name,
      id: null,
      what: 'changed',
      name: kind.sheet[language],
      field: 'order',
      heading: order[language],
      before: old.map(({ id }) => id),
      after: now.map(({ id }) => id),
      words: {
        before: null,
        after: moved
          .slice(0, 5)
          .map(({ value }) => nameOfThing(value))
          .join(', '),
      },
    },
  ]
}
