// What the page knows and does: the listed complaints, the open one, what is being typed about each. It outlives the
// end of a session, so that nothing typed is lost.
import { batch, signal } from '@preact/signals'
import { fetchJson, type Outcome, type Problem, newKey } from '../../screens/command.ts'
import { language } from '../../screens/i18n.ts'
import { press } from '../../screens/press.ts'
import type { Channel, CloseReason } from '../../server/complaints/complaint.ts'
import type { StaffComplaint } from '../../server/http/complaints/shapes.ts'
import { sessionEnded } from '../session.ts'
import { complaintsText } from './texts.ts'

export type ComplaintsDesk = ReturnType<typeof openComplaintsDesk>
export type Show = 'open' | 'done'

interface Listed {
  readonly day: string
  readonly open: number
  readonly due: number
  readonly late: number
  readonly complaints: StaffComplaint[]
  readonly next: string | null
}

/** Meanwhile somebody else may answer, and new ones come. */
const LOOK_MS = 20_000

export interface Entry {
  readonly words: string
  /** `''`, `agency:<id>` or `service:<id>`. */
  readonly about: string
  readonly channel: Channel
}
const nothing: Entry = { words: '', about: '', channel: 'reception' }

export interface Entered {
  readonly number: string
  readonly token: string
  readonly due: string
}

