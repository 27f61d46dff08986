// The state of the hall: trial or regular operation, whether it gives numbers, whether its clock and its journal can
// be trusted.
import { useState, useEffect } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatNumber, formatDay, formatDayLabel, formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Confirm } from '../parts/Ends.tsx'
import { damageInWords } from '../parts/StaffBanner.tsx'
import { fetchJson } from '../../screens/command.ts'
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

// The hall's clock: whether it can be trusted, what a manager confirms, and the day that can be opened again.

/** The answer of `GET /api/clock`. */
interface ClockNow {
  system: string
  hall: string
  people: number
  closed: { day: string; people: number } | null
}

interface Props {
  state: KioskView['hall']['clock']
  day: string
  /** Numbers taken today: once there is one, the previous day can't be opened again. */
  taken: number
}

function ClockState({ state, day, taken }: Props) {
  const [asked, ask] = useState<'confirm' | 'reopen' | null>(null)
  const [now, setNow] = useState<ClockNow | null>(null)
  const begun = taken > 0
  useEffect(() => {
    let gone = false
    void fetchJson<ClockNow>('/api/clock').then((outcome) => {
      if (outcome.ok && !gone) setNow(outcome.data)
    })
    return () => {
      gone = true
    }
  }, [state, day, begun, asked])
  const close = () => ask(null)
  const closed = now && !begun ? now.closed : null
  const moment = (at: string) => `${formatDay(at)}, ${formatTime(at)}`
  return (
    <>
      <dt>{manageText('clock')}</dt>
      <dd>
        <strong>{manageText(`clock.${state}`)}</strong>
        {state !== 'right' && (
          <>
            <p class="soft">{manageText(`clock-means.${state}`)}</p>
            {now && <p>{manageText('clockTimes', { system: moment(now.system), hall: moment(now.hall) })}</p>}
            <Button kind="primary" onPress={() => ask('confirm')}>
              {manageText('clockConfirm')}
            </Button>
          </>
        )}
        {closed && closed.people > 0 && (
          <>
            <p class="soft">
              {manageText('reopenMeans', {
                day: formatDayLabel(closed.day),
                count: formatNumber(closed.people),
              })}
            </p>
            <Button onPress={() => ask('reopen')}>
              {manageText('reopen', { day: formatDayLabel(closed.day) })}
            </Button>
          </>
        )}
      </dd>
      {asked === 'confirm' && (
        <Confirm
          title={manageText('clockConfirm')}
          text={
            now
              ? manageText('clockAskTime', { system: moment(now.system), count: formatNumber(now.people) })
              : manageText('clockAsk')
          }
          go={manageText('clockConfirm')}
          method="POST"
          path="/api/clock/confirm"
          onClose={close}
        />
      )}
      {asked === 'reopen' && closed && (
        <Confirm
          title={manageText('reopen', { day: formatDayLabel(closed.day) })}
          text={manageText('reopenAsk')}
          go={manageText('reopenGo')}
          method="POST"
          path="/api/day/reopen"
          onClose={close}
        />
      )}
    </>
  )
}
