// A small cache in front of a table: every request asks who is calling, so that must cost a Map look-up, not SQL.

/** A Map that never holds more than `most` entries: the oldest leaves first. */
export function boundedMap<K, V>(most: number) {
  const entries = new Map<K, V>()
  return {
    get: (key: K): V | undefined => entries.get(key),
    set(key: K, value: V): void {
      if (!entries.has(key) && entries.size >= most) {
        const [oldest] = entries.keys()
        if (oldest !== undefined) entries.delete(oldest)
      }
      entries.set(key, value)
    },
    delete: (key: K): boolean => entries.delete(key),
    clear: (): void => entries.clear(),
  }
}
