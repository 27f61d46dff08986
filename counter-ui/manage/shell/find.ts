// The search of `/manage/`: its sections, the things of the plan, people, devices; by any part of their words.
import type { Plan, Text } from '../../../server/hall/plan.ts'
import { pick } from '../../../screens/i18n.ts'
import type { Account } from '../accounts/account.ts'
import type { ListedDevice } from '../device.ts'
import type { Section } from './section.ts'
import { shellText } from './texts.ts'
import { pathTo } from './way.ts'

export interface Entry {
  readonly path: string
  readonly kind: Parameters<typeof shellText>[0] & `kind.${string}`
  readonly name: string
  /** Beside the name: an agency's short name, a prefix. */
  readonly more: string
  /** Whatever else it is found by. */
  readonly words: string
}

/** Lists of the plan that the search knows, with the section where their things are. */
const lists = ['agencies', 'services', 'zones', 'places', 'counters', 'bundles', 'printers'] as const
const placeOf = { bundles: 'events', printers: 'slips' } as const satisfies Partial<Record<List, string>>
type List = (typeof lists)[number]

/** Fields that these have in common, and some that only some have. */
interface Thing {
  id: string
  name: Text
  short?: string
  prefix?: string
  agency?: string
  label?: string
  words?: string[]
}

interface Known {
  readonly sections: readonly Section[]
  readonly plan: Plan | null
  readonly accounts: readonly Account[]
  readonly devices: readonly ListedDevice[]
}

/** Everything that can be found; a thing only if its section is one of these. */
export function entriesOf({ sections, plan, accounts, devices }: Known): Entry[] {
  const has = (section: string) => sections.some(({ id }) => id === section)
  const agencies = new Map((plan ? plan.agencies : []).map((one) => [one.id, one]))
  const shortOf = (id: string) => agencies.get(id)?.short ?? ''
  const things = (list: List): Entry[] => {
    const section = list === 'bundles' || list === 'printers' ? placeOf[list] : list
    if (!plan || !has(section)) return []
    return (plan[list] ?? []).map((thing: Thing) => ({
      path: pathTo(section, list === 'printers' ? null : thing.id),
      kind: `kind.${list}` as const,
      name: pick(thing.name),
      more: [thing.short, thing.prefix, thing.agency && shortOf(thing.agency)].filter(Boolean).join(' · '),
      words: [...Object.values(thing.name), ...(thing.words ?? []), thing.label ?? ''].join(' '),
    }))
  }
  return [
    ...sections.map((one): Entry => ({
      path: pathTo(one.id),
      kind: 'kind.section',
      name: shellText(one.title),
      more: '',
      words: shellText(one.words),
    })),
    ...lists.flatMap(things),
    ...(has('people') ? accounts : []).map(({ username, name, agency }): Entry => ({
      path: pathTo('people', username),
      kind: 'kind.people',
      name,
      more: [username, agency === null ? '' : shortOf(agency)].filter((text) => text !== '').join(' · '),
      words: '',
    })),
    ...(has('devices') ? devices : []).map(({ id, kind, label }): Entry => ({
      path: pathTo('devices', null, `device-${id}`),
      kind: 'kind.devices',
      name: label ?? shellText(`device.${kind}`),
      more: shellText(`device.${kind}`),
      words: id,
    })),
  ]
}

/** The best entries for what was typed: every word is somewhere in them; names that begin with it come first. */
export function found(entries: readonly Entry[], typed: string, most = 30): Entry[] {
  const asked = fold(typed).split(' ').filter(Boolean)
  if (asked.length === 0) return entries.filter(({ kind }) => kind === 'kind.section')
  const scored = entries.flatMap((entry) => {
    const name = fold(entry.name)
    const all = ` ${name} ${fold(entry.more)} ${fold(entry.words)}`
    if (!asked.every((word) => all.includes(word))) return []
    const [first = ''] = asked
    const whole = asked.join(' ')
    const rank =
      name === whole
        ? 0
        : name.startsWith(whole)
          ? 1
          : asked.every((word) => ` ${name}`.includes(` ${word}`))
            ? 2
            : all.includes(` ${first}`)
              ? 3
              : 4
    return [{ entry, rank }]
  })
  return scored
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ entry }) => entry)
}

/** Without case, accents and signs, so that `KTP-el` is found by `ktp el`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
