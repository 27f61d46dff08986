// Today's hours; outside them, when the hall opens next.
import { pick } from '../../screens/i18n.ts'
import { useKiosk, type Kiosk } from '../kiosk.ts'
import { kioskText } from '../texts/index.ts'

export function Opening() {
  const kiosk = useKiosk()
  const words = openingWords(kiosk)
  const view = kiosk.live.view.value
  return (
    words && (
      <p class="opening figures">
        <span>{words}</span>
        {view && view.hall.operation === 'trial' && (
          <span class="opening-trial">{kioskText('trialOperation')}</span>
        )}
      </p>
    )
  )
}

/** `Buka hari ini 08.00–12.00`; when closed `Buka Senin, 30 Nov, 08.00`, and which holiday it is; null while nothing is known. */
export function openingWords({ live }: Kiosk): string | null {
  const view = live.view.value
  return view && pick(view.opening)
}
