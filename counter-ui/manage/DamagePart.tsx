// What a start found missing or altered, what to do about it, and that the hall goes on with the journal as it is.
import { useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import { Button } from '../../screens/components/Button.tsx'
import { damageInWords } from '../staff-banner/StaffBanner.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { manageText } from './texts/index.ts'

/** For a manager, who alone can confirm it. */
export function DamagePart({ hall }: { hall: KioskView['hall'] | null }) {
  const [asked, ask] = useState(false)
  const found = hall ? damageInWords(hall) : []
  if (found.length === 0) return null
  return (
    <section class="part">
      <h2>{manageText('damageTitle')}</h2>
      {found.map((text) => (
        <p key={text}>
          <strong>{text}</strong>
        </p>
      ))}
      <p class="soft">{manageText('damageMeans')}</p>
      <Button kind="primary" onPress={() => ask(true)}>
        {manageText('damageConfirm')}
      </Button>
      {asked && (
        <Confirm
          title={manageText('damageConfirm')}
          text={manageText('damageAsk')}
          go={manageText('damageConfirm')}
          method="POST"
          path="/api/journal/confirm"
          onClose={() => ask(false)}
        />
      )}
    </section>
  )
}
