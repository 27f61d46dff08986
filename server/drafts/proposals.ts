// What an agency proposes about itself: other texts, requirements, minutes and standards for its own services, and in
// words whatever else it needs. A manager confirms a proposal, which puts it into the draft of the plan, or not.
import type { Hall } from '../hall/hall.ts'
import { lookUp } from '../hall/look-up.ts'
import type { Drafts } from './drafts.ts'
import { isSame, merge } from './merge.ts'

type Values = Readonly<Record<string, unknown>>

export const proposalStates = ['open', 'confirmed', 'refused', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]

export interface Proposal {
  readonly id: string
  readonly agency: string
  /** The service it is about; null: the agency itself. */
  readonly service: string | null
  readonly changes: Values
  /** The same fields when it was made; null for one that did not exist. */
  readonly base: Values
  /** What else is asked for, in the agency's words. */
  readonly wish: string | null
  /** Who made it, by id, and when, milliseconds since 1970. */
  readonly by: string
  readonly at: number
  readonly state: ProposalState
  readonly decidedBy: string | null
  readonly decidedAt: number | null
  /** What the manager said about it. */
  readonly note: string | null
}

/** All throw a StorageError. */
export interface StoredProposals {
  /** The newest first; those of one agency, or of all. */
  list(agency: string | null): Proposal[]
  byId(id: string): Proposal | undefined
  add(proposal: Proposal): void
  decide(id: string, decision: Pick<Proposal, 'state' | 'decidedBy' | 'decidedAt' | 'note'>): void
  /** Forgets those decided before that moment, milliseconds since 1970. */
  forget(before: number): void
  /** Forgets what the agency has taken back, except for the newest few. */
  forgetWithdrawn(agency: string, but: number): void
}

/** How long a decided one is kept: people ask a year later what became of it. */
const KEPT_MS = 400 * 86_400_000
/** The most open ones of one agency: nobody reads more. */
const MOST_OPEN = 200
/** Characters of all open ones of one agency, as JSON: enough for every service of a large one rewritten. One answer has them all. */
const MOST_TEXT = 2_000_000
/** Proposing and taking back, over and over, must not fill the list or the disk. */
const WITHDRAWN_KEPT = 20

/** How a proposal stands against the plan as it would be now. */
export interface Standing {
  /** What it is about no longer exists. */
  readonly gone: boolean
  /** The fields that it changes, as they are now. */
  readonly now: Values
  /** Fields that have changed since it was made, but not to what it proposes. */
  readonly moved: readonly string[]
}

interface Ground {
  readonly stored: StoredProposals
  readonly drafts: Pick<Drafts, 'read' | 'save'>
  readonly hall: Hall
  readonly now: () => number
  readonly newId: () => string
}

export interface Asked {
  readonly agency: string
  readonly service: string | null
  readonly changes: Values
  readonly wish: string | null
}

export type Proposals = ReturnType<typeof openProposals>

