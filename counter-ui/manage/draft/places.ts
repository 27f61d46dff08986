// Where something in the plan is edited, and what it is called: a fault's or a conflict's path as a section, a thing,
// a field, and words.
import type { Plan, Text } from '../../../server/hall/plan.ts'
import { formatNumber } from '../../../screens/format.ts'
import { isKey, pick } from '../../../screens/i18n.ts'
import { knownSections, pathTo } from '../shell/way.ts'
import type { ListName } from './edit.ts'
import { draftText, id as texts } from './texts.ts'
import type { Path } from './three-way.ts'

/** `hall` stands for the plan's own fields. */
export type PlaceList = ListName | 'holidays' | 'days' | 'hall'

export interface Place {
  readonly list: PlaceList
  /** Null: the hall itself, or a list as a whole. */
  readonly id: string | null
  /** Empty: the thing as a whole. */
  readonly field: string
  /** Within the field: a language, an entry. */
  readonly sub: string
}

const LISTS: readonly string[] = [
  'agencies',
  'zones',
  'places',
  'services',
  'counters',
  'bundles',
  'elsewhere',
  'printers',
  'holidays',
  'days',
  'periods',
  'quotas',
] satisfies PlaceList[]
const isList = (name: string): name is Exclude<PlaceList, 'hall'> => LISTS.includes(name)

/** The place of a fault, `counters[3].name.en`, in the plan that has it. */
export function placeOfFault(at: string, plan: Plan): Place {
  const [, list = '', nth = '', field = '', sub = ''] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+)(.*))?$/.exec(at) ?? []
  if (isList(list) && nth !== '') {
    const thing: object | undefined = (plan[list] ?? [])[Number(nth)]
    return { list, id: thing ? keyOf(thing) : null, field, sub: sub.replace(/^\./, '') }
  }
  const [, own = at, rest = ''] = /^(\w+)(.*)$/.exec(at) ?? []
  return { list: 'hall', id: null, field: own, sub: rest.replace(/^\./, '') }
}

/** The place of a conflict or a change: names of fields and ids. */
export function placeOfPath([first = '', second, third = '', ...rest]: Path): Place {
  if (isList(first) && second !== undefined)
    return { list: first, id: second, field: third, sub: rest.join('.') }
  return { list: 'hall', id: null, field: first, sub: [second, third, ...rest].filter(Boolean).join('.') }
}

/** The section in which things of a list, or a field of the hall, are edited. */
const SECTION_OF_LIST = {
  agencies: 'agencies',
  zones: 'zones',
  places: 'places',
  services: 'services',
  counters: 'counters',
  bundles: 'events',
  elsewhere: 'elsewhere',
  printers: 'slips',
  holidays: 'times',
  days: 'times',
  periods: 'times',
  quotas: 'times',
} as const
const SECTION_OF_FIELD = new Map<string, string>([
  ...Object.entries(SECTION_OF_LIST),
  ['hours', 'times'],
  ['lastTicket', 'times'],
  ['slip', 'slips'],
  ['board', 'boards'],
  ['media', 'boards'],
  ['voice', 'voice'],
  ['reasons', 'reasons'],
  ['reports', 'reports'],
  ['complaints', 'complaints'],
])

/** The address of the field; null if no section edits it. */
export function pathOf({ list, id, field }: Place): string | null {
  if (field === 'hours' && id !== null && isOwnHours(list) && knownSections.has('times'))
    return pathTo('times', 'own', ownHoursId(list, id))
  const section = list === 'hall' ? (SECTION_OF_FIELD.get(field) ?? 'hall') : SECTION_OF_LIST[list]
  if (!knownSections.has(section)) return null
  const hasPage = list !== 'hall' && section !== 'slips'
  return pathTo(section, hasPage ? id : null, field === '' ? null : fieldId(field))
}

/** Those whose hours are edited on one page of the times: the id of each there. */
export const ownHoursId = (list: 'agencies' | 'services' | 'counters', id: string): string =>
  `hours-${list}-${id}`
const isOwnHours = (list: PlaceList): list is 'agencies' | 'services' | 'counters' =>
  list === 'agencies' || list === 'services' || list === 'counters'

/** The id on the page of the field with this name. */
export const fieldId = (field: string): string => `f-${field}`

/** `Loket 7 · Zona`. */
export function placeWords(place: Place, plan: Plan): string {
  const { list, id, field } = place
  const thing = list === 'hall' ? draftText('list.hall') : thingWords(list, id, plan)
  return field === '' ? thing : draftText('atPlace', { thing, field: fieldWords(field) })
}

/** What a field is called in the forms; its own name if they have none for it. */
export function fieldWords(field: string): string {
  const key = `field.${field}` as const
  return isKey(texts, key) ? draftText(key) : field
}

/** `Loket 7`; a thing without a name is `Loket (kosong)`. */
export function thingWords(list: Exclude<PlaceList, 'hall'>, id: string | null, plan: Plan): string {
  const thing = (plan[list] ?? []).find((one: object) => keyOf(one) === id)
  const name = thing ? pick(thing.name) : ''
  return name || `${draftText(`list.${list}`)} ${draftText('nothing')}`
}

/** A field's content in words: names for ids, and texts in the language shown. */
export function valueWords(value: unknown, plan: Plan): string {
  if (value === undefined) return draftText('removed')
  if (value === null || value === '') return draftText('nothing')
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'string') return nameOf(value, plan) ?? value
  if (Array.isArray(value))
    return value.length === 0
      ? draftText('nothing')
      : value.map((one: unknown) => valueWords(one, plan)).join(', ')
  if (typeof value !== 'object') return String(value)
  const { name } = value as { name?: unknown }
  if (isText(value)) return pick(value) || draftText('nothing')
  if (isText(name)) return pick(name)
  return Object.values(value)
    .map((one: unknown) => valueWords(one, plan))
    .join(', ')
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'en' in value &&
  Object.values(value).every((one) => typeof one === 'string')

/** The name of whatever in the plan has this id; undefined if nothing has it. */
export function nameOf(id: string, plan: Plan): string | undefined {
  for (const list of [
    'services',
    'counters',
    'zones',
    'places',
    'agencies',
    'bundles',
    'printers',
  ] as const) {
    const thing = (plan[list] ?? []).find((one) => one.id === id)
    if (thing) return pick(thing.name)
  }
  return undefined
}

function keyOf(thing: object): string | null {
  const { id, day } = thing as { id?: unknown; day?: unknown }
  return typeof id === 'string' ? id : typeof day === 'string' ? day : null
}
