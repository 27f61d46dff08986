// What things are called in cells that refer to them: by name, as nobody sees ids; by name and agency if two have the
// same name. Names are found whatever their case, even if the thing was renamed in the same file.
import { folded } from './cell.ts'
import { tablesAt, type Table, wordAt } from './table.ts'

/** The kinds of things that cells refer to. */
export type Named = 'agency' | 'zone' | 'service'

export interface Called {
  readonly id: string
  readonly name: string
  /** A shorter name that also finds it; empty: none. */
  readonly short: string
  /** Of a service. */
  readonly agency: string | null
}

export type Calling = Readonly<Record<Named, readonly Called[]>>

export interface Names {
  readonly language: 'id' | 'en'
  /** What a cell says for this id; the id itself if nothing has it. */
  label(of: Named, id: string): string
  /** The same with its agency and its id, for telling two apart. */
  full(of: Named, id: string): string
  /**
   * The ids that the typed text may mean: none, one, or several. `thing` is what refers to them: its own agency comes
   * first.
   */
  find(of: Named, typed: string, thing: Table): string[]
  /** The name of the sheet that has them. */
  sheet(of: Named): string
}

/** What everything is called in a plan, which may be unfinished. */
export function callingOf(plan: Table): Calling {
  const called = (at: string) =>
    tablesAt(plan, at).map((one): Called => ({
      id: wordAt(one, 'id'),
      name: wordAt(one, 'name.id'),
      short: wordAt(one, 'short'),
      agency: wordAt(one, 'agency') || null,
    }))
  return { agency: called('agencies'), zone: called('zones'), service: called('services') }
}

const sheets = {
  agency: { id: 'Instansi', en: 'Agencies' },
  zone: { id: 'Zona', en: 'Zones' },
  service: { id: 'Layanan', en: 'Services' },
} as const

/** Names of what exists `now`; `before`: what things were called, of which only those that still exist are found. */
export function namesOf(now: Calling, language: 'id' | 'en', before: Calling | null = null): Names {
  const known = {
    agency: indexOf(now, 'agency'),
    zone: indexOf(now, 'zone'),
    service: indexOf(now, 'service'),
  }
  const old = before && {
    agency: indexOf(before, 'agency'),
    zone: indexOf(before, 'zone'),
    service: indexOf(before, 'service'),
  }
  return {
    language,
    label: (of, id) => known[of].labels.get(id) ?? id,
    full: (of, id) => known[of].fulls.get(id) ?? id,
    find(of, typed, thing) {
      const found = known[of].ids.get(folded(typed)) ?? []
      if (found.length > 0) return closest(found, known[of].agencies, wordAt(thing, 'agency'))
      return (old?.[of].ids.get(folded(typed)) ?? []).filter((id) => known[of].labels.has(id))
    },
    sheet: (of) => sheets[of][language],
  }
}

function closest(found: string[], agencies: ReadonlyMap<string, string | null>, agency: string): string[] {
  const own = found.filter((id) => agencies.get(id) === agency)
  return own.length > 0 ? own : found
}

function indexOf(calling: Calling, of: Named) {
  const shorts = new Map(calling.agency.map(({ id, short, name }) => [id, short || name]))
  const counts = new Map<string, number>()
  const count = (label: string) => counts.set(folded(label), (counts.get(folded(label)) ?? 0) + 1)
  const withAgency = ({ name, agency }: Called) =>
    agency === null ? name : `${name} – ${shorts.get(agency) ?? agency}`
  for (const one of calling[of]) for (const label of new Set([one.name, withAgency(one)])) count(label)
  const isOnly = (label: string) => label !== '' && counts.get(folded(label)) === 1
  const labelOf = (one: Called) => [one.name, withAgency(one)].find(isOnly) ?? fullOf(one)
  const fullOf = (one: Called) => `${withAgency(one)} [${one.id}]`
  const ids = new Map<string, string[]>()
  for (const one of calling[of]) {
    for (const label of new Set([one.name, one.short, withAgency(one), fullOf(one)].map(folded))) {
      if (label !== '') ids.set(label, [...(ids.get(label) ?? []), one.id])
    }
  }
  return {
    ids,
    labels: new Map(calling[of].map((one) => [one.id, labelOf(one)])),
    fulls: new Map(calling[of].map((one) => [one.id, fullOf(one)])),
    agencies: new Map(calling[of].map((one) => [one.id, one.agency])),
  }
}
