// What a supervisor sees and changes of a service of theirs: the published facts, and what was typed about them, which
// stays in this browser until it is sent.
import type { Requirement, Text } from '../../../server/hall/plan.ts'
import type { Standard } from '../../../server/hall/standard.ts'
import type { HallService } from '../../../server/live/hall.ts'
import type { PublishedService } from '../../../server/live/standard.ts'
import { isSame } from '../draft/three-way.ts'

/** The fields of its service that an agency may change. */
export interface Own {
  readonly name: Text
  readonly minutes: number
  /** Undefined: the usual quarter of an hour. */
  readonly level: number | undefined
  readonly requirements: readonly Requirement[]
  readonly standard: Standard | undefined
}

/** The service as it now is. */
export function ownOf({ name, minutes, level, requirements }: HallService, published: PublishedService): Own {
  const { nothingNeeded, procedure, time, fee, product, complaints, decree, reviewed, heard, confirmed } =
    published
  const standard: Standard = {
    ...(nothingNeeded && { nothingNeeded: true as const }),
    ...(procedure.length > 0 && { procedure }),
    ...(time && { time }),
    ...(fee && { fee }),
    ...(product && { product }),
    ...(complaints && { complaints }),
    ...(decree && { decree }),
    ...(reviewed && { reviewed }),
    ...(heard && { heard }),
    ...(!confirmed && { confirmed: false }),
  }
  const isThere = Object.keys(standard).length > 0
  return { name, minutes, level, requirements, standard: isThere ? standard : undefined }
}

/** The fields that differ. What the agency itself writes needs no confirmation. */
export function changesOf(was: Own, is: Own): Record<string, unknown> {
  const { standard, ...rest } = is
  const own = standard && !isSame(standard, was.standard) ? unmarked(standard) : standard
  const before = new Map<string, unknown>(Object.entries(was))
  return Object.fromEntries(
    Object.entries({ ...rest, standard: own })
      .filter(([field, value]) => !isSame(value, before.get(field)))
      // A field that is removed stays: a proposal only says what should be.
      .map(([field, value]): [string, unknown] => [field, value ?? (field === 'standard' ? {} : undefined)])
      .filter(([, value]) => value !== undefined),
  )
}

export function unmarked<T extends { confirmed?: boolean }>({
  confirmed: _confirmed,
  ...rest
}: T): Omit<T, 'confirmed'> {
  return rest
}

const keyOf = (user: string, service: string) => `antre-proposal ${user} ${service}`

export interface Typed {
  readonly own: Own
  readonly wish: string
}

/** What was typed but not sent; null if there is nothing, or the browser stores nothing. */
export function readTyped(user: string, service: string): Typed | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(user, service)) ?? 'null') as Typed | null
  } catch {
    return null
  }
}

/** Keeps it; null forgets it. */
export function keepTyped(user: string, service: string, typed: Typed | null): void {
  try {
    if (typed) localStorage.setItem(keyOf(user, service), JSON.stringify(typed))
    else localStorage.removeItem(keyOf(user, service))
  } catch {
    // If the browser stores nothing, what is typed is lost with the page.
  }
}
