// Today's hours, which also tell who comes too early.
import { pick } from '../../screens/i18n.ts'
import { useKiosk, type Kiosk } from '../kiosk.ts'
import { openingOn } from '../opening.ts'
import { t } from '../texts/index.ts'

export function Opening() {
  const kiosk = useKiosk()
  const words = openingWords(kiosk)
  const view = kiosk.live.view.value
  return (
    words && (
      <p class="opening figures">
        <span>{words}</span>
        {view && view.hall.operation === 'trial' && <span class="opening-trial">{t('trialOperation')}</span>}
      </p>
    )
  )
}

/** `Buka hari ini 08.00–12.00`, or that it is a holiday; null while nothing is known. */
export function openingWords({ hall, live }: Kiosk): string | null {
  const [plan, view] = [hall.answer.value, live.view.value]
  if (!plan || !view) return null
  const { hours, holiday } = openingOn(view.hall.day, plan.hours, plan.holidays)
  if (holiday) return t('holiday', { name: pick(holiday) })
  return hours ? t('openToday', { hours }) : t('closedToday')
}
