// The accounts as the server knows them, fetched again after every change, and from time to time, as people come and
// go.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { askSession, sessionEnded } from '../../session.ts'
import { type Account, type GoneAgency, goneAgencies } from './account.ts'

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
