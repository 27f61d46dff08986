// Which services of its agency a counter serves today.
import { useState } from 'preact/hooks'
import { formatNumber } from '../../screens/format.ts'
import { serviceName } from '../parts/names.ts'
import type { FormProps } from './Assign.tsx'
import { Order } from './Order.tsx'
import { superviseText } from './texts/index.ts'
import { pathOf } from './watch.ts'

export function CounterServices({ at: { watch, view, counter, isTrue }, onDone, onBack }: FormProps) {
  const [chosen, choose] = useState<readonly string[]>(counter.services)
  const agency = watch.hall.counters.value.get(counter.id)?.agency
  const services = view.services.filter(({ id }) => watch.hall.services.value.get(id)?.agency === agency)
  return (
    <Order
      method="PUT"
      path={pathOf('counters', counter.id, 'services')}
      go={superviseText('servicesGo')}
      // In the plan's order, whatever the order of the ticks.
      body={() => ({ services: services.map(({ id }) => id).filter((id) => chosen.includes(id)) })}
      disabled={!isTrue || chosen.length === 0}
      onDone={onDone}
      onBack={onBack}
    >
      <p class="soft">{superviseText('servicesTodayLead')}</p>
      <fieldset class="picks">
        <legend class="visually-hidden">{superviseText('doing.services')}</legend>
        {services.map(({ id, waiting }) => (
          <label key={id} class="pick-row">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                choose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <span>{serviceName(watch.hall, id)}</span>
            <span class="soft figures">
              {waiting === 0 ? '' : superviseText('waiting', { count: formatNumber(waiting) })}
            </span>
          </label>
        ))}
      </fieldset>
    </Order>
  )
}
