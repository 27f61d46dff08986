// The draft of a batch: the hall is changed in place, and every change leaves behind how to take it back.
// A commit forgets those undos; if it fails, they are played in reverse. Nothing is ever copied.

type Undo = () => void

/** What a map may hold: no `undefined`, which means that the key is absent. */
type Value = NonNullable<unknown> | null

export class Changes {
  // One change takes one index in all three: a map, the key and its former value; or an undo. Every event makes
  // several, so none is an object of its own.
  private readonly targets: (Map<unknown, unknown> | Undo)[] = []
  private readonly keys: unknown[] = []
  private readonly before: unknown[] = []

  /** Remembers how to take back what was just done. */
  did(undo: Undo): void {
    this.remember(undo, null, undefined)
  }

  /** Sets a map's entry, so that it can be taken back. */
  set<K, V extends Value>(map: Map<K, V>, key: K, value: V): void {
    this.remember(map, key, map.get(key))
    map.set(key, value)
  }

  /** Deletes a map's entry, so that it can be taken back. The order of the map's keys is not kept. */
  delete<K, V extends Value>(map: Map<K, V>, key: K): void {
    const before = map.get(key)
    if (before === undefined) return
    this.remember(map, key, before)
    map.delete(key)
  }

  private remember(target: Map<unknown, unknown> | Undo, key: unknown, before: unknown): void {
    this.targets.push(target)
    this.keys.push(key)
    this.before.push(before)
  }

  /** The current position, for `backTo`. */
  mark(): number {
    return this.targets.length
  }

  /** Takes back, newest first, everything since `mark` (all of it by default). */
  backTo(mark = 0): void {
    while (this.targets.length > mark) {
      const [target, key, before] = [this.targets.pop(), this.keys.pop(), this.before.pop()]
      if (typeof target === 'function') target()
      else if (before === undefined) target?.delete(key)
      else target?.set(key, before)
    }
  }

  /** Keeps everything: what was a draft is now the hall. */
  keep(): void {
    this.targets.length = 0
    this.keys.length = 0
    this.before.length = 0
  }
}
