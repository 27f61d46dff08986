// The proposals that the person may see, read when the section opens and after each change.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import type { ProposalAnswer } from '../../../server/http/commands/proposals.ts'
import { sessionEnded } from '../../session.ts'

/** A colleague's proposal is not an event of the hall, so nothing pushes it. */
const AGAIN_MS = 30_000

export interface KnownProposals {
  readonly list: readonly ProposalAnswer[]
  /** Whether they have been read at all. */
  readonly isKnown: boolean
  readonly problem: Problem | null
  readonly load: () => Promise<void>
}

export function useProposals(): KnownProposals {
  const [list, setList] = useState<readonly ProposalAnswer[] | null>(null)
  const [problem, say] = useState<Problem | null>(null)
  const load = async () => {
    const answer = await fetchJson<{ proposals: ProposalAnswer[] }>('/api/proposals')
    if (answer.ok) setList(answer.data.proposals)
    else if (answer.problem.status === 401) sessionEnded()
    say(answer.ok ? null : answer.problem)
  }
  useEffect(() => {
    void load()
    const timer = setInterval(() => document.hidden || void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  return { list: list ?? [], isKnown: list !== null, problem, load }
}
