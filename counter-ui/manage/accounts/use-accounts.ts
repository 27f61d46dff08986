// The accounts as the server knows them, asked again after every change, and now and then: people come and go.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { askSession, sessionEnded } from '../../session.ts'
import type { Account } from './account.ts'

const AGAIN_MS = 15_000

export function useAccounts() {
  const [list, setList] = useState<readonly Account[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<{ staff: Account[] }>('/api/staff')
    if (outcome.ok) setList(outcome.data.staff)
    else if (outcome.problem.status === 401) sessionEnded()
    // Somebody changed what this person may do, while they looked.
    else if (outcome.problem.status === 403) await askSession()
    setProblem(outcome.ok ? null : outcome.problem)
  }
  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  return { list, problem, load }
}
