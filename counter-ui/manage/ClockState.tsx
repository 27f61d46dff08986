// The hall's clock: whether it can be trusted, what a manager confirms, and the day that can be opened again.
import { useEffect, useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import { fetchJson } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatDay, formatDayLabel, formatNumber, formatTime } from '../../screens/format.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { manageText } from './texts/index.ts'

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

export function ClockState({ state, day, taken }: Props) {
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
