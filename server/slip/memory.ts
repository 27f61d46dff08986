// Remembers the last few things by name.

export interface Memory<T> {
  get(name: string): T | undefined
  put(name: string, value: T): void
}

/** A memory of the `most` things that were put or asked for last. */
export function createMemory<T>(most: number): Memory<T> {
  const things = new Map<string, T>()
  const put = (name: string, value: T): void => {
    things.delete(name)
    things.set(name, value)
    const [oldest] = things.keys()
    if (things.size > most && oldest !== undefined) things.delete(oldest)
  }
  return {
    get(name) {
      const found = things.get(name)
      if (found !== undefined) put(name, found)
      return found
    },
    put,
  }
}
