// What the page knows and does: the form being typed, the complaint just filed, and those of this phone with their
// answers.
import { batch, signal } from '@preact/signals'
import type { ComplaintForm, OwnComplaint } from '../../server/http/complaints/shapes.ts'
import { command, fetchJson, type Problem, newKey } from '../../screens/command.ts'
import { timeZone } from '../../screens/format.ts'
import { language } from '../../screens/i18n.ts'
import { forgetToken, keepToken, keptTokens, markRead, tokenIn } from './kept.ts'

export type Desk = ReturnType<typeof openDesk>

/** What the server takes; see MOST_WORDS there. */
export const MOST_WORDS = 5_000
const AGAIN_MS = 3_000
/** How often to ask for answers while somebody looks. */
const LOOK_MS = 60_000
/** What was typed but not sent outlives a reload, only in this tab. */
const TYPED = 'antre-complaint-typed'

export interface Filed {
  readonly number: string
  readonly token: string
  readonly due: string
}

/** A complaint of this phone; without `known` it is still being fetched, or the server does not answer. */
export interface Own {
  readonly token: string
  readonly known: OwnComplaint | null
}

export function openDesk() {
  const form = signal<ComplaintForm | null>(null)
  /** The server does not answer; the page goes on trying. */
  const isWaiting = signal(false)
  const words = signal('')
  /** `''`: the hall; `agency:<id>` or `service:<id>`. */
  const about = signal('')
  const problem = signal<Problem | null>(null)
  const filed = signal<Filed | null>(null)
  /** This phone stores nothing: the visitor must keep the address. */
  const isForgetful = signal(false)
  const own = signal<readonly Own[]>([])
  /** Why what was pasted opens nothing. */
  const asked = signal<'none' | 'number' | 'unknown' | 'offline'>('none')
  /** The same complaint sent again counts once; with other words it is another. */
  let sent = { as: '', key: '' }

  const isTablet = () => form.value !== null && form.value.tablet

  async function load(): Promise<void> {
    const outcome = await fetchJson<ComplaintForm>('/api/complaints/form')
    if (!outcome.ok) {
      isWaiting.value = true
      setTimeout(() => void load(), AGAIN_MS)
      return
    }
    batch(() => {
      isWaiting.value = false
      form.value = outcome.data
      timeZone.value = outcome.data.timeZone
      choose(new URLSearchParams(location.search).get('service'))
    })
    if (isTablet()) return
    recall()
    const given = tokenIn(location.hash)
    if (given) await open(given)
    await look()
  }

  /** The service that the address names, if there is one. */
  function choose(service: string | null): void {
    const agencies = form.value ? form.value.agencies : []
    const isThere = agencies.some(({ services }) => services.some(({ id }) => id === service))
    if (isThere && about.value === '') about.value = `service:${service}`
  }

  function recall(): void {
    try {
      words.value = sessionStorage.getItem(TYPED) || ''
    } catch {
      // Then it has to be typed again.
    }
  }

  function type(text: string): void {
    words.value = text
    if (isTablet()) return
    try {
      sessionStorage.setItem(TYPED, text)
    } catch {
      // It is kept as long as the page stays open.
    }
  }

  async function send(): Promise<void> {
    problem.value = null
    const [kind, id] = about.value.split(/:(.*)/)
    const body = {
      words: words.value,
      language: language.value,
      ...(kind === 'service' ? { service: id } : {}),
      ...(kind === 'agency' ? { agency: id } : {}),
    }
    const as = JSON.stringify(body)
    if (sent.as !== as) sent = { as, key: newKey() }
    const outcome = await command<Filed>('POST', '/api/complaints', body, { key: sent.key })
    if (!outcome.ok) {
      problem.value = outcome.problem
      return
    }
    sent = { as: '', key: '' }
    batch(() => {
      filed.value = outcome.data
      type('')
      about.value = ''
      if (!isTablet()) isForgetful.value = !keepToken(outcome.data.token)
    })
    if (!isTablet()) await look()
  }

  /** Asks how far this phone's complaints have come. Those that the server no longer knows are forgotten. */
  async function look(): Promise<void> {
    const tokens = keptTokens()
    const known = new Map(own.value.map((one) => [one.token, one.known]))
    own.value = tokens.map((token) => ({ token, known: known.get(token) || null }))
    for (const token of tokens) {
      const outcome = await fetchJson<OwnComplaint>(`/api/complaints/${token}`)
      if (outcome.ok) {
        const answer = outcome.data
        own.value = own.value.map((one) => (one.token === token ? { token, known: answer } : one))
        if (!document.hidden) markRead(token, answer.answers.length)
      } else if (outcome.problem.code === 'unknown-complaint') drop(token)
    }
  }

  function drop(token: string): void {
    forgetToken(token)
    own.value = own.value.filter((one) => one.token !== token)
  }

  /** Opens what a token shows, and keeps it. */
  async function open(token: string): Promise<void> {
    const outcome = await fetchJson<OwnComplaint>(`/api/complaints/${token}`)
    batch(() => {
      if (!outcome.ok) {
        asked.value = outcome.problem.code === 'unknown-complaint' ? 'unknown' : 'offline'
        return
      }
      asked.value = 'none'
      keepToken(token)
      markRead(token, outcome.data.answers.length)
      const others = own.value.filter((one) => one.token !== token)
      own.value = [{ token, known: outcome.data }, ...others]
    })
  }

  /** Looks up what somebody pasted or typed. */
  async function ask(typed: string): Promise<void> {
    const token = tokenIn(typed)
    if (token) await open(token)
    else asked.value = /^[\d\s-]{4,12}$/.test(typed.trim()) ? 'number' : 'unknown'
  }

  void load()
  setInterval(() => {
    if (form.value && !isTablet() && !document.hidden) void look()
  }, LOOK_MS)
  document.addEventListener('visibilitychange', () => {
    if (form.value && !isTablet() && !document.hidden) void look()
  })
  addEventListener('hashchange', () => {
    const given = tokenIn(location.hash)
    if (given && form.value && !isTablet()) void open(given)
  })

  return {
    form,
    isWaiting,
    words,
    about,
    problem,
    filed,
    isForgetful,
    own,
    asked,
    isTablet,
    type,
    send,
    ask,
    drop,
    /** Back to an empty form. */
    another(): void {
      filed.value = null
    },
  }
}
