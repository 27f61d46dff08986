// The draft of the plan as the forms see it. A form changes it by a function from plan to plan; the result is kept in
// this browser right away, and goes to the server when the person saves. What colleagues save meanwhile is merged into
// it; where both changed the same field, the person chooses.
import { batch, computed, signal } from '@preact/signals'
import type { DraftAnswer } from '../../../server/http/commands/draft.ts'
import type { Plan } from '../../../server/hall/plan.ts'
import { command, fetchJson, type Problem } from '../../../screens/command.ts'
import { givenUpAt, withQuery } from '../../../screens/press.ts'
import { sessionEnded } from '../../session.ts'
import { type Kept, followKept, readKept, writeKept } from './kept.ts'
import { readPlan } from './shape.ts'
import { type Conflict, differences, isSame, type Path, threeWay, withTheirs } from './three-way.ts'

/** The draft as the server has it; without one, the plan in force. */
export interface SavedDraft extends Omit<DraftAnswer, 'plan'> {
  readonly plan: Plan
}

/** A colleague's draft is not an event of the hall, so nothing pushes it. */
const AGAIN_MS = 15_000
/** How soon typed text is kept in the browser: not at every key. */
const KEEP_MS = 250
/** How often one save is tried, each time on top of what a colleague has just saved. */
const MOST_TRIES = 4
/** For a large draft, which may have many faults to name. */
const PATIENT = { limitMs: 16_000 }

/** The server's state; null before the first answer. */
const saved = signal<SavedDraft | null>(null)
/** Including what is not saved yet; null before the first answer. */
const plan = signal<Plan | null>(null)
const conflicts = signal<readonly Conflict[]>([])
const problem = signal<Problem | null>(null)
const isSaving = signal(false)
/** When this page last saved, milliseconds since 1970; null: not since it was loaded. */
const savedAt = signal<number | null>(null)
/** Who saved the changes that were merged into what this person is typing; null: nobody since they last saved. */
const joined = signal<string | null>(null)
/** Whether the browser keeps what was typed; if not, it is lost on leaving the page. */
const isKept = signal(true)

/** The fields that differ from the saved state, and things added or removed. */
const unsaved = computed<readonly Path[]>(() =>
  saved.value && plan.value ? differences(saved.value.plan, plan.value) : [],
)

let owner = ''
let keeping: ReturnType<typeof setTimeout> | undefined

