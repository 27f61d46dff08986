// How many documents are handed over to the visitor, if the plan says that the service hands any over: one, unless the
// officer says otherwise, so that finishing stays a single press.
import { signal } from '@preact/signals'
import type { Hall } from '../../screens/hall.ts'
import type { CounterView } from '../../server/live/counter.ts'

export const MOST_DOCUMENTS = 20

/** For one call: the next visitor begins with one again. */
const said = signal({ call: '', count: 1 })

/** What finishing would note now, 0 to 20; null: nobody is being served here, or the service hands nothing over. */
export function documentsHere({ services }: Pick<Hall, 'services'>, { current }: CounterView): number | null {
  if (!current || current.status !== 'serving') return null
  const service = services.value.get(current.service)
  if (!service || !service.documents) return null
  return said.value.call === current.call ? said.value.count : 1
}

/** The officer says how many. */
export function sayDocuments({ current }: CounterView, count: number): void {
  if (current) said.value = { call: current.call, count }
}
