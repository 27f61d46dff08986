// How many numbers a service gives today.
import { formatNumber } from '../../screens/format.ts'
import { Order } from './Order.tsx'
import type { ServiceFormProps } from './ServiceDialog.tsx'
import { superviseText } from './texts/index.ts'
import { pathOf } from './watch.ts'

export function QuotaForm({ at: { service, isTrue }, onDone, onBack }: ServiceFormProps) {
  return (
    <Order
      method="PUT"
      path={pathOf('services', service.id, 'quota')}
      go={superviseText('quotaGo')}
      body={(fields) => {
        const typed = String(fields.get('quota')).trim()
        return { quota: typed === '' ? null : Number(typed) }
      }}
      disabled={!isTrue}
      onDone={onDone}
      onBack={onBack}
    >
      <div class="field">
        <label for="quota">{superviseText('quotaLabel')}</label>
        <input
          id="quota"
          name="quota"
          type="number"
          min={0}
          max={100_000}
          step={1}
          defaultValue={service.quota === null ? '' : String(service.quota)}
          aria-describedby="quota-help"
        />
        <p class="soft" id="quota-help">
          {superviseText('quotaHelp', { taken: formatNumber(service.taken) })}
        </p>
      </div>
    </Order>
  )
}
