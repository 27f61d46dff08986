// Pausing the counter, with a reason and until when. The board shows both, so that those who wait know.
import { useState } from 'preact/hooks'
import { formatTime } from '../../screens/format.ts'
import { minutesUntil, timeAfter } from '../desk/until.ts'
import { panelText } from '../panel/texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { Minutes } from './Minutes.tsx'
import { OrderForm } from './OrderForm.tsx'
import { Reason, reasonIn } from './Reason.tsx'

const MINUTES = [10, 15, 30, 60]

export function Pause({ place }: { place: Workplace }) {
  const [time, setTime] = useState('')
  /** Chosen as a length, until a time is typed; it stays what was chosen while the clock goes on. */
  const [length, setLength] = useState<number | undefined>(undefined)
  const { hall, desk } = place
  const now = formatTime(desk.live.at.value ?? Date.now())
  const typed = time === '' ? undefined : minutesUntil(now, time)
  const minutes = length ?? typed

  function lasts(count: number | undefined): void {
    setLength(count)
    setTime(count === undefined ? '' : timeAfter(now, count))
  }

  function usual(reason: string): void {
    const known = hall.answer.value?.reasons.pause.find(({ id }) => id === reason)
    lasts(known && known.minutes)
  }

  return (
    <OrderForm
      place={place}
      title={panelText('pauseTitle')}
      go={panelText('pauseGo')}
      disabled={minutes === null}
      order={(fields) => {
        const reason = reasonIn(fields)
        return {
          path: 'pause',
          body: {
            ...(reason === undefined ? {} : { reason }),
            ...(typeof minutes === 'number' ? { minutes } : {}),
          },
        }
      }}
    >
      <Reason place={place} kind="pause" onChange={usual} />
      <Minutes legend={panelText('pauseUntil')} counts={MINUTES} value={minutes} onChange={lasts} />
      <div class="field">
        <label for="pause-time">{panelText('pauseTime')}</label>
        <input
          id="pause-time"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          placeholder={timeAfter(now, 30)}
          value={time}
          aria-invalid={minutes === null}
          onInput={(event) => {
            setLength(undefined)
            setTime(event.currentTarget.value)
          }}
        />
        <p class="soft">{minutes === null ? panelText('pauseTooFar') : panelText('pauseTimeHelp')}</p>
      </div>
    </OrderForm>
  )
}
