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
    for (let last = this.targets.length - 1; last >= mark; last--) {
      const target = this.targets[last]
      if (typeof target === 'function') target()
      else if (this.before[last] === undefined) target?.delete(this.keys[last])
      else target?.set(this.keys[last], this.before[last])
    }
    this.forget(mark)
  }

  /** Keeps everything: what was a draft is now the hall. */
  keep(): void {
    this.forget(0)
  }

  private forget(from: number): void {
    this.targets.length = from
    this.keys.length = from
    this.before.length = from
  }
}
