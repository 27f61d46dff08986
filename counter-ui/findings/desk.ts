// What the page knows and does: the list, the open finding, the facilities, the visits.
import { signal } from '@preact/signals'
import { fetchJson, type Outcome, type Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import type { FacilityAnswer } from '../../server/http/findings/facilities.ts'
import type { FindingAnswer } from '../../server/http/findings/shapes.ts'
import { upload, type Uploaded } from '../parts/upload.ts'
import { sessionEnded } from '../session.ts'
import { filter, queryOf, type Way } from './way.ts'

export type Finding = FindingAnswer
export type Facility = FacilityAnswer
export type Place = { kind: 'zone' | 'counter' | 'part'; id: string }

export interface FindingList {
  findings: Finding[]
  total: number
  more: boolean
  today: string
  owners: string[]
}
export interface Named {
  id: string
  name: string
}
export interface Visit {
  id: string
  day: string
  source: Finding['source']
  who: string
  note: string | null
  findings: number
  unfinished: number
}
export interface Since {
  visit: Visit
  left: Finding[]
  done: Finding[]
  open: Finding[]
  noted: Finding[]
  dropped: Finding[]
}

/** The most in one answer; a phone need not draw more. */
const PAGE = 50

export type FindingsDesk = ReturnType<typeof openFindingsDesk>

export function openFindingsDesk() {
  const list = signal<FindingList | null>(null)
  /** The open finding; `undefined`: there is none with that id. */
  const open = signal<Finding | null | undefined>(null)
  const form = signal<{ subjects: Named[]; parts: Named[] } | null>(null)
  const facilities = signal<Facility[] | null>(null)
  const visits = signal<Visit[] | null>(null)
  const since = signal<Since | null | undefined>(null)
  const problem = signal<Problem | null>(null)

  function taken<T>(outcome: Outcome<T>): T | null {
    problem.value = outcome.ok ? null : outcome.problem
    if (outcome.ok) return outcome.data
    if (outcome.problem.status === 401) sessionEnded()
    return null
  }

  /** Updates a changed finding wherever it is shown. */
  function put(finding: Finding): void {
    if (open.value?.id === finding.id) open.value = finding
    const there = list.value
    if (there)
      list.value = {
        ...there,
        findings: there.findings.map((one) => (one.id === finding.id ? finding : one)),
      }
  }

  let asked = 0
  async function load(): Promise<void> {
    const mine = (asked += 1)
    const query = queryOf(filter.value)
    query.set('limit', String(PAGE))
    const outcome = await fetchJson<FindingList>(`/api/findings?${query.toString()}`)
    if (mine !== asked) return
    const found = taken(outcome)
    if (found) list.value = found
  }

  async function more(): Promise<void> {
    const there = list.value
    const last = there?.findings[there.findings.length - 1]
    if (!there || !last) return
    const query = queryOf(filter.value)
    query.set('limit', String(PAGE))
    query.set('below', String(last.number))
    const found = taken(await fetchJson<FindingList>(`/api/findings?${query.toString()}`))
    if (found && list.value === there)
      list.value = { ...found, findings: [...there.findings, ...found.findings] }
  }

  async function loadForm(): Promise<void> {
    form.value =
      taken(await fetchJson<{ subjects: Named[]; parts: Named[] }>('/api/findings/form')) ?? form.value
  }

  async function openOne(id: string): Promise<void> {
    // Without subscribing to it: code that asks for a finding must not ask again because it arrived.
    if (open.peek()?.id !== id) open.value = null
    const outcome = await fetchJson<Finding>(`/api/findings/${encodeURIComponent(id)}`)
    if (!outcome.ok && outcome.problem.status === 404) open.value = undefined
    else open.value = taken(outcome) ?? open.value
  }

  /** Notes one; null: it failed, and `problem` says why. */
  const note = async (body: object): Promise<Finding | null> =>
    taken(await press<Finding>('POST', '/api/findings', body))

  /** The finding, or why it could not be changed. */
  async function send(path: string, body: object): Promise<Finding | Problem> {
    const outcome = await press<Finding>('POST', `/api/findings/${path}`, body)
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded()
      return outcome.problem
    }
    put(outcome.data)
    return outcome.data
  }

  async function attach(
    id: string,
    name: string,
    file: Blob,
    told: (percent: number) => void,
  ): Promise<Uploaded> {
    const done = await upload(`/api/findings/${id}/evidence?name=${encodeURIComponent(name)}`, file, told)
    if (done.status === 401) sessionEnded()
    if (done.ok) put(done.data as Finding)
    return done
  }

  async function loadFacilities(): Promise<void> {
    const found = taken(await fetchJson<{ facilities: Facility[] }>('/api/findings/facilities'))
    if (found) facilities.value = found.facilities
  }

  async function loadVisits(): Promise<void> {
    const found = taken(await fetchJson<{ visits: Visit[] }>('/api/findings/visits'))
    if (found) visits.value = found.visits
  }

  async function openSince(id: string): Promise<void> {
    since.value = null
    const outcome = await fetchJson<Since>(`/api/findings/visits/${encodeURIComponent(id)}`)
    since.value = !outcome.ok && outcome.problem.status === 404 ? undefined : taken(outcome)
  }

  /** Asks again for what is to be shown there and could not be asked. */
  function again(to: Way): void {
    if (problem.peek() === null) return
    problem.value = null
    if (form.peek() === null) void loadForm()
    if (to.at === 'list') void load()
    if (to.at === 'finding' && open.peek()?.id !== to.id) void openOne(to.id)
    if (to.at === 'facilities' && facilities.peek() === null) void loadFacilities()
    if (to.at === 'visits' && visits.peek() === null) void loadVisits()
    if (to.at === 'since' && since.peek()?.visit.id !== to.id) void openSince(to.id)
  }

  return {
    again,
    list,
    open,
    form,
    facilities,
    visits,
    since,
    problem,
    load,
    more,
    loadForm,
    openOne,
    note,
    attach,
    change: (id: string, body: object) => send(id, body),
    remark: (id: string, text: string) => send(`${id}/remarks`, { text }),
    loadFacilities,
    loadVisits,
    openSince,
    put,
    /** Whether it was done; if not, `problem` says why. */
    async setFacility(id: string, body: object): Promise<boolean> {
      const made = taken(
        await press<Facility>('POST', `/api/findings/facilities/${encodeURIComponent(id)}`, body),
      )
      if (made && facilities.value)
        facilities.value = facilities.value.map((one) => (one.id === id ? made : one))
      return made !== null
    },
    async addFacility(name: string): Promise<boolean> {
      const made = taken(await press<Facility>('POST', '/api/findings/facilities', { name: { id: name } }))
      if (made) await loadFacilities()
      return made !== null
    },
    async addVisit(body: object): Promise<boolean> {
      const made = taken(await press<Visit>('POST', '/api/findings/visits', body))
      if (made) await loadVisits()
      return made !== null
    },
  }
}
