// What the server says about an account, and how it is put into words.
import { useEffect, useState } from 'preact/hooks'
import { signal } from '@preact/signals'
import type { Static } from 'typebox'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { askSession, sessionEnded } from '../../session.ts'
import type { Text } from '../../../server/hall/plan.ts'
import type { ListedStaff } from '../../../server/http/people/staff-answers.ts'
import { formatDay, formatTime } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { manageText } from '../texts/index.ts'

export type Account = Static<typeof ListedStaff>
export type Held = Account['counters'][number]

/** An agency that has left the plan; `name` null: nobody knows what it was called. */
interface GoneAgency {
  id: string
  name: Text | null
}

/** The agencies of accounts that have left the plan, by id, as the server last said. */
export const goneAgencies = signal<ReadonlyMap<string, GoneAgency>>(new Map())

/** The accounts that are still open although their agency is gone. */
export function outlived(accounts: readonly Account[]): Account[] {
  return accounts.filter(({ disabled, agency }) => !disabled && goneAgencies.value.has(agency ?? ''))
}

/** A one-time password as the server shows it, once. `until` is ISO 8601. */
export interface OneTime {
  staff: Account
  password: string
  until: string
}

/** Accounts of one agency, or of the whole hall (`id` null), with its name. */
interface Group {
  id: string | null
  name: string
  accounts: Account[]
}

/** The accounts whose names contain every typed word, by agency; those of the whole hall first. */
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
      name: id === null ? manageText('accounts.wholeHall') : agencyName(hall, id),
      accounts: found.filter(({ agency }) => agency === id).toSorted(byName),
    }))
    .sort((one, other) => Number(other.id === null) - Number(one.id === null) || compare(one, other))
}

const compare = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name)
const byName = (one: Account, other: Account) => compare(one, other)

/** The agency's name; if it has left the plan, its former name or its id. */
export function agencyName(hall: Hall, id: string): string {
  const agency = hall.agencies.value.get(id) ?? goneAgencies.value.get(id)
  return agency && agency.name ? pick(agency.name) : id
}

/** What is wrong with the account itself; empty if it simply works. */
export function accountStateText(hall: Hall, { disabled, oneTimeUntil, agency }: Account): string {
  if (disabled) return manageText('accounts.closed')
  if (agency !== null && goneAgencies.value.has(agency))
    return manageText('accounts.agencyGone', { agency: agencyName(hall, agency) })
  if (oneTimeUntil === null) return ''
  return Date.parse(oneTimeUntil) <= Date.now()
    ? manageText('accounts.oneTimeOver')
    : manageText('accounts.oneTime', { day: formatDay(oneTimeUntil) })
}

/** When the person was last there, and where they are now. */
export function presenceText(hall: Hall, { lastSignIn, sessions, counters }: Account): string {
  const seen =
    lastSignIn === null
      ? manageText('accounts.never')
      : manageText('accounts.lastSignIn', { day: formatDay(lastSignIn), time: formatTime(lastSignIn) })
  return [
    seen,
    ...(sessions > 0 ? [manageText('accounts.sessions', { count: sessions })] : []),
    ...counters.map(at(hall)),
  ].join(' · ')
}

const at = (hall: Hall) => (held: Held) =>
  held.number === null
    ? manageText('accounts.atCounter', { counter: heldCounterName(hall, held) })
    : manageText('accounts.atCounterWith', { counter: heldCounterName(hall, held), number: held.number })

export function heldCounterName(hall: Hall, { id }: Held): string {
  const counter = hall.counters.value.get(id)
  return counter ? pick(counter.name) : id
}

// The accounts as the server knows them, fetched again after every change, and from time to time, as people come and
// go.

const AGAIN_MS = 15_000

export interface KnownAccounts {
  /** Null before the first answer. */
  list: readonly Account[] | null
  problem: Problem | null
  load(): Promise<void>
}

/** `isOn` false: this person sees no accounts, and nothing is fetched. */
export function useAccounts(isOn: boolean): KnownAccounts {
  const [list, setList] = useState<readonly Account[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<{ staff: Account[]; gone: GoneAgency[] }>('/api/staff')
    if (outcome.ok) {
      goneAgencies.value = new Map(outcome.data.gone.map((agency) => [agency.id, agency]))
      setList(outcome.data.staff)
    } else if (outcome.problem.status === 401) sessionEnded()
    // This person's rights changed while they were looking.
    else if (outcome.problem.status === 403) await askSession()
    setProblem(outcome.ok ? null : outcome.problem)
  }
  useEffect(() => {
    if (!isOn) return
    void load()
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [isOn])
  return { list, problem, load }
}
