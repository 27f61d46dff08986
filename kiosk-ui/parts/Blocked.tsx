// Why nobody gets a number here now, whatever the service. Empty while all is well.
import { Icon } from '../../screens/icons.tsx'
import { useKiosk, whyNoNumbers } from '../kiosk.ts'
import { kioskText } from '../texts/index.ts'
import { openingWords } from './Opening.tsx'

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
