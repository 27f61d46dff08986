// Placing somebody at a counter for today: who, and where each is now.
import { useState } from 'preact/hooks'
import { counterName } from '../parts/names.ts'
import type { CounterAt } from './CounterDialog.tsx'
import { Order } from './Order.tsx'
import { v } from './texts/index.ts'
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
  return (
    <Order
      method="POST"
      path={pathOf('counters', counter.id, 'assign')}
      go={v('assignGo')}
      body={() => (chosen === null ? null : { username: chosen })}
      disabled={!isTrue || chosen === null}
      onDone={onDone}
      onBack={onBack}
    >
      <p class="soft">{people.length === 0 ? v('assignNone') : v('assignLead')}</p>
      <fieldset class="picks">
        <legend class="visually-hidden">{v('assign')}</legend>
        {people.map(({ username, name, counter: where, signedIn }) => (
          <label key={username} class="pick-row">
            <input
              type="radio"
              name="username"
              value={username}
              checked={chosen === username}
              onChange={() => choose(username)}
            />
            <span>{name}</span>
            <span class="soft">
              {where !== null ? counterName(watch.hall, where) : v(signedIn ? 'noCounter' : 'notSignedIn')}
            </span>
          </label>
        ))}
      </fieldset>
    </Order>
  )
}