export function openProposals({ stored, drafts, hall, now, newId }: Ground) {
  /** The plan that confirmed proposals go into: the draft, or a new one made from the current plan. */
  const ground = (): unknown => drafts.read().draft?.plan ?? hall.layout.base

  return {
    list: (agency: string | null) => stored.list(agency),
    byId: (id: string) => stored.byId(id),

    standing(proposal: Proposal): Standing {
      const thing = thingIn(ground(), proposal)
      if (!thing) return { gone: true, now: {}, moved: [] }
      const fields = Object.keys(proposal.changes)
      const values = fieldsOf(thing, fields)
      const moved = fields.filter((field) => {
        const is = lookUp(values, field)
        return !isSame(is, lookUp(proposal.base, field)) && !isSame(is, lookUp(proposal.changes, field))
      })
      return { gone: false, now: values, moved }
    },

    /**
     * Keeps a proposal; the same one twice is kept once. Null: the agency has too many open ones. What it changes is
     * compared with the current plan. @throws StorageError
     */
    make(asked: Asked, by: string): Proposal | null {
      const open = stored.list(asked.agency).filter(({ state }) => state === 'open')
      const same = open.find(
        (one) =>
          one.by === by &&
          one.service === asked.service &&
          one.wish === asked.wish &&
          isSame(one.changes, asked.changes),
      )
      if (same) return same
      const text = open.reduce((sum, one) => sum + lengthOf(one), lengthOf(asked))
      if (open.length >= MOST_OPEN || text > MOST_TEXT) return null
      const at = now()
      stored.forget(at - KEPT_MS)
      const thing = thingIn(hall.layout.base, asked) ?? {}
      const proposal: Proposal = {
        id: newId(),
        ...asked,
        base: fieldsOf(thing, Object.keys(asked.changes)),
        by,
        at,
        state: 'open',
        decidedBy: null,
        decidedAt: null,
        note: null,
      }
      stored.add(proposal)
      return proposal
    },

    /**
     * Puts it into the draft, merged with what has changed since; returns the draft's number, null if there was
     * nothing to change. `gone`: what it is about no longer exists; `plan-changed`: somebody else was quicker. @throws
     * StorageError
     */
    confirm(
      proposal: Proposal,
      by: string,
      note: string | null,
    ): { from: number | null } | 'gone' | 'plan-changed' {
      const { number, draft } = drafts.read()
      const plan = draft?.plan ?? hall.layout.base
      const thing = thingIn(plan, proposal)
      if (!thing) return 'gone'
      const after = withChanges(thing, proposal)
      let from: number | null = null
      if (!isSame(after, thing)) {
        const saved = drafts.save(replaced(plan, proposal, after), by, number, null)
        if (!saved) return 'plan-changed'
        from = saved.number
      }
      stored.decide(proposal.id, { state: 'confirmed', decidedBy: by, decidedAt: now(), note })
      return { from }
    },

    /** A manager says no, or the agency takes it back. @throws StorageError */
    end(proposal: Proposal, state: 'refused' | 'withdrawn', by: string, note: string | null): void {
      stored.decide(proposal.id, { state, decidedBy: by, decidedAt: now(), note })
      if (state === 'withdrawn') stored.forgetWithdrawn(proposal.agency, WITHDRAWN_KEPT)
    },
  }
}

/** The size of the text that makes up most of its answer. */
const lengthOf = ({ changes }: Pick<Proposal, 'changes'>) => JSON.stringify(changes).length

type About = Pick<Proposal, 'agency' | 'service'>

const listOf = ({ service }: About) => (service === null ? 'agencies' : 'services')

/** The service or agency in a plan of any shape; a service only as long as it is the agency's. */
function thingIn(plan: unknown, about: About): Values | undefined {
  const list = isTable(plan) ? lookUp(plan, listOf(about)) : undefined
  const found = (Array.isArray(list) ? (list as unknown[]) : []).find(
    (one) => isTable(one) && lookUp(one, 'id') === (about.service ?? about.agency),
  )
  if (!isTable(found)) return undefined
  return about.service === null || lookUp(found, 'agency') === about.agency ? found : undefined
}

/** The thing with the changes, each merged with what was changed there since. */
export function withChanges(thing: Values, { changes, base }: Pick<Proposal, 'changes' | 'base'>): Values {
  const fields = Object.keys(changes).map((field) => {
    const was = lookUp(base, field) ?? undefined
    return [field, merge(was, lookUp(changes, field), lookUp(thing, field))] as const
  })
  return { ...thing, ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)) }
}

function replaced(plan: unknown, about: About, after: Values): unknown {
  if (!isTable(plan)) return plan
  const list = listOf(about)
  const things = lookUp(plan, list) as unknown[]
  const id = about.service ?? about.agency
  return { ...plan, [list]: things.map((one) => (isTable(one) && lookUp(one, 'id') === id ? after : one)) }
}

function fieldsOf(thing: Values, fields: readonly string[]): Values {
  return Object.fromEntries(fields.map((field) => [field, lookUp(thing, field) ?? null]))
}

function isTable(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
