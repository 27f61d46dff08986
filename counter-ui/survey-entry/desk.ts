// What is being typed, and what was typed before. It outlives the end of a session, so that nothing typed is lost.
import { batch, computed, signal } from '@preact/signals'
import type { Static } from 'typebox'
import { fetchJson, type Problem, newKey } from '../../screens/command.ts'
import { language } from '../../screens/i18n.ts'
import { press } from '../../screens/press.ts'
import type { Text } from '../../server/hall/plan.ts'
import type { ProfileQuestion, Question } from '../../server/http/survey/shapes.ts'
import { sessionEnded } from '../session.ts'

/** What a paper form of a month asked, and about which services. */
export interface EntryForm {
  readonly questions: readonly Static<typeof Question>[]
  readonly profile: readonly Static<typeof ProfileQuestion>[]
  readonly services: readonly { readonly id: string; readonly agency: string; readonly name: Text }[]
  /** The current month, `2026-11`. */
  readonly month: string
}

/** One paper form as typed: digits by element, empty where the paper is blank. */
export interface Typed {
  readonly service: string
  readonly month: string
  readonly digits: ReadonlyMap<string, string>
  readonly words: string
  /** What the paper says about the person who filled it in, by question. */
  readonly profile: ReadonlyMap<string, string>
}

export type Fault = 'digit' | 'empty' | 'service'

export type EntryDesk = ReturnType<typeof openEntryDesk>

export function openEntryDesk() {
  const form = signal<EntryForm | null>(null)
  /** The current month, `2026-11`. */
  const today = signal<string | null>(null)
  const month = signal('')
  const service = signal('')
  const digits = signal<ReadonlyMap<string, string>>(new Map())
  const words = signal('')
  const profile = signal<ReadonlyMap<string, string>>(new Map())
  const faults = signal<ReadonlyMap<string, Fault>>(new Map())
  const problem = signal<Problem | null>(null)
  const count = signal(0)
  const last = signal<Typed | null>(null)
  /** A form sent again because the answer was lost counts once. */
  let once = newKey()
  let asked = 0

  /** The questions for the paper's month, in the language shown. */
  async function load(): Promise<void> {
    const mine = (asked += 1)
    const of = month.value === '' ? '' : `&month=${month.value}`
    const outcome = await fetchJson<EntryForm>(`/api/surveys/form?lang=${language.value}${of}`)
    if (mine !== asked) return
    problem.value = outcome.ok ? null : outcome.problem
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded()
      return
    }
    batch(() => {
      form.value = outcome.data
      today.value = outcome.data.month
      if (month.value === '') month.value = outcome.data.month
    })
  }

  function mark(field: string, fault: Fault | null): void {
    const next = new Map(faults.value)
    if (fault) next.set(field, fault)
    else next.delete(field)
    faults.value = next
  }

  /** Takes what was typed for an element; returns whether it is valid, so that the next one can follow. */
  function type(element: string, typed: string): boolean {
    const next = new Map(digits.value)
    if (typed === '') next.delete(element)
    else next.set(element, typed)
    digits.value = next
    const isGood = typed === '' || /^[1-4]$/.test(typed)
    mark(element, isGood ? null : 'digit')
    return isGood && typed !== ''
  }

  /** The first wrong field; null: it can be sent. */
  function check(): string | null {
    if (service.value === '') mark('service', 'service')
    const elements = (form.value?.questions ?? []).map(({ element }) => element)
    const first = elements.find((element) => faults.value.has(element))
    if (service.value === '') return 'service'
    if (first !== undefined) return first
    const [start] = elements
    if (digits.value.size > 0 || start === undefined) return null
    mark(start, 'empty')
    return start
  }

  /** Sends it. Returns the field to go to: the first one if it was saved, else the wrong one. */
  async function save(): Promise<string | null> {
    const wrong = check()
    if (wrong !== null) return wrong
    const typed: Typed = {
      service: service.value,
      month: month.value,
      digits: digits.value,
      words: words.value.trim(),
      profile: profile.value,
    }
    const outcome = await press('POST', '/api/surveys', {
      service: typed.service,
      month: typed.month,
      answers: Object.fromEntries([...typed.digits].map(([element, digit]) => [element, Number(digit)])),
      ...(typed.words !== '' && { words: typed.words }),
      ...(typed.profile.size > 0 && { profile: Object.fromEntries(typed.profile) }),
      once,
    })
    problem.value = outcome.ok ? null : outcome.problem
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded()
      return null
    }
    batch(() => {
      once = newKey()
      last.value = typed
      count.value += 1
      digits.value = new Map()
      words.value = ''
      profile.value = new Map()
      faults.value = new Map()
    })
    return form.value?.questions[0]?.element ?? null
  }

  return {
    form,
    month,
    service,
    digits,
    words,
    profile,
    faults,
    problem,
    count,
    last,
    /** This month and the twelve before it, the newest first. */
    months: computed(() => (today.value === null ? [] : monthsUpTo(today.value))),
    load,
    type,
    /** Chooses what the paper says about the person who filled it in; empty: nothing. */
    tell(question: string, value: string): void {
      const next = new Map(profile.value)
      if (value === '') next.delete(question)
      else next.set(question, value)
      profile.value = next
    },
    mark,
    save,
  }
}

/** `2026-11` and the twelve months before it, the newest first. */
export function monthsUpTo(month: string): string[] {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  return Array.from({ length: 13 }, (_, back) => {
    const count = year * 12 + nth - 1 - back
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}
