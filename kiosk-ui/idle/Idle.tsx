// When nobody is there, the start goes to rest; a touch wakes it, and that touch presses nothing else. Anywhere else,
// the kiosk first asks whether somebody is still there.
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Banner } from '../../screens/components/Banner.tsx'
import { Clock } from '../../screens/components/Clock.tsx'
import { pick } from '../../screens/i18n.ts'
import { Mark } from '../../screens/mark.tsx'
import { useIdle } from '../idle-times.ts'
import { endVisit, useKiosk, whyNoNumbers } from '../kiosk.ts'
import { Blocked, Opening } from '../parts/Opening.tsx'
import { StillThere as AsksStillThere } from '../parts/StillThere.tsx'
import { kioskText, touchIn } from '../texts/index.ts'

/** Long enough to read the start screen, and to look for one's glasses. */
const QUIET = { quiet: 60, warning: 0 }
/** The second tap of a double tap, the other fingers of a hand. */
const SHIELD_MS = 500

/** `begun`: somebody is using it, so it neither sleeps nor falls asleep. */
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

// What an idle kiosk shows: whose hall this is, the time, today's hours, and how to begin, in every language. The
// styles move it a little every minute, so that nothing burns into the screen.
function Attract({ onWake }: { onWake: () => void }) {
  const kiosk = useKiosk()
  const { hall, live } = kiosk
  useEffect(() => {
    // Also by a key; the listener is on the page, so that the key presses nothing on the next screen.
    const onKey = (event: KeyboardEvent) => {
      event.preventDefault()
      onWake()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const plan = hall.answer.value
  const view = live.view.value
  return (
    <div class="attract">
      <Banner freshness={live.freshness.value} refused={live.refused.value} hall={view && view.hall} />
      <main class="attract-words">
        <Mark />
        <h1 class="attract-name">{plan ? pick(plan.name) : kioskText('title')}</h1>
        <Clock at={live.at.value} day />
        {whyNoNumbers(kiosk) !== 'hall' && <Opening />}
        <Blocked />
        <button type="button" class="attract-touch" onClick={onWake}>
          {(plan ? plan.languages : ['id', 'en']).map((code) => {
            const words = touchIn(code)
            return (
              words && (
                <span key={code} lang={code}>
                  {words}
                </span>
              )
            )
          })}
        </button>
      </main>
    </div>
  )
}

// A visitor who leaves half-way leaves nothing behind.
export function StillThere() {
  const kiosk = useKiosk()
  return (
    <AsksStillThere
      title={kioskText('stillThere')}
      hint={(seconds) => kioskText('stillThereHint', { seconds })}
      stay={kioskText('stay')}
      onEnd={() => endVisit(kiosk)}
    />
  )
}
