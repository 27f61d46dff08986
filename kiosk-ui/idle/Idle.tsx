// When nobody is there: the start goes to rest, a touch wakes it, and that touch presses nothing else.
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useIdle } from '../idle.ts'
import { endVisit, useKiosk } from '../kiosk.ts'
import { Attract } from './Attract.tsx'

/** Long enough to read the start, and to look for one's glasses. */
const QUIET = { quiet: 60, warning: 0 }
/** The second tap of a double tap, the other fingers of a hand. */
const SHIELD_MS = 500

/** `begun`: somebody is at it, and the kiosk neither sleeps nor is asleep. */
export function Idle({ begun, children }: { begun: boolean; children: ComponentChildren }) {
  const kiosk = useKiosk()
  const [state, become] = useState<'awake' | 'asleep' | 'waking'>('awake')
  useEffect(() => {
    if (begun && state === 'asleep') become('awake')
  }, [begun, state])
  useEffect(() => {
    if (state !== 'waking') return undefined
    const timer = setTimeout(() => become('awake'), SHIELD_MS)
    return () => clearTimeout(timer)
  }, [state])
  const sleep = () => {
    if (begun) return
    endVisit(kiosk)
    become('asleep')
  }
  useIdle(QUIET, sleep, String(begun))
  if (state === 'asleep' && !begun) return <Attract onWake={() => become('waking')} />
  return (
    <>
      {children}
      {state === 'waking' && <div class="shield" aria-hidden="true" />}
    </>
  )
}
