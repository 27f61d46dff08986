// The person's own account: the password, and where they are signed in.
import { useEffect, useState } from 'preact/hooks'
import { type Problem, fetchJson } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatDay, formatTime } from '../../../screens/format.ts'
import { press } from '../../../screens/press.ts'
import { PasswordForm } from '../../parts/PasswordForm.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { staffText } from '../../texts.ts'
import { manageText } from '../texts/index.ts'

export function OwnAccount() {
  return (
    <section class="part" aria-labelledby="own-title">
      <h2 id="own-title">{manageText('accounts.own')}</h2>
      <div class="columns">
        <div>
          <h3>{staffText('changePassword')}</h3>
          <PasswordForm />
        </div>
        <div>
          <h3>{manageText('accounts.ownSessions')}</h3>
          <OwnSessions />
        </div>
      </div>
    </section>
  )
}

// Where they are signed in; a session forgotten somewhere can be ended from here.
const AGAIN_MS = 30_000

function OwnSessions() {
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
    // A session that has ended in the meantime counts as ended here.
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
                {sessionWhere(session)}
                {session.current && <> ({manageText('accounts.thisOne')})</>}
              </strong>
              <span class="soft">{sessionSince(session)}</span>
            </span>
            {!session.current && (
              <Button
                label={manageText('accounts.endNamed', { where: sessionWhere(session) })}
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

// What the server says about a person's own session, in words.

/** Instants are ISO 8601 in UTC; `browser` and `system` are names, null if the browser does not say. */
interface OwnSession {
  id: string
  current: boolean
  browser: string | null
  system: string | null
  address: string | null
  since: string
  lastUsedAt: string
  endsAt: string
}

/** `Chrome di Windows`. */
export function sessionWhere({ browser, system }: OwnSession): string {
  if (browser !== null && system !== null) return manageText('accounts.onSystem', { browser, system })
  return browser ?? system ?? manageText('accounts.unknownBrowser')
}

/** `Sejak Selasa, 24 November 2026, pukul 08.10, terakhir dipakai pukul 09.41, dari 192.168.1.20`. */
export function sessionSince({ since, lastUsedAt, address }: OwnSession): string {
  const day = formatDay(lastUsedAt)
  const time = formatTime(lastUsedAt)
  return [
    manageText('accounts.since', { day: formatDay(since), time: formatTime(since) }),
    day === formatDay(since)
      ? manageText('accounts.lastUsed', { time })
      : manageText('accounts.lastUsedDay', { day, time }),
    ...(address === null ? [] : [manageText('accounts.from', { address })]),
  ].join(', ')
}
