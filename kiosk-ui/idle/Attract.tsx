// What an idle kiosk shows: whose house this is, the time, today's hours, and how to begin, in every language.
// The styles move it a little every minute, so that nothing burns into the glass.
import { useEffect } from 'preact/hooks'
import { Banner } from '../../screens/components/Banner.tsx'
import { Clock } from '../../screens/components/Clock.tsx'
import { pick } from '../../screens/i18n.ts'
import { Mark } from '../../screens/mark.tsx'
import { useKiosk, whyNoNumbers } from '../kiosk.ts'
import { Blocked } from '../parts/Blocked.tsx'
import { Opening } from '../parts/Opening.tsx'
import { kioskText, touchIn } from '../texts/index.ts'

export function Attract({ onWake }: { onWake: () => void }) {
  const kiosk = useKiosk()
  const { hall, live } = kiosk
  useEffect(() => {
    // By the key too; on the page, so that the key presses nothing of what comes.
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
