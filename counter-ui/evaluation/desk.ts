// The packs, the questions and what is missing, as the server has them. While a pack is being made its state is
// fetched twice a second.
import { type Signal, signal } from '@preact/signals'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { sessionEnded } from '../session.ts'

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
