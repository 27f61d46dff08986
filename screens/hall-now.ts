// The hall's clock on a screen: the server's time at its last sign of life, carried on by the device's own monotonic
// clock, so that a TV with a wrong clock still shows the right time.
import { useEffect, useRef, useState } from 'preact/hooks'

/**
 * The hall's time now in milliseconds since 1970, ticking every `everyMs`; null before the first sign of life.
 * `at` is a live connection's `at`.
 */
export function useHallNow(at: string | null, everyMs = 1000): number | null {
  const heard = useRef<{ at: string; hall: number; device: number } | null>(null)
  if (at !== null && (!heard.current || heard.current.at !== at)) {
    heard.current = { at, hall: Date.parse(at), device: performance.now() }
  }
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return heard.current && heard.current.hall + performance.now() - heard.current.device
}
