// The hall's settings as a whole: the draft waiting to be published, and every earlier revision, which can be brought
// back.
import { useEffect, useState } from 'preact/hooks'
import type { DraftAnswer } from '../../../server/http/commands/draft.ts'
import type { RevisionLine } from '../../../server/http/commands/revisions.ts'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatDayLabel, formatNumber } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { Confirm } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { manageText } from '../texts/index.ts'
import { pathTo } from '../shell/way.ts'
import { draft as allForms } from '../draft/draft.ts'
import { draftText } from '../draft/texts.ts'
import { FaultList } from '../draft/DraftBar.tsx'
import { ListOfChanges } from './DraftChanges.tsx'
import { BringBack, whenOf, Publish } from './Publish.tsx'
import { whyOf } from '../plan-desk.tsx'
import { planText } from './texts.ts'
import './plan.css'

/** A colleague's draft is not an event of the hall, so nothing pushes it. */
const AGAIN_MS = 15_000

/** `from`: the number of the draft that was seen; the one behind the dialog may have changed. */
type Asked = { what: 'publish' | 'drop'; from: number } | { what: 'back'; revision: RevisionLine }

interface RevisionsPage {
  revisions: RevisionLine[]
  before: number | null
}

/** `plan`: the plan's number from the live view; when it changes, everything here is read again. */
export function PlanPart({ hall, plan }: { hall: Hall; plan: number }) {
  const [draft, setDraft] = useState<DraftAnswer | null>(null)
  const [list, setList] = useState<readonly RevisionLine[] | null>(null)
  const [before, setBefore] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [asked, ask] = useState<Asked | null>(null)

  async function read<T>(path: string, take: (data: T) => void): Promise<void> {
    const outcome = await fetchJson<T>(path)
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) take(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
  }
  const loadDraft = () => void read<DraftAnswer>('/api/plan/draft', setDraft)
  function load(): void {
    loadDraft()
    void read<RevisionsPage>('/api/plan/revisions', (page) => {
      setList(page.revisions)
      setBefore(page.before)
    })
  }
  const loadMore = () =>
    read<RevisionsPage>(`/api/plan/revisions?before=${before ?? 0}`, (page) => {
      setList((shown) => [...(shown ?? []), ...page.revisions])
      setBefore(page.before)
    })
  useEffect(load, [plan])
  useEffect(() => {
    const timer = setInterval(loadDraft, AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  /** Read again in any case: the refusal may mean that somebody else changed it. */
  function close(): void {
    ask(null)
    load()
    void allForms.load()
  }

  return (
    <section class="part" aria-labelledby="plan-title">
      <h2 id="plan-title">{manageText('plan.title')}</h2>
      <p>{manageText('plan.lead')}</p>
      <ProblemLine problem={problem} />
      {draft && draft.changedBy !== null && <DraftCard draft={draft} ask={ask} onTaken={loadDraft} />}
      {list && list.length === 0 && <p class="soft">{manageText('plan.none')}</p>}
      <ul class="revisions">
        {(list ?? []).map((revision, nth) => (
          <li key={revision.revision}>
            <p>
              <strong>{revision.words}</strong>
              <span class="soft">{whoAndWhen(revision.by, revision.at)}</span>
            </p>
            {nth === 0 ? (
              <span class="soft">{manageText('plan.now')}</span>
            ) : (
              <Button
                label={manageText('plan.backOf', { when: whenOf(revision.at) })}
                onPress={() => ask({ what: 'back', revision })}
              >
                {manageText('plan.back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {before !== null && (
        <p>
          <Button kind="quiet" onPress={loadMore}>
            {manageText('plan.more')}
          </Button>
        </p>
      )}
      {asked && asked.what === 'publish' && <Publish hall={hall} from={asked.from} onClose={close} />}
      {asked && asked.what === 'drop' && (
        <Confirm
          title={manageText('plan.drop')}
          text={manageText('plan.dropAsk')}
          go={manageText('plan.drop')}
          danger
          method="DELETE"
          path={`/api/plan/draft?from=${asked.from}`}
          onClose={close}
        />
      )}
      {asked && asked.what === 'back' && (
        <BringBack hall={hall} plan={plan} revision={asked.revision} onClose={close} />
      )}
    </section>
  )
}

interface DraftCardProps {
  draft: DraftAnswer
  ask: (asked: Asked) => void
  /** Called when a change was undone. */
  onTaken: () => void
}

/** The draft: whose it is, what is wrong with it, and what can be done with it. */
function DraftCard({ draft, ask, onTaken }: DraftCardProps) {
  const { from, changedBy, changedAt, faults, order } = draft
  const unsaved = allForms.unsaved.value.length
  return (
    <div class="plan-draft">
      <h3>{manageText('plan.draft')}</h3>
      {changedAt !== null && <p>{whoAndWhen(changedBy, changedAt)}</p>}
      {order && (
        <p role="status">
          {order.refused === null
            ? manageText('plan.ordered', { day: formatDayLabel(order.from) })
            : manageText('plan.refused', { day: formatDayLabel(order.from), why: whyOf(order.refused) })}
        </p>
      )}
      <FaultList />
      {unsaved > 0 && (
        <p role="status">
          <strong>{draftText('notPublished', { count: formatNumber(unsaved) })}</strong>
        </p>
      )}
      <ListOfChanges from={from} onTaken={onTaken} />
      <p class="part-ends">
        <Button
          kind="primary"
          disabled={faults.length > 0}
          onPress={() => {
            ask({ what: 'publish', from })
          }}
        >
          {manageText('plan.publishAsk')}
        </Button>
        <Button
          onPress={() => {
            ask({ what: 'drop', from })
          }}
        >
          {manageText('plan.drop')}
        </Button>
        <a href={pathTo('preview')}>{planText('previewOpen')}</a>
      </p>
    </div>
  )
}

const whoAndWhen = (by: string | null, at: string) =>
  manageText('plan.by', { name: by ?? manageText('plan.byHall'), when: whenOf(at) })
