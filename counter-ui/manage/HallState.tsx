// The state of the hall: trial or regular operation, whether it gives numbers, whether its clock and its journal can
// be trusted.
import { useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatNumber } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { damageInWords } from '../parts/StaffBanner.tsx'
import { ClockState } from './ClockState.tsx'
import { manageText } from './texts/index.ts'

export function HallState({ hall, view }: { hall: Hall; view: KioskView | null }) {
  const [asked, ask] = useState<'operation' | null>(null)
  const answer = hall.answer.value
  if (!answer || !view) return null
  const { operation } = view.hall
  const other = operation === 'trial' ? 'regular' : 'trial'
  const waiting = view.services.reduce((sum, service) => sum + service.waiting, 0)
  const taken = view.services.reduce((sum, service) => sum + service.taken, 0)
  const close = () => ask(null)
  return (
    <>
      <section class="part">
        <h2>{pick(answer.name)}</h2>
        <dl class="states">
          <dt>{manageText('operation')}</dt>
          <dd>
            <strong>{manageText(`operation.${operation}`)}</strong>
            <p class="soft">{manageText(`operation-means.${operation}`)}</p>
            <Button onPress={() => ask('operation')}>{manageText(`operation-to.${other}`)}</Button>
          </dd>
          <dt>{manageText('tickets')}</dt>
          <dd>
            <strong>
              {manageText(view.hall.clockSuspect ? 'ticketsClock' : view.open ? 'ticketsYes' : 'ticketsNo')}
            </strong>
            <p class="soft">{manageText('waiting', { count: formatNumber(waiting) })}</p>
          </dd>
          <ClockState state={view.hall.clock} day={view.hall.day} taken={taken} />
        </dl>
      </section>
      {asked === 'operation' && (
        <Confirm
          title={manageText(`operation-to.${other}`)}
          text={manageText(`operation-ask.${other}`)}
          go={manageText(`operation-to.${other}`)}
          method="POST"
          path="/api/operation"
          body={{ operation: other }}
          onClose={close}
        />
      )}
    </>
  )
}

// What a start found missing or altered, what to do about it, and a confirmation that the hall goes on with the
// journal as it is.

/** Only for managers, who alone can confirm it. */
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
