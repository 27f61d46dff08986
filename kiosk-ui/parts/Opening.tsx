// Today's hours, or when the hall opens next; and why nobody gets a number here now, whatever the service.
import { Icon } from '../../screens/icons.tsx'
import { useKiosk, whyNoNumbers, type Kiosk } from '../kiosk.ts'
import { kioskText } from '../texts/index.ts'
import { pick } from '../../screens/i18n.ts'

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

// Why nobody gets a number here now, whatever the service. Empty while all is well.

export function Blocked() {
  const kiosk = useKiosk()
  const why = whyNoNumbers(kiosk)
  // During a page's first second this is not a fault.
  if (!why || kiosk.live.freshness.value === 'connecting') return null
  return (
    <p class="blocked" role="status">
      <Icon name="warning" />
      <span>
        {kioskText(`blocked.${why}`)} {why === 'hall' && openingWords(kiosk)}
      </span>
    </p>
  )
}
