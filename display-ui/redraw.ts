// A part of the board that changes with time alone, without a new view.
import { useEffect, useState } from 'preact/hooks'

/** Draws again after so many milliseconds, when the next call may stand large or one has moved enough. */
export function useRedrawIn(ms: number | null): void {
  const [, redraw] = useState(0)
  useEffect(() => {
    if (ms === null) return undefined
    const timer = setTimeout(() => redraw((count) => count + 1), ms + 10)
    return () => clearTimeout(timer)
  })
}