export function openComplaintsDesk() {
  const show = signal<Show>('open')
  const listed = signal<Listed | null>(null)
  /** The one that is read and answered. */
  const open = signal<StaffComplaint | null>(null)
  const problem = signal<Problem | null>(null)
  /** The server does not answer: what is shown may be out of date. */
  const isStale = signal(false)
  const said = signal('')
  /** What is typed as an answer, by complaint. */
  const typed = signal<ReadonlyMap<string, string>>(new Map())
  const entry = signal<Entry>(nothing)
  const entered = signal<Entered | null>(null)

  function taken<T>(outcome: Outcome<T>): T | null {
    problem.value = outcome.ok ? null : outcome.problem
    if (outcome.ok) return outcome.data
    if (outcome.problem.status === 401) sessionEnded()
    return null
  }

  let loads: Promise<void> = Promise.resolve()
  /** Reads the list again, as far as it is shown; `more`: also the next page. One request after the other. */
  function load(more = false): Promise<void> {
    loads = loads.then(() => read(more))
    return loads
  }

  async function read(more: boolean): Promise<void> {
    const wanted = show.value
    const shown = listed.value ? listed.value.complaints.length : 0
    let all: Listed | null = more ? listed.value : null
    do {
      const from: string = all && all.next !== null ? `&before=${all.next}` : ''
      const outcome: Outcome<Listed> = await fetchJson<Listed>(`/api/complaints?show=${wanted}${from}`)
      if (show.value !== wanted) return
      if (!outcome.ok) {
        isStale.value = outcome.problem.status !== 401
        if (outcome.problem.status === 401) sessionEnded()
        return
      }
      // One that was reopened meanwhile has a later promise, and would be there twice.
      const there: readonly StaffComplaint[] = all ? all.complaints : []
      const fresh = outcome.data.complaints.filter(({ id }) => there.every((one) => one.id !== id))
      all = { ...outcome.data, complaints: [...there, ...fresh] }
    } while (all.next !== null && all.complaints.length < shown)
    const now = all
    batch(() => {
      isStale.value = false
      listed.value = now
      const current = open.value
      const same = current && now.complaints.find(({ id }) => id === current.id)
      if (same) open.value = same
    })
  }

  async function choose(wanted: Show): Promise<void> {
    batch(() => {
      show.value = wanted
      listed.value = null
      open.value = null
      said.value = ''
    })
    await load()
  }

  /** Does something with the open one, in the state that was seen. True: it was done. */
  async function act(action: string, body: object, done: string): Promise<boolean> {
    const current = open.value
    if (!current) return false
    const path = `/api/complaints/${current.id}/${action}`
    const outcome = await press<{ complaint: StaffComplaint }>('POST', path, {
      ...body,
      revision: current.revision,
    })
    const answer = taken(outcome)
    if (answer) {
      said.value = done
      open.value = answer.complaint
    }
    const refusal = problem.value
    await load()
    // Somebody else was quicker: shows its present state, and why nothing was done.
    if (refusal && refusal.code === 'complaint-changed') await refresh(current)
    problem.value = refusal
    return answer !== null
  }

  /** Reads the open one again, wherever it is now listed. */
  async function refresh({ number }: StaffComplaint): Promise<void> {
    const outcome = await fetchJson<{ complaint: StaffComplaint }>(`/api/complaints/numbers/${number}`)
    if (outcome.ok) open.value = outcome.data.complaint
  }

  function type(id: string, text: string): void {
    typed.value = new Map(typed.value).set(id, text)
  }

  async function answer(): Promise<boolean> {
    const current = open.value
    if (!current) return false
    const text = typed.value.get(current.id) ?? ''
    const isDone = await act('answer', { answer: text }, complaintsText('didAnswer'))
    if (isDone) type(current.id, '')
    return isDone
  }

  async function find(number: string): Promise<boolean> {
    const digits = number.replace(/\D/g, '')
    const found = taken(
      await fetchJson<{ complaint: StaffComplaint }>(`/api/complaints/numbers/${digits || '0'}`),
    )
    if (found) open.value = found.complaint
    return found !== null
  }

  /** The press's own key, so that a lost answer enters nothing twice. */
  let sent = { as: '', key: '' }
  async function enter(): Promise<Problem | null> {
    const { words, about, channel } = entry.value
    const [kind, id] = about.split(/:(.*)/)
    const body = {
      words,
      channel,
      language: language.value,
      ...(kind === 'service' && { service: id }),
      ...(kind === 'agency' && { agency: id }),
    }
    const as = JSON.stringify(body)
    if (sent.as !== as) sent = { as, key: newKey() }
    const outcome = await press<Entered>('POST', '/api/complaints', body, { key: sent.key })
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded()
      return outcome.problem
    }
    batch(() => {
      entered.value = outcome.data
      entry.value = nothing
    })
    void load()
    return null
  }

  /** Makes the open one a finding. Null: done. */
  async function makeFinding(what: string): Promise<Problem | null> {
    const current = open.value
    if (!current) return null
    const body = {
      source: 'visitor',
      what,
      complaint: current.number,
      ...(current.service !== null && { service: current.service }),
      ...(current.agency !== null && !current.gone && { agency: current.agency }),
    }
    const outcome = await press<object>('POST', '/api/findings', body)
    if (!outcome.ok) return outcome.problem
    said.value = complaintsText('didFinding')
    return null
  }

  return {
    show,
    listed,
    open,
    problem,
    isStale,
    said,
    typed,
    entry,
    entered,
    load,
    choose,
    type,
    answer,
    find,
    enter,
    makeFinding,
    select(complaint: StaffComplaint | null): void {
      batch(() => {
        open.value = complaint
        said.value = ''
        problem.value = null
      })
    },
    take: () => act('take', {}, complaintsText('didTake')),
    forward: (agency: string | null, note: string) =>
      act('forward', { agency, ...(note.trim() !== '' && { note }) }, complaintsText('didForward')),
    close: (reason: CloseReason) => act('close', { reason }, complaintsText('didClose')),
    reopen: () => act('reopen', {}, complaintsText('didReopen')),
    /** Keeps looking; call the result to stop. */
    follow(): () => void {
      void load()
      const look = () => {
        // Pages of what is done are not fetched again: little there changes.
        const isLong = show.value === 'done' && (listed.value?.complaints.length ?? 0) > 100
        if (!document.hidden && !isLong) void load()
      }
      const timer = setInterval(look, LOOK_MS)
      document.addEventListener('visibilitychange', look)
      return () => {
        clearInterval(timer)
        document.removeEventListener('visibilitychange', look)
      }
    },
  }
}
