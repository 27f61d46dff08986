// Setting a visitor aside, with a reason and until when.
import { useState } from 'preact/hooks'
import { sharedText } from '../../screens/texts/index.ts'
import type { Visit } from '../parts/Current.tsx'
import { t } from '../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { Choices } from './Choices.tsx'
import { OrderForm } from './OrderForm.tsx'
import { Reason, reasonIn } from './Reason.tsx'

const MINUTES = [5, 10, 15, 30, 60]
const NO_TIME = ''

export function Hold({ place, current }: { place: Workplace; current: Visit }) {
  const [minutes, setMinutes] = useState(NO_TIME)
  return (
    <OrderForm
      place={place}
      title={t('holdTitle', { number: current.number })}
      go={t('hold')}
      order={(fields) => {
        const reason = reasonIn(fields)
        return {
          path: 'hold',
          body: {
            ...(reason === undefined ? {} : { reason }),
            ...(minutes === NO_TIME ? {} : { minutes: Number(minutes) }),
          },
        }
      }}
    >
      <Reason place={place} kind="hold" />
      <Choices
        legend={t('holdMinutes')}
        name="minutes"
        options={[
          { value: NO_TIME, words: t('holdNoTime') },
          ...MINUTES.map((count) => ({
            value: String(count),
            words: sharedText('minutes', { minutes: count }),
          })),
        ]}
        value={minutes}
        onChange={setMinutes}
      />
    </OrderForm>
  )
}