export const draft = {
  saved,
  plan,
  conflicts,
  problem,
  isSaving,
  savedAt,
  joined,
  isKept,
  unsaved,

  /** Reads the draft for this person and keeps reading it; returns how to stop. */
  follow(username: string): () => void {
    owner = username
    void load(readKept(username))
    const timer = setInterval(() => document.hidden || void load(), AGAIN_MS)
    const unfollow = followKept(username, (other) => {
      const ours = saved.peek()
      const own = plan.peek()
      // Another tab of the same person: what was typed last counts.
      if (!ours || !own) return
      if (!other) void load()
      else if (other.from === ours.from) plan.value = threeWay(ours.plan, own, other.mine).merged as Plan
    })
    const leave = () => keep()
    // Somebody who comes back to the page has missed what happened meanwhile.
    const turn = () => {
      keep()
      if (!document.hidden) void load()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', turn)
    return () => {
      keep()
      clearInterval(timer)
      unfollow()
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', turn)
      batch(() => {
        saved.value = null
        plan.value = null
        conflicts.value = []
        problem.value = null
        savedAt.value = null
        joined.value = null
      })
    }
  },

  /** Reads it again: the plan in force has changed, or a dialog did something to the draft. */
  load: () => load(),

  /** Changes the plan being edited; does nothing before it is known. */
  edit(change: (plan: Plan) => Plan): void {
    const now = plan.peek()
    if (!now) return
    plan.value = change(now)
    clearTimeout(keeping)
    keeping = setTimeout(keep, KEEP_MS)
  },

  /** Saves it as the draft, on top of whatever a colleague saved meanwhile, unless both changed the same field. */
  async save(): Promise<void> {
    if (isSaving.peek()) return
    isSaving.value = true
    try {
      await save()
    } finally {
      isSaving.value = false
    }
  },

  /** Discards everything that is not saved. */
  discard(): void {
    const now = saved.peek()
    batch(() => {
      plan.value = now && now.plan
      conflicts.value = []
      problem.value = null
      joined.value = null
    })
    keep()
  },

  /** Decides a field that both changed. */
  decide(conflict: Conflict, whose: 'mine' | 'theirs'): void {
    const now = plan.peek()
    if (!now) return
    batch(() => {
      if (whose === 'theirs') plan.value = withTheirs(now, conflict) as Plan
      conflicts.value = conflicts.peek().filter((one) => one !== conflict)
    })
    keep()
  },
}

async function load(kept = saved.peek() ? null : readKept(owner)): Promise<void> {
  if (isSaving.peek()) return
  const outcome = await fetchJson<DraftAnswer>('/api/plan/draft', PATIENT)
  // An answer from before a save is outdated.
  if (isSaving.peek()) return
  if (outcome.ok) take(outcome.data, kept)
  else if (outcome.problem.status === 401) sessionEnded()
  else if (!saved.peek()) problem.value = outcome.problem
}

/** Puts what is typed on top of the server's current draft. */
function take(answer: DraftAnswer, kept: Kept | null = null): void {
  const before = saved.peek()
  const isNews =
    !before || before.from !== answer.from || before.base !== answer.base || !isSame(before, answer)
  if (!isNews) return
  // Equal parts stay the same objects, so that nothing that shows them is redrawn.
  const theirs = share(before && before.plan, readPlan(answer.plan)) as Plan
  const base = before ? before.plan : kept ? kept.seen : theirs
  const mine = before ? (plan.peek() ?? base) : kept ? kept.mine : theirs
  const { merged, conflicts: found } = threeWay(base, mine, theirs)
  batch(() => {
    saved.value = { ...answer, plan: theirs }
    plan.value = share(theirs, merged) as Plan
    // What was not decided yet stays undecided, unless the colleague changed it again.
    const undecided = before ? conflicts.peek() : kept ? kept.conflicts : []
    const open = undecided.filter(({ path }) => !found.some((one) => isSame(one.path, path)))
    conflicts.value = [...open, ...found]
    if (!before) problem.value = null
    if (before && !isSame(before.plan, theirs)) joined.value = answer.changedBy
  })
  keep()
}

async function save(): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const seen = saved.peek()
    const sent = plan.peek()
    if (!seen || !sent || conflicts.peek().length > 0) return
    const path = withQuery(`/api/plan/draft?from=${seen.from}&base=${seen.base}`, givenUpAt(PATIENT.limitMs))
    const outcome = await command<DraftAnswer>('PUT', path, sent, PATIENT)
    if (outcome.ok) {
      const typedSince = plan.peek() ?? sent
      batch(() => {
        // From here on both start from what was sent.
        saved.value = { ...seen, plan: sent }
        plan.value = typedSince
        problem.value = null
        savedAt.value = Date.now()
      })
      take(outcome.data)
      return
    }
    if (outcome.problem.status === 401) {
      keep()
      sessionEnded()
      return
    }
    if (outcome.problem.code !== 'plan-changed' || tries >= MOST_TRIES) {
      problem.value = outcome.problem
      return
    }
    const newest = await fetchJson<DraftAnswer>('/api/plan/draft', PATIENT)
    if (!newest.ok) {
      problem.value = newest.problem
      return
    }
    take(newest.data)
  }
}

function keep(): void {
  clearTimeout(keeping)
  const seen = saved.peek()
  const mine = plan.peek()
  if (!seen || !mine || owner === '') return
  const isChanged = !isSame(seen.plan, mine)
  isKept.value = writeKept(
    owner,
    isChanged
      ? { from: seen.from, base: seen.base, seen: seen.plan, mine, conflicts: conflicts.peek() }
      : null,
  )
}

/** `next` with every part that equals one of `old` replaced by that very part. */
function share(old: unknown, next: unknown): unknown {
  if (isSame(old, next)) return old
  if (Array.isArray(old) && Array.isArray(next)) {
    const known = new Map(old.map((one: unknown) => [keyOf(one), one] as const))
    return next.map((one: unknown, index) => share(known.get(keyOf(one) ?? index) ?? old[index], one))
  }
  if (typeof old !== 'object' || typeof next !== 'object' || !old || !next || Array.isArray(next)) return next
  const was = new Map<string, unknown>(Object.entries(old))
  return Object.fromEntries(Object.entries(next).map(([key, value]) => [key, share(was.get(key), value)]))
}

const keyOf = (thing: unknown): unknown =>
  typeof thing === 'object' && thing !== null && 'id' in thing ? thing.id : undefined
