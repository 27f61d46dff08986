// Publishes the draft: whom it affects, what happens to people waiting, and from when it applies.
import { useEffect, useState } from 'preact/hooks'
import type { DraftAnswer } from '../../../server/http/commands/draft.ts'
import type { RevisionLine } from '../../../server/http/commands/revisions.ts'
import type { Plan } from '../../../server/hall/plan.ts'
import { command, fetchJson, type Outcome, type Problem } from '../../../screens/command.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { formatDay, formatTime, formatDayLabel, formatNumber } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { givenUpAt, withQuery, press } from '../../../screens/press.ts'
import { AskEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { manageText } from '../texts/index.ts'
import type { ConcernedAnswer } from '../../../server/http/commands/publish.ts'
import { pick } from '../../../screens/i18n.ts'
import { Choices } from '../../parts/Field.tsx'
import { DoneDialog } from '../accounts/OneTimePassword.tsx'

type When = 'now' | 'next-opening' | 'day'
type Fate = 'served' | 'ended'
type Concerned = ConcernedAnswer['services'][number]

interface Published {
  revision: number | null
  from?: string
}

/** `from`: the number of the draft that was seen; no other is published unseen. */
export function Publish({ hall, from, onClose }: { hall: Hall; from: number; onClose: () => void }) {
  const [concerned, setConcerned] = useState<ConcernedAnswer | null>(null)
  const [fates, setFates] = useState<ReadonlyMap<string, Fate>>(new Map())
  const [when, setWhen] = useState<When>('now')
  const [day, setDay] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [done, setDone] = useState<Published | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<ConcernedAnswer>('/api/plan/draft/concerned')
    if (outcome.ok) setConcerned(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }
  useEffect(() => void load(), [])

  const touched = (concerned ? concerned.services : []).filter((one) => peopleOf(one) > 0)
  async function send(): Promise<void> {
    const waiting = Object.fromEntries(
      touched.map(({ service }) => [service, fates.get(service) ?? ('served' as const)]),
    )
    const outcome = await press<Published>('POST', '/api/plan/draft/publish', {
      when: when === 'day' ? day : when,
      waiting,
      from,
    })
    if (outcome.ok) setDone(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
    else {
      setProblem(outcome.problem)
      // People have arrived since.
      if (outcome.problem.code === 'people-waiting') void load()
    }
  }

  if (done)
    return (
      <DoneDialog onClose={onClose}>
        <p role="status">
          {done.from === undefined
            ? manageText('plan.published')
            : manageText('plan.ordered', { day: formatDayLabel(done.from) })}
        </p>
      </DoneDialog>
    )
  const counters = (concerned ? concerned.counters : []).filter(({ open }) => open)
  const accounts = concerned ? concerned.accounts : 0
  const { prefixes, timeZone } = concerned ? concerned.tomorrow : { prefixes: [], timeZone: null }
  return (
    <Dialog title={manageText('plan.publishTitle')} onClose={onClose}>
      <div class="fields">
        {concerned && touched.length + counters.length + accounts + prefixes.length === 0 && (
          <p>{manageText('plan.touchesNobody')}</p>
        )}
        {touched.map((one) => (
          <Choices
            key={one.service}
            legend={manageText('plan.waits', {
              service: nameOf(hall, one.service),
              count: formatNumber(peopleOf(one)),
            })}
            name={`fate-${one.service}`}
            value={fates.get(one.service) ?? 'served'}
            options={[
              { value: 'served', words: manageText('plan.fateServed') },
              { value: 'ended', words: manageText('plan.fateEnded') },
            ]}
            onChange={(value) => setFates(new Map(fates).set(one.service, value))}
          />
        ))}
        {counters.length > 0 && (
          <p>
            {manageText('plan.counters', {
              counters: counters.map(({ counter }) => counterOf(hall, counter)).join(', '),
            })}
          </p>
        )}
        {accounts > 0 && <p>{manageText('plan.accounts', { count: formatNumber(accounts) })}</p>}
        {when === 'now' && prefixes.length > 0 && (
          <p>
            {manageText('plan.prefixes', {
              changes: prefixes
                .map(({ service, from: was, to }) => `${nameOf(hall, service)} (${was} → ${to})`)
                .join(', '),
            })}
          </p>
        )}
        {timeZone !== null && <p>{manageText('plan.timeZone')}</p>}
        <Choices
          legend={manageText('plan.whenTitle')}
          name="when"
          value={when}
          options={[
            { value: 'now', words: manageText('plan.whenNow') },
            { value: 'next-opening', words: manageText('plan.whenNext') },
            { value: 'day', words: manageText('plan.whenDay') },
          ]}
          onChange={setWhen}
        />
        {when === 'day' && (
          <label class="field">
            {manageText('plan.day')}
            <input type="date" value={day} onInput={({ currentTarget }) => setDay(currentTarget.value)} />
          </label>
        )}
        <ProblemLine problem={problem} />
        <AskEnds disabled={!concerned || (when === 'day' && day === '')} onGo={send} onBack={onClose}>
          {manageText('plan.publish')}
        </AskEnds>
      </div>
    </Dialog>
  )
}

/** Everyone with a number for it who is not at a counter. */
const peopleOf = ({ waiting, blocked, held, missed }: Concerned) => waiting + blocked + held + missed

function nameOf(hall: Hall, service: string): string {
  const found = hall.services.value.get(service)
  return found ? pick(found.name) : service
}

function counterOf(hall: Hall, counter: string): string {
  const found = hall.counters.value.get(counter)
  return found ? pick(found.name) : counter
}

// Brings a revision back: shows what would change, makes it the draft, then publishes it.

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
