// Setting a visitor aside, with a reason and until when.
import { useState } from 'preact/hooks'
import type { Visit } from '../parts/Current.tsx'
import { panelText } from '../panel/texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { Minutes } from './Minutes.tsx'
import { OrderForm } from './OrderForm.tsx'
import { Reason, reasonIn } from './Reason.tsx'

const MINUTES = [5, 10, 15, 30, 60]

export function Hold({ place, current }: { place: Workplace; current: Visit }) {
  const [minutes, setMinutes] = useState<number | undefined>(undefined)
  return (
    <OrderForm
      place={place}
      title={panelText('holdTitle', { number: current.number })}
      go={panelText('action.hold')}
      order={(fields) => {
        const reason = reasonIn(fields)
        return {
          path: 'hold',
          body: {
            ...(reason === undefined ? {} : { reason }),
            ...(minutes === undefined ? {} : { minutes }),
          },
        }
      }}
    >
      <Reason place={place} kind="hold" />
      <Minutes legend={panelText('holdMinutes')} counts={MINUTES} value={minutes} onChange={setMinutes} />
    </OrderForm>
  )
}
