// Placing somebody at a counter: who, and where each is now. Who has a visitor can't be called away, and no visitor loses
// the person who serves.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { sharedText } from '../../screens/texts/index.ts'
import { counterName } from '../parts/names.ts'
import type { CounterAt } from './CounterDialog.tsx'
import { Order } from './Order.tsx'
import { superviseText } from './texts/index.ts'
import { pathOf } from './watch.ts'

export interface FormProps {
  at: CounterAt
  onDone: () => void
  onBack: () => void
}

export function Assign({ at: { watch, view, counter, isTrue }, onDone, onBack }: FormProps) {
  const [chosen, choose] = useState<string | null>(null)
  const agency = watch.hall.counters.value.get(counter.id)?.agency
  const people = view.staff.filter(
    (person) => person.agency === agency && person.username !== counter.staff?.username,
  )
  const atWork = new Map(
    view.counters.flatMap(({ id, current }) => (current && id !== counter.id ? [[id, current.number]] : [])),
  )
  const isBusy = (where: string | null) => atWork.has(where ?? '')
  const person = people.find(({ username }) => username === chosen)
  const isReady = person !== undefined && !isBusy(person.counter)
  if (counter.current) return <Busy number={counter.current.number} onBack={onBack} />
  return (
    <Order
      method="POST"
      path={pathOf('counters', counter.id, 'assign')}
      go={superviseText('assignGo')}
      body={() => (isReady ? { username: chosen, call: counter.current && counter.current.call } : null)}
      disabled={!isTrue || !isReady}
      onDone={onDone}
      onBack={onBack}
    >
      <p class="soft">{people.length === 0 ? superviseText('assignNone') : superviseText('assignLead')}</p>
      <fieldset class="picks">
        <legend class="visually-hidden">{superviseText('doing.assign')}</legend>
        {people.map(({ username, name, counter: where, signedIn }) => (
          <label key={username} class={isBusy(where) ? 'pick-row pick-off' : 'pick-row'}>
            <input
              type="radio"
              name="username"
              value={username}
              disabled={isBusy(where)}
              checked={chosen === username}
              onChange={() => choose(username)}
            />
            <span>{name}</span>
            <span class="soft">
              {where !== null
                ? counterName(watch.hall, where)
                : superviseText(signedIn ? 'noCounter' : 'notSignedIn')}
              {isBusy(where) && ` · ${atWork.get(where ?? '')}`}
            </span>
          </label>
        ))}
      </fieldset>
    </Order>
  )
}

function Busy({ number, onBack }: { number: string; onBack: () => void }) {
  return (
    <div class="about">
      <p>{superviseText('assignBusy', { number })}</p>
      <Button kind="quiet" onPress={onBack}>
        {sharedText('back')}
      </Button>
    </div>
  )
}
