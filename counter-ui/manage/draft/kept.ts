// What somebody typed but has not saved yet, kept in this browser: it survives leaving the page, the end of a session,
// a restart of the server. It belongs to one person, whose other tabs share it.
import type { Plan } from '../../../server/hall/plan.ts'
import type { Conflict } from './three-way.ts'

export interface Kept {
  /** The draft that it changes: the server's numbers for it, and its plan. */
  readonly from: number
  readonly base: number
  readonly seen: Plan
  /** With the changes. */
  readonly mine: Plan
  /** Conflicts not decided yet: without them a colleague's change would be overwritten unseen after a reload. */
  readonly conflicts: readonly Conflict[]
}

const keyOf = (username: string) => `antre-draft-${username}`

/** Null: nothing is kept, or the browser stores nothing. */
export function readKept(username: string): Kept | null {
  try {
    return keptIn(localStorage.getItem(keyOf(username)))
  } catch {
    return null
  }
}

/** False: the browser has no room or stores nothing. */
export function writeKept(username: string, kept: Kept | null): boolean {
  try {
    if (kept) localStorage.setItem(keyOf(username), JSON.stringify(kept))
    else localStorage.removeItem(keyOf(username))
    return true
  } catch {
    return false
  }
}

/** Calls `take` when another tab of this person changed what is kept; returns how to end it. */
export function followKept(username: string, take: (kept: Kept | null) => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === keyOf(username)) take(keptIn(newValue))
  }
  window.addEventListener('storage', onStorage)
  return () => window.removeEventListener('storage', onStorage)
}

/** Null for nothing, and for anything that no version of this page wrote. */
function keptIn(text: string | null): Kept | null {
  const found = parsed(text)
  if (typeof found !== 'object' || found === null) return null
  const { from, base, seen, mine, conflicts = [] } = found as Partial<Kept>
  return typeof from === 'number' && typeof base === 'number' && seen && mine
    ? { from, base, seen, mine, conflicts }
    : null
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
