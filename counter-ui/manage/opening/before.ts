// What would go and what would stay if another hall began, according to the server; and whether this is still the hall
// that came with the program.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { sessionEnded } from '../../session.ts'

/** The answer of `GET /api/hall/begin`. */
export interface BeforeBegin {
  hall: string
  untouched: boolean
  inHall: string[]
  goes: { days: number; events: number; accounts: number; draft: boolean }
  stays: { managers: number; devices: number; printers: number; media: number }
}

/** Loads it, and again when `load` is called. */
export function useBefore() {
  const [before, setBefore] = useState<BeforeBegin | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function load(): Promise<void> {
    const outcome = await fetchJson<BeforeBegin>('/api/hall/begin')
    if (outcome.ok) setBefore(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
    setProblem(outcome.ok ? null : outcome.problem)
  }
  useEffect(() => void load(), [])
  return { before, problem, load }
}
