// Brings a revision back: shows what would change, makes it the draft, then publishes it.
import { useEffect, useState } from 'preact/hooks'
import type { DraftAnswer } from '../../../server/http/commands/draft.ts'
import type { RevisionLine } from '../../../server/http/commands/revisions.ts'
import type { Plan } from '../../../server/hall/plan.ts'
import { command, fetchJson, type Outcome, type Problem } from '../../../screens/command.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { formatDay, formatTime } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { givenUpAt, withQuery } from '../../../screens/press.ts'
import { AskEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { manageText } from '../texts/index.ts'
import { Publish } from './Publish.tsx'

/** `Kamis, 26 November 2026, 09.12`. */
export const whenOf = (at: string) => manageText('plan.when', { day: formatDay(at), time: formatTime(at) })

interface BringBackProps {
  hall: Hall
  /** The current plan, by its number. */
  plan: number
  revision: RevisionLine
  onClose: () => void
}

export function BringBack({ hall, plan, revision, onClose }: BringBackProps) {
  const [old, setOld] = useState<{ plan: Plan; words: string } | null>(null)
  const [draft, setDraft] = useState<DraftAnswer | null>(null)
  const [made, setMade] = useState<DraftAnswer | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  function take<T>(outcome: Outcome<T>, then: (data: T) => void): void {
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) then(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
  }
  useEffect(() => {
    void fetchJson<{ plan: Plan; words: string }>(
      `/api/plan/revisions/${revision.revision}?against=${plan}`,
    ).then((outcome) => take(outcome, setOld))
    void fetchJson<DraftAnswer>('/api/plan/draft').then((outcome) => take(outcome, setDraft))
  }, [])

  async function send(): Promise<void> {
    if (!old || !draft) return
    const path = withQuery(`/api/plan/draft?from=${draft.from}&base=${draft.base}&anew=true`, givenUpAt())
    take(await command<DraftAnswer>('PUT', path, old.plan), setMade)
  }

  if (made) return <Publish hall={hall} from={made.from} onClose={onClose} />
  return (
    <Dialog title={manageText('plan.backTitle', { when: whenOf(revision.at) })} onClose={onClose}>
      <div class="fields">
        {old && <p>{manageText('plan.backMeans', { words: old.words })}</p>}
        {draft && draft.changedBy !== null && (
          <p>{manageText('plan.backReplaces', { name: draft.changedBy })}</p>
        )}
        <ProblemLine problem={problem} />
        <AskEnds disabled={!old || !draft} onGo={send} onBack={onClose}>
          {manageText('plan.backGo')}
        </AskEnds>
      </div>
    </Dialog>
  )
}
