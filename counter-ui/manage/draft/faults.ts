// The faults of the saved draft, each at its field, in words that name things as people do.
import { computed } from '@preact/signals'
import type { Plan } from '../../../server/hall/plan.ts'
import { draft } from './draft.ts'
import { fieldWords, nameOf, type Place, placeOfFault, thingWords } from './places.ts'
import { draftText } from './texts.ts'

export interface PlacedFault extends Place {
  readonly code: string
  readonly words: string
}

/** All of them, in the draft's order. */
export const faults = computed<readonly PlacedFault[]>(() => {
  const saved = draft.saved.value
  return saved ? saved.faults.map((fault) => placedFault(fault, saved.plan)) : []
})

/** Codes of faults that two things share: somebody who has just changed one looks there. */
const SHARED = ['duplicate-label', 'prefix-shared', 'duplicate-holiday']

/** A fault at its field; one that two things share, at both. */
export function placedFaults(fault: { at: string; code: string; detail: string }, plan: Plan): PlacedFault[] {
  const own = placedFault(fault, plan)
  // The sentence begins with the place of the fault itself.
  const first = SHARED.includes(fault.code) ? fault.detail.match(/\b\w+\[\d+\]/g)?.at(-1) : undefined
  if (first === undefined || own.list === 'hall') return [own]
  const other = placeOfFault(`${first}.${own.field}`, plan)
  const words = draftText('sameAs', { thing: thingWords(own.list, own.id, plan) })
  return [own, { ...other, code: fault.code, words }]
}

const byPlace = computed<ReadonlyMap<string, readonly PlacedFault[]>>(() => {
  const found = new Map<string, PlacedFault[]>()
  const saved = draft.saved.value
  const all = saved ? saved.faults.flatMap((fault) => placedFaults(fault, saved.plan)) : []
  for (const fault of all) {
    for (const key of [keyOf(fault.list, fault.id, fault.field), keyOf(fault.list, fault.id, '')])
      found.set(key, [...(found.get(key) ?? []), fault])
  }
  return found
})

const keyOf = (list: string, id: string | null, field: string) => `${list} ${id ?? ''} ${field}`
const none: readonly PlacedFault[] = []

/** The faults of a field; with an empty `field`: of the whole thing. */
export const faultsAt = (list: Place['list'], id: string | null, field: string): readonly PlacedFault[] =>
  byPlace.value.get(keyOf(list, id, field)) ?? none

/** A fault as the server names it, at its field. `plan`: the plan that has it. */
export function placedFault(
  { at, code, detail }: { at: string; code: string; detail: string },
  plan: Plan,
): PlacedFault {
  const place = placeOfFault(at, plan)
  // A thing that lacks a field names it in its sentence.
  const lacks = code === 'field-missing' ? /"(\w+)"/.exec(detail)?.[1] : undefined
  const field = lacks ?? place.field
  const isHall = place.list === 'hall' && lacks !== undefined
  // One that lacks a language names it there.
  const tongue = code === 'text-missing' ? (/"([a-z]{2,3})"/.exec(detail)?.[1] ?? '') : place.sub
  const at2: Place = { ...place, field: isHall && at !== 'plan' ? place.field : field, sub: tongue }
  return { ...at2, code, words: wordsOf({ code, detail: detail.replace(`${at}: `, '') }, at2, plan) }
}

function wordsOf(fault: { code: string; detail: string }, place: Place, plan: Plan): string {
  if (fault.code === 'field-missing' || fault.code === 'part-empty' || isEmpty(fault, place, plan))
    return draftText('empty')
  if (fault.code === 'unknown-id') return draftText('chosenGone')
  const named = fault.detail
    // `services[3].name` is that service’s name.
    .replace(
      /\b(agencies|zones|places|services|counters|bundles|elsewhere|printers|holidays|days|periods|quotas)\[(\d+)\]([.\w]*)/g,
      (at) => {
        const found = placeOfFault(at, plan)
        return found.list === 'hall' ? at : thingWords(found.list, found.id, plan)
      },
    )
    .replace(/"([a-z0-9-]+)"/g, (quoted, id: string) => {
      const name = nameOf(id, plan)
      return name === undefined ? quoted : `“${name}”`
    })
    .replace(/"(\w+)"/g, (quoted, name: string) => {
      const words = fieldWords(name)
      return words === name ? quoted : `“${words}”`
    })
  return `${named.charAt(0).toUpperCase()}${named.slice(1)}.`
}

/** A text that is too short, or a value of the wrong kind, because nothing was filled in. */
function isEmpty({ code }: { code: string }, place: Place, plan: Plan): boolean {
  if (
    !['out-of-range', 'wrong-type', 'wrong-form', 'unknown-id', 'text-missing', 'unknown-time-zone'].includes(
      code,
    )
  )
    return false
  const value = valueAt(place, plan)
  return value === undefined || value === null || value === ''
}

function valueAt({ list, id, field, sub }: Place, plan: Plan): unknown {
  const things: readonly object[] = list === 'hall' ? [] : (plan[list] ?? [])
  const thing: unknown = list === 'hall' ? plan : things.find((one) => 'id' in one && one.id === id)
  const path = [field, ...sub.split(/[.[\]]+/)].filter((key) => key !== '')
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)).get(key) : undefined,
    thing,
  )
}
