// Passing the counter, with whoever is there, to a colleague who holds none.
import { useState } from 'preact/hooks'
import type { CounterView } from '../../server/live/counter.ts'
import { panelText } from '../panel/texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { Choices } from './Choices.tsx'
import { OrderForm } from './OrderForm.tsx'

export function HandOver({ place, view }: { place: Workplace; view: CounterView }) {
  const [to, choose] = useState('')
  const { colleagues, current } = view
  const isThere = colleagues.some(({ username }) => username === to)
  return (
    <OrderForm
      place={place}
      title={panelText('action.hand-over')}
      go={panelText('handOverGo')}
      disabled={!isThere}
      order={() => isThere && { path: 'hand-over', body: { username: to } }}
    >
      <p>{current ? panelText('handOverWith', { number: current.number }) : panelText('handOverLead')}</p>
      <Choices
        legend={panelText('handOverTo')}
        name="to"
        options={colleagues.map(({ username, name }) => ({ value: username, words: name }))}
        value={to}
        onChange={choose}
      />
    </OrderForm>
  )
}
