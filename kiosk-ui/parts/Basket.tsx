// What has been chosen so far, above the tools of every screen where more can be chosen, with the way on.
import { Button } from '../../screens/components/Button.tsx'
import { pick } from '../../screens/i18n.ts'
import { chosenServices, useKiosk } from '../kiosk.ts'
import { kioskText } from '../texts/index.ts'

/** Null while nothing is chosen. */
export function useBasket() {
  const kiosk = useKiosk()
  const chosen = chosenServices(kiosk)
  if (chosen.length === 0) return null
  return (
    <>
      <p class="basket-names">{chosen.map(({ name }) => pick(name)).join(' · ')}</p>
      <Button kind="primary" size="huge" onPress={() => kiosk.trip.go({ at: 'check' })}>
        {chosen.length === 1 ? kioskText('proceed') : kioskText('proceedWith', { count: chosen.length })}
      </Button>
    </>
  )
}
