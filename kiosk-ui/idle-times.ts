// When the visitor has gone: the kiosk asks, counts down, and goes back to its start.
import { useEffect, useState } from 'preact/hooks'

export interface IdleTimes {
  /** Seconds without a touch or a key until it asks. */
  quiet: number
  /** Seconds it then waits for an answer. */
  warning: number
}

/** A visit that nobody continues. WCAG 2.2.1 asks for at least 20 seconds to say that more time is needed. */
export const STILL_THERE: IdleTimes = { quiet: 45, warning: 20 }
/** To take a slip from the printer. */
export const TO_TAKE: IdleTimes = { quiet: 0, warning: 20 }
/** To write four characters down, at the end with a note of what happens to the number otherwise. */
export const TO_NOTE: IdleTimes = { quiet: 60, warning: 30 }

/**
 * How often it checks. It compares deadlines instead of counting ticks, so that a sleeping screen wakes up at the
 * right point.
 */
const LOOK_MS = 250
const SIGNS = ['click', 'keydown', 'input', 'wheel', 'touchmove'] as const

/**
 * Seconds left once it asks whether anybody is there, null before. Any touch or key restarts the time; so does a
 * change of `key`. A touch counts when it ends: if the question vanished under the finger, the finger would press what
 * lies beneath. `onEnd` is called once when the time is over.
 */
export function useIdle({ quiet, warning }: IdleTimes, onEnd: () => void, key: string): number | null {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    let deadline = 0
    const touched = () => {
      deadline = performance.now() + (quiet + warning) * 1000
      setLeft(null)
    }
    const look = () => {
      const seconds = Math.ceil((deadline - performance.now()) / 1000)
      if (seconds > warning) return
      if (seconds > 0) return setLeft(seconds)
      touched()
      onEnd()
    }
    touched()
    look()
    const timer = setInterval(look, LOOK_MS)
    for (const sign of SIGNS) addEventListener(sign, touched, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) removeEventListener(sign, touched)
    }
  }, [quiet, warning, key])
  return left
}
