// Seconds until a tablet's page goes back to the start because nobody touches it.
import { useEffect, useRef, useState } from 'preact/hooks'

/**
 * Counts down from `limit` seconds; each touch or key begins anew. `restart`: another value begins anew too. `over` is
 * called once at the end.
 */
export function useIdle(
  limit: number,
  restart: boolean,
  over: () => void,
): { left: number; stay: () => void } {
  const [left, setLeft] = useState(limit)
  const ends = useRef(0)
  const stay = () => {
    ends.current = Date.now() + limit * 1000
    setLeft(limit)
  }
  useEffect(() => {
    stay()
    // The click, not the finger coming down: what asks must not vanish from below it.
    const touched = ['click', 'keydown', 'input', 'scroll']
    for (const name of touched) addEventListener(name, stay, { capture: true, passive: true })
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((ends.current - Date.now()) / 1000))
      // A clock that was put back keeps nobody waiting.
      setLeft(Math.min(now, limit))
      if (now > 0 && now <= limit) return
      if (now > limit) return stay()
      clearInterval(timer)
      over()
    }, 1000)
    return () => {
      clearInterval(timer)
      for (const name of touched) removeEventListener(name, stay, { capture: true })
    }
  }, [limit, restart])
  return { left, stay }
}
