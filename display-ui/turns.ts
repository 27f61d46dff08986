// Pages that take turns, all boards' in one even rhythm.
import { useEffect, useState } from 'preact/hooks'

const TURN_MS = 8_000

/** The page to show now, from 0 to `count` - 1. */
export function useTurn(count: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (count < 2) return undefined
    const timer = setInterval(() => setTurn((last) => last + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [count])
  return count < 2 ? 0 : turn % count
}
