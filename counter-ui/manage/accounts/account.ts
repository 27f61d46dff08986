// What the server says of an account, and how it is told.
import type { Static } from 'typebox'
import type { ListedStaff } from '../../../server/http/staff-answers.ts'
import { formatDay, formatTime } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { a } from './texts/index.ts'

export type Account = Static<typeof ListedStaff>
export type Held = Account['counters'][number]

/** A one-time password as the server says it, once. `until` is ISO 8601. */
export interface OneTime {
  staff: Account
  password: string
  until: string
}

/** Accounts of one agency, or of the whole hall (`id` null), with its name. */
export interface Group {
  id: string | null
  name: string
  accounts: Account[]
}

/** The accounts whose names hold every typed word, by agency; those of the whole hall first. */
export function groups(hall: Hall, accounts: readonly Account[], typed: string): Group[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = accounts.filter(({ name, username, agency }) => {
    const text = `${name} ${username} ${agency ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const ids = [...new Set(found.map(({ agency }) => agency))]
  return ids
    .map((id) => ({
      id,
      name: id === null ? a('wholeHall') : agencyName(hall, id),
      accounts: found.filter(({ agency }) => agency === id).toSorted(byName),
    }))
    .sort((one, other) => Number(other.id === null) - Number(one.id === null) || compare(one, other))
}

const compare = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name)
const byName = (one: Account, other: Account) => compare(one, other)

/** The agency's name, or its id for one that the plan has lost. */
export function agencyName(hall: Hall, id: string): string {
  const agency = hall.agencies.value.get(id)
  return agency ? pick(agency.name) : id
}

/** What is the matter with the account itself; empty for one that simply works. */
export function stateText({ disabled, oneTimeUntil }: Account): string {
  if (disabled) return a('closed')
  if (oneTimeUntil === null) return ''
  return Date.parse(oneTimeUntil) <= Date.now()
    ? a('oneTimeOver')
    : a('oneTime', { day: formatDay(oneTimeUntil) })
}

/** When the person was there last, and where they are now. */
export function presenceText(hall: Hall, { lastSignIn, sessions, counters }: Account): string {
  const seen =
    lastSignIn === null
      ? a('never')
      : a('lastSignIn', { day: formatDay(lastSignIn), time: formatTime(lastSignIn) })
  return [
    seen,
    ...(sessions > 0 ? [a('sessions', { count: sessions })] : []),
    ...counters.map(at(hall)),
  ].join(' · ')
}

const at = (hall: Hall) => (held: Held) =>
  held.number === null
    ? a('atCounter', { counter: counterName(hall, held) })
    : a('atCounterWith', { counter: counterName(hall, held), number: held.number })

export function counterName(hall: Hall, { id }: Held): string {
  const counter = hall.counters.value.get(id)
  return counter ? pick(counter.name) : id
}
