// The hall's plan as the forms of the manager's page read and write it. A form writes its own part: what a colleague
// has changed elsewhere is kept, and what a colleague has changed in the same part is never overwritten unseen.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { HallAnswer } from '../../server/live/hall.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { command, fetchJson, type Outcome, type Problem } from '../../screens/command.ts'
import { givenUpAt, withQuery } from '../../screens/press.ts'
import { sessionEnded } from '../session.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { manageText } from './texts/index.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatDayLabel } from '../../screens/format.ts'
import { isKey } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { draft } from './draft/draft.ts'
import { go, pathTo } from './shell/way.ts'
import { id } from './texts/id.ts'
import '../hall/attention.css'

/** A plan and its number. */
export interface KnownPlan {
  plan: Plan
  from: number
}

/** The plan as this page knows it, for all forms together. */
export interface PlanDesk {
  /** Null before the first answer. */
  known: KnownPlan | null
  /** Why it could not be read. */
  problem: Problem | null
  /** Takes a plan that came with another answer; one older than the one we have is ignored. */
  learn(plan: KnownPlan): void
}

/**
 * Reads the plan, and again whenever it has changed. `isOn` false: this person may not read it. `planSeq`: its number by
 * the live view; 0 before the first view.
 */
export function usePlan(isOn: boolean, planSeq: number): PlanDesk {
  const [known, setKnown] = useState<KnownPlan | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const learn = (next: KnownPlan) => setKnown((old) => (old && old.from > next.from ? old : next))

  async function load(): Promise<void> {
    const outcome = await loadPlan()
    if (outcome.ok) learn(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
    setProblem(outcome.ok ? null : outcome.problem)
  }
  useEffect(() => {
    if (isOn && (!known || known.from < planSeq)) void load()
  }, [isOn, planSeq])
  return { known, problem, learn }
}

/** One part of the plan, as a form edits it. */
interface PlanPart<Name extends keyof Plan> {
  /** Null: it is saved. `make` gets the plan that the person has seen. */
  save(make: (plan: Plan) => Plan[Name]): Promise<Problem | null>
}

/**
 * For a form that writes the part `name`. `isEdited`: whether somebody has begun to change it; from then on the plan
 * of that moment counts as the one they have seen, until a refusal tells them of a newer one.
 */
export function usePlanPart<Name extends keyof Plan>(
  { known, learn }: PlanDesk,
  name: Name,
  isEdited: boolean,
): PlanPart<Name> {
  const seen = useRef<KnownPlan | null>(null)
  if (!isEdited || !seen.current) seen.current = known

  return {
    async save(make) {
      if (!seen.current) return null
      const { outcome, newest } = await savePart(seen.current, name, make)
      if (newest) {
        seen.current = newest
        learn(newest)
      }
      if (outcome.ok) return null
      if (outcome.problem.status === 401) sessionEnded()
      return outcome.problem
    },
  }
}

/** Reads the plan. The number first: if the plan changes between the two, it is refused later, never overwritten. */
async function loadPlan(): Promise<Outcome<KnownPlan>> {
  const hall = await fetchJson<HallAnswer>('/api/hall')
  if (!hall.ok) return hall
  const plan = await fetchJson<Plan>('/api/plan')
  return plan.ok ? { ok: true, data: { plan: plan.data, from: hall.data.plan } } : plan
}

interface Saved {
  outcome: Outcome<unknown>
  /** The newest plan seen on the way: after success the one that includes the change. */
  newest: KnownPlan | null
}

/**
 * Writes one part of the plan that was `seen`. If that part is unchanged in a newer plan, the part goes into that
 * one; if not, the answer is `plan-changed`.
 */
async function savePart<Name extends keyof Plan>(
  seen: KnownPlan,
  name: Name,
  make: (plan: Plan) => Plan[Name],
): Promise<Saved> {
  for (let base = seen; ;) {
    const plan = { ...base.plan, [name]: make(base.plan) }
    const path = withQuery(`/api/plan?from=${base.from}`, givenUpAt())
    const outcome = await command<{ plan: number }>('PUT', path, plan)
    if (outcome.ok) return { outcome, newest: { plan, from: outcome.data.plan } }
    if (outcome.problem.code !== 'plan-changed') return { outcome, newest: null }
    const newest = await loadPlan()
    if (!newest.ok) return { outcome: newest, newest: null }
    const isSame = JSON.stringify(newest.data.plan[name]) === JSON.stringify(seen.plan[name])
    if (!isSame || newest.data.from <= base.from) return { outcome, newest: newest.data }
    base = newest.data
  }
}

// Why a plan was not accepted: the server's sentence, and under it every fault with its place.

interface PlanProblemProps {
  problem: Problem | null
  /** If something was typed, it says that it is still there. */
  typed?: boolean
}

export function PlanProblem({ problem, typed = false }: PlanProblemProps) {
  if (typed && problem && problem.code === 'plan-changed')
    return <ProblemLine problem={null} text={manageText('planChanged')} />
  return (
    <div>
      <ProblemLine problem={problem} />
      {problem && problem.faults && (
        <ul class="plan-faults">
          {problem.faults.map(({ at, detail }) => (
            <li key={`${at} ${detail}`}>
              {detail} <code>{at}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

// A publication ordered for a day that was not possible when the day came: the line at the top of the manager's page,
// for anyone who does not look at the draft again, and the reason in words.

/** Empty as long as everything went live as ordered. */
export function RefusedAlert() {
  const order = draft.saved.value && draft.saved.value.order
  const refused = order && order.refused
  return (
    <div role="status">
      {order && refused !== null && (
        <div class="attention attention-go">
          <p>
            <Icon name="warning" />
            <span>
              {manageText('plan.notPublished', { day: formatDayLabel(order.from), why: whyOf(refused) })}
            </span>
          </p>
          <Button onPress={() => go(pathTo('plan', null, 'plan-title'))}>{manageText('plan.toDraft')}</Button>
        </div>
      )}
    </div>
  )
}

/** Why it was not published: a code of the server in words. */
export function whyOf(code: string): string {
  const key = `plan-refused.${code}` as const
  return manageText(isKey(id, key) ? key : 'plan-refused.other')
}
