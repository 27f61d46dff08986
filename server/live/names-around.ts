// What the hall and somebody's agency are called: words that anybody would try first in a password.
import type { Hall } from '../hall/hall.ts'

/** All names of the hall and of an agency, in every language, with the agency's id; `agency` null: the hall's alone. */
export function namesAround({ layout }: Hall, agency: string | null): string[] {
  const { name } = layout.plan
  const own = agency === null ? undefined : layout.agencies.get(agency)
  return [...Object.values(name), ...(own ? [own.id, own.short, ...Object.values(own.name)] : [])]
}
