// What is remembered about callers and words must not grow with whoever comes: who is calling (a look-up in a Map and
// not in a table, as every request asks), how often an address asked, what a name was found to mean.

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
