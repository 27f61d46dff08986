// What earlier answers named: an id from a `visit` field is tried wherever a visit is asked for. That way the fuzzer
// explores a hall without being told what a hall is.
import type { Random } from '../property/prng.ts'

/** How many of a kind are kept; the oldest go. */
const MOST = 60
/** Longer texts are not ids. */
const LONGEST = 80

export class Pool {
  private readonly kinds = new Map<string, Set<string>>()

  /** Takes in everything in an answer; `key` is the name of the value's field. */
  gather(value: unknown, key = ''): void {
    if (typeof value === 'string' || Number.isInteger(value)) this.add(key, String(value))
    else if (Array.isArray(value)) for (const part of value) this.gather(part, key)
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) this.gather(part, name === 'id' ? key : name)
  }

  /** One of a kind, mostly a late one; undefined while none is known. */
  one(random: Random, kind: string): string | undefined {
    const known = [...(this.kinds.get(singular(kind)) ?? [])]
    if (known.length === 0) return undefined
    return random.oneIn(2) ? random.pick(known.slice(-8)) : random.pick(known)
  }

  private add(key: string, value: string): void {
    if (key === '' || value === '') return
    // A link carries a token.
    if (URL.canParse(value)) for (const part of new URL(value).searchParams.values()) this.add('token', part)
    if (value.length > LONGEST) return
    const kind = singular(key)
    const known = this.kinds.get(kind) ?? new Set<string>()
    this.kinds.set(kind, known)
    known.delete(value)
    known.add(value)
    if (known.size > MOST) for (const oldest of [...known].slice(0, known.size - MOST)) known.delete(oldest)
  }
}

/** `counters`, `counter` and `agencies`, `agency` are of one kind. */
function singular(key: string): string {
  return key.replace(/ies$/, 'y').replace(/s$/, '')
}
