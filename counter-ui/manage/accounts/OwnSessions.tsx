// Where one is signed in; what was forgotten somewhere is ended from here.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { press } from '../../../screens/press.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { type OwnSession, sinceText, whereText } from './own-session.ts'
import { manageText } from '../texts/index.ts'

const AGAIN_MS = 30_000

export function OwnSessions() {
  const [list, setList] = useState<readonly OwnSession[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)

  function failed(given: Problem): void {
    if (given.status === 401) sessionEnded()
    setProblem(given)
  }
  async function load(): Promise<void> {
    const outcome = await fetchJson<{ sessions: OwnSession[] }>('/api/session/list')
    if (!outcome.ok) return failed(outcome.problem)
    setList(outcome.data.sessions)
    setProblem(null)
  }
  async function end({ id }: OwnSession): Promise<void> {
    const outcome = await press('DELETE', `/api/session/${encodeURIComponent(id)}`)
    // One that has ended meanwhile is as good as ended here.
    if (!outcome.ok && outcome.problem.code !== 'unknown-session') failed(outcome.problem)
    else await load()
  }
  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])

  return (
    <>
      <p class="soft">{manageText('accounts.ownSessionsLead')}</p>
      <ProblemLine problem={problem} />
      <ul class="devices">
        {list.map((session) => (
          <li key={session.id} class="device own-session">
            <span class="device-words">
              <strong>
                {whereText(session)}
                {session.current && <> ({manageText('accounts.thisOne')})</>}
              </strong>
              <span class="soft">{sinceText(session)}</span>
            </span>
            {!session.current && (
              <Button
                label={manageText('accounts.endNamed', { where: whereText(session) })}
                onPress={() => end(session)}
              >
                {manageText('accounts.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
