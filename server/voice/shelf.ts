// Sounds in memory for a short while: until they are on disk, and in place of the disk when it is full.

export interface Shelf {
  get(name: string): Buffer | null
  put(name: string, wav: Buffer): void
  drop(name: string): void
}

/** Holds at most `most` sounds (half a megabyte each), each for `keepMs`; the oldest makes room. */
export function createShelf({ most, keepMs }: { most: number; keepMs: number }): Shelf {
  const sounds = new Map<string, { wav: Buffer; timer: NodeJS.Timeout }>()

  function drop(name: string): void {
    clearTimeout(sounds.get(name)?.timer)
    sounds.delete(name)
  }

  return {
    get: (name) => sounds.get(name)?.wav ?? null,
    put(name, wav) {
      drop(name)
      const timer = setTimeout(() => drop(name), keepMs)
      timer.unref()
      sounds.set(name, { wav, timer })
      for (const oldest of sounds.keys()) {
        if (sounds.size <= most) break
        drop(oldest)
      }
    },
    drop,
  }
}
