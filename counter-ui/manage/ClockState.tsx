// The hall's clock: whether it can be believed, what a manager confirms, and the day that can be opened again.
import { useEffect, useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import { fetchJson } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatDay, formatDayLabel, formatNumber, formatTime } from '../../screens/format.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { m } from './texts/index.ts'

/** The answer of `GET /api/clock`. */
interface ClockNow {
  system: string
  hall: string
  people: number
  closed: { day: string; people: number } | null
}

const MEANS = {
  waits: 'clockWaitsMeans',
  unsure: 'clockUnsureMeans',
  behind: 'clockSuspectMeans',
  ahead: 'clockLeaptMeans',
} as const
const NAMES = {
  right: 'clockGood',
  waits: 'clockWaits',
  unsure: 'clockUnsure',
  behind: 'clockSuspect',
  ahead: 'clockSuspect',
} as const

interface Props {
  state: KioskView['hall']['clock']
  day: string
  /** Numbers taken today: with the first one the day before can't be opened again. */
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
      <dt>{m('clock')}</dt>
      <dd>
        <strong>{m(NAMES[state])}</strong>
        {state !== 'right' && (
          <>
            <p class="soft">{m(MEANS[state])}</p>
            {now && <p>{m('clockTimes', { system: moment(now.system), hall: moment(now.hall) })}</p>}
            <Button kind="primary" onPress={() => ask('confirm')}>
              {m('clockConfirm')}
            </Button>
          </>
        )}
        {closed && closed.people > 0 && (
          <>
            <p class="soft">
              {m('reopenMeans', { day: formatDayLabel(closed.day), count: formatNumber(closed.people) })}
            </p>
            <Button onPress={() => ask('reopen')}>{m('reopen', { day: formatDayLabel(closed.day) })}</Button>
          </>
        )}
      </dd>
      {asked === 'confirm' && (
        <Confirm
          title={m('clockConfirm')}
          text={
            now
              ? m('clockAskTime', { system: moment(now.system), count: formatNumber(now.people) })
              : m('clockAsk')
          }
          go={m('clockConfirm')}
          method="POST"
          path="/api/clock/confirm"
          onClose={close}
        />
      )}
      {asked === 'reopen' && closed && (
        <Confirm
          title={m('reopen', { day: formatDayLabel(closed.day) })}
          text={m('reopenAsk')}
          go={m('reopenGo')}
          method="POST"
          path="/api/day/reopen"
          onClose={close}
        />
      )}
    </>
  )
}
