// The draft of a batch: the hall is changed in place, and every change leaves behind how to take it back.
// A commit forgets the undos, a failed commit plays them in reverse. Nothing is ever copied.

export class Changes {
  private undos: (() => void)[] = []

  /** Remembers how to take back what was just done. */
  did(undo: () => void): void {
    this.undos.push(undo)
  }

  /** Sets a map's entry, so that it can be taken back. */
  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    const had = map.has(key)
    const old = map.get(key) as V
    map.set(key, value)
    this.undos.push(had ? () => map.set(key, old) : () => map.delete(key))
  }

  /** Deletes a map's entry, so that it can be taken back. The order of the map's keys is not kept. */
  delete<K, V>(map: Map<K, V>, key: K): void {
    if (!map.has(key)) return
    const old = map.get(key) as V
    map.delete(key)
    this.undos.push(() => map.set(key, old))
  }

  /** Where we are now, for `backTo`. */
  mark(): number {
    return this.undos.length
  }

  /** Takes back, newest first, everything since `mark` (all of it by default). */
  backTo(mark = 0): void {
    while (this.undos.length > mark) this.undos.pop()?.()
  }

  /** Keeps all: what was a draft is now the hall. */
  keep(): void {
    this.undos = []
  }
}
