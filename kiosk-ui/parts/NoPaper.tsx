// Before the tap ends in nothing: this kiosk's own printer gives no paper now. Why is the staff's business.
import { Icon } from '../../screens/icons.tsx'
import { paperOf, useKiosk } from '../kiosk.ts'
import { kioskText } from '../texts/index.ts'

export function NoPaper() {
  if (paperOf(useKiosk()) !== 'empty') return null
  return (
    <p class="no-paper" role="status">
      <Icon name="printer" />
      <span>{kioskText('noPaper')}</span>
    </p>
  )
}
