// The packs, the questions and what is missing, as the server has them. While a pack is being made its state is
// fetched twice a second.
import { type Signal, signal } from '@preact/signals'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { sessionEnded } from '../session.ts'
import { formatMonth, locale } from '../../screens/format.ts'
import { evaluationText } from './texts.ts'

export interface Pack {
  readonly id: string
  readonly title: string
  readonly from: string
  readonly to: string
  readonly by: string
  readonly at: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly share: number
  readonly bytes: number | null
  readonly why: 'no-room' | 'failed' | null
}

export interface Question {
  readonly id: string
  readonly group: 'basis' | 'building' | 'people' | 'investment' | 'service' | 'next'
  readonly kind: 'text' | 'number' | 'day'
  readonly question: { readonly id: string; readonly en: string }
  readonly answer: string | null
  readonly reviewedOn: string | null
  readonly by: string | null
}

export interface Missing {
  readonly today: string
  readonly firstDay: string
  readonly lastVisit: string | null
  readonly items: readonly {
    readonly code:
      | 'questions'
      | 'answers-old'
      | 'components'
      | 'owners'
      | 'inspections'
      | 'investment'
      | 'address'
    readonly count: number
    readonly href: string
  }[]
}

export interface Desk {
  /** The newest first; null until they are known. */
  readonly packs: Signal<readonly Pack[] | null>
  readonly missing: Signal<Missing | null>
  readonly questions: Signal<readonly Question[] | null>
  readonly problem: Signal<Problem | null>
  begin(order: { from: string; to: string; title: string }): Promise<void>
  /** Cancels the one being made, forgets a finished one. */
  drop(id: string): Promise<void>
  /** Whether it was saved. */
  answer(answers: readonly { id: string; answer: string | null }[]): Promise<boolean>
  /** Asks again for what is not known yet. */
  again(): void
  stop(): void
}

const LOOK_MS = 500

export function openDesk(): Desk {
  const packs = signal<readonly Pack[] | null>(null)
  const missing = signal<Missing | null>(null)
  const questions = signal<readonly Question[] | null>(null)
  const problem = signal<Problem | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  function told(wrong: Problem | null): void {
    if (wrong?.status === 401) sessionEnded()
    if (!isOver) problem.value = wrong
  }

  async function look(): Promise<void> {
    clearTimeout(timer)
    const outcome = await fetchJson<{ packs: Pack[] }>('/api/evaluation')
    if (isOver) return
    if (outcome.ok) packs.value = outcome.data.packs
    else told(outcome.problem)
    clearTimeout(timer)
    if (packs.value?.some(({ state }) => state === 'running')) timer = setTimeout(() => void look(), LOOK_MS)
  }
  async function check(): Promise<void> {
    const outcome = await fetchJson<Missing>('/api/evaluation/missing')
    if (isOver) return
    if (outcome.ok) missing.value = outcome.data
    else told(outcome.problem)
  }
  async function ask(): Promise<void> {
    const outcome = await fetchJson<{ questions: Question[] }>('/api/evaluation/answers')
    if (isOver) return
    if (outcome.ok) questions.value = outcome.data.questions
    else told(outcome.problem)
  }
  function askMissing(): void {
    if (packs.peek() === null) void look()
    if (missing.peek() === null) void check()
    if (questions.peek() === null) void ask()
  }
  askMissing()

  return {
    packs,
    missing,
    questions,
    problem,
    async begin(order) {
      const outcome = await press<{ id: string }>('POST', '/api/evaluation', order)
      told(outcome.ok ? null : outcome.problem)
      await look()
    },
    async drop(id) {
      const outcome = await press('DELETE', `/api/evaluation/${encodeURIComponent(id)}`)
      told(outcome.ok ? null : outcome.problem)
      await look()
    },
    async answer(answers) {
      const outcome = await press<{ questions: Question[] }>('PUT', '/api/evaluation/answers', { answers })
      told(outcome.ok ? null : outcome.problem)
      if (!outcome.ok) return false
      questions.value = outcome.data.questions
      void check()
      return true
    },
    again() {
      if (packs.peek() && missing.peek() && questions.peek()) return
      problem.value = null
      askMissing()
    },
    stop() {
      isOver = true
      clearTimeout(timer)
    },
  }
}

// The periods that can be chosen: whole months, quarters and years since the hall's first day, the time since the last
// visit, and any other days. Days are `2026-11-24`; a current period ends with yesterday.

export const kinds = ['month', 'quarter', 'year', 'visit', 'free'] as const
export type Kind = (typeof kinds)[number]

export interface Choice {
  /** In the list: `2026-11`, `2026-Q4`, `2026`. */
  readonly key: string
  readonly words: string
  /** The same in Indonesian, like the report. */
  readonly title: string
  readonly from: string
  readonly to: string
}

const iso = (at: Date) => at.toISOString().slice(0, 10)
const ofDate = (year: number, month: number, day: number) => iso(new Date(Date.UTC(year, month - 1, day)))
export const daysAfter = (day: string, days: number) => iso(new Date(Date.parse(day) + days * 86_400_000))

function written(day: string, style: Intl.DateTimeFormatOptions, as = locale()): string {
  return new Intl.DateTimeFormat(as, { ...style, timeZone: 'UTC' }).format(Date.parse(day))
}
/** `24 November 2026`. */
export const longDay = (day: string, as = locale()) =>
  written(day, { day: 'numeric', month: 'long', year: 'numeric' }, as)

/** The choices of a kind, the newest first; only those that began before today. */
export function choicesOf(kind: 'month' | 'quarter' | 'year', firstDay: string, today: string): Choice[] {
  const months = kind === 'month' ? 1 : kind === 'quarter' ? 3 : 12
  const [year = 0, month = 1] = firstDay.split('-').map(Number)
  const choices: Choice[] = []
  for (let first = Math.floor((month - 1) / months) * months + 1; ; first += months) {
    const from = ofDate(year, first, 1)
    if (from >= today) return choices.reverse()
    choices.push({
      key: from,
      from,
      to: ofDate(year, first + months, 0),
      words: wordsOf(kind, from),
      title: titleOf(kind, from),
    })
  }
}

/** `Triwulan 4 2026`, whatever language the page is in. */
function titleOf(kind: 'month' | 'quarter' | 'year', from: string): string {
  const year = from.slice(0, 4)
  if (kind === 'month') return formatMonth(from.slice(0, 7), 'id-ID')
  return kind === 'year' ? year : `Triwulan ${Math.ceil(Number(from.slice(5, 7)) / 3)} ${year}`
}

function wordsOf(kind: 'month' | 'quarter' | 'year', from: string): string {
  if (kind === 'month') return formatMonth(from.slice(0, 7))
  const year = from.slice(0, 4)
  if (kind === 'year') return year
  return evaluationText('quarterOf', { quarter: Math.ceil(Number(from.slice(5, 7)) / 3), year })
}
