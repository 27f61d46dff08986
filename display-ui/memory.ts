// What this page holds of the browser's memory: Chromium alone tells it, and rounds it.

interface Telling extends Performance {
  /** Not in the standard. */
  memory?: { usedJSHeapSize: number }
}

/** In MB (a million bytes); `undefined` where the browser does not tell. */
export function memoryMb(): number | undefined {
  const { memory } = performance as Telling
  return memory && Math.round(memory.usedJSHeapSize / 1e6)
}
