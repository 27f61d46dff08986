// The server's answers to a page, and what is shown in place of one that is on its way, empty, refused or not
// reached.
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { type Translation, makeTexts } from '../../screens/i18n.ts'
import { type Problem, fetchJson } from '../../screens/command.ts'
import { sessionEnded } from '../session.ts'
import { ProblemLine } from './ProblemLine.tsx'
import './answered.css'

export const id = {
  loading: 'Sedang dimuat…',
  again: 'Coba lagi',
  stillOld: 'Yang di bawah ini jawaban sebelumnya.',
} as const

export const en: Translation<typeof id> = {
  loading: 'Loading…',
  again: 'Try again',
  stillOld: 'What is below is the answer to the question before.',
}

const answeredText = makeTexts({ id, en })

interface AnsweredProps<T> {
  asked: Asked<T>
  /** Whether it has nothing to show, and what to say then. */
  isEmpty?: ((answer: T) => boolean) | undefined
  emptyWords?: string | undefined
  /** While it is on its way. */
  loading?: string
  children: (answer: T) => ComponentChildren
}

/** The answer once it has come; greyed while it belongs to an earlier question. */
export function Answered<T>({ asked, isEmpty, emptyWords, loading, children }: AnsweredProps<T>) {
  const { answer, isOld, problem, again } = asked
  return (
    <div class={isOld ? 'answer answer-old' : 'answer'} aria-busy={!problem && (answer === null || isOld)}>
      {problem && (
        <div class="answer-problem">
          <ProblemLine problem={problem} />
          <Button icon="refresh" onPress={again}>
            {answeredText('again')}
          </Button>
          {answer !== null && <p class="soft">{answeredText('stillOld')}</p>}
        </div>
      )}
      {answer === null && !problem && (
        <p class="answer-wait" role="status">
          <span class="spinner" aria-hidden="true" />
          {loading ?? answeredText('loading')}
        </p>
      )}
      {answer !== null && (isEmpty?.(answer) ? <p class="answer-empty">{emptyWords}</p> : children(answer))}
    </div>
  )
}

// Each address is asked for once, kept while the page is open (past days don't change), and shown greyed while a newer
// answer is on its way.

export interface Asked<T> {
  /** The last answer; null before the first. */
  readonly answer: T | null
  /** Whether the answer belongs to an earlier question, because this one is on its way or could not be answered. */
  readonly isOld: boolean
  readonly problem: Problem | null
  readonly again: () => void
}

/** The newest answers are kept, for this many addresses. */
const KEPT = 60
const KEPT_MS = 60_000
/** The first report after an upgrade counts the days of years; one try is a third of this. */
const PATIENT = { limitMs: 45_000 }

const kept = new Map<string, { readonly answer: unknown; readonly at: number }>()

function keptOf(path: string): unknown {
  const found = kept.get(path)
  return found && performance.now() - found.at < KEPT_MS ? found.answer : null
}

/** Forgets all answers: after something was changed, and when somebody else signs in. */
export function forgetAnswers(): void {
  kept.clear()
}

/** Asks for an address, again whenever it changes; null asks nothing. */
export function useAnswer<T>(path: string | null): Asked<T> {
  const [round, setRound] = useState(0)
  const [state, set] = useState<{ path: string | null; answer: T | null; problem: Problem | null }>({
    path: null,
    answer: null,
    problem: null,
  })
  useEffect(() => {
    if (path === null) return
    const known = keptOf(path)
    if (known !== null) {
      set({ path, answer: known as T, problem: null })
      return
    }
    let isOver = false
    void fetchJson<T>(path, PATIENT).then((outcome) => {
      if (outcome.ok) {
        kept.delete(path)
        kept.set(path, { answer: outcome.data, at: performance.now() })
        const [oldest] = kept.keys()
        if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
      } else if (outcome.problem.status === 401) sessionEnded()
      if (isOver) return
      if (outcome.ok) set({ path, answer: outcome.data, problem: null })
      else set((before) => ({ ...before, path, problem: outcome.problem }))
    })
    return () => {
      isOver = true
    }
  }, [path, round])
  const isCurrent = state.path === path
  return {
    answer: path === null ? null : state.answer,
    isOld: state.answer !== null && (!isCurrent || state.problem !== null),
    problem: isCurrent ? state.problem : null,
    again: () => {
      set((before) => ({ ...before, path: null, problem: null }))
      setRound(round + 1)
    },
  }
}
