// The plans of the random days; the hall begins with the first, and the others are revisions of it.
import type { Plan } from '../../server/hall/plan.ts'
import { counterPrinter, regularPlan, rulesPlan, withPhase } from '../rules/rules-plan.ts'

const fewer = {
  ...rulesPlan,
  services: rulesPlan.services.filter(({ id }) => id !== 'akta'),
  counters: rulesPlan.counters
    .filter(({ id }) => id !== 'loket-6')
    .map((counter) => (counter.id === 'loket-1' ? { ...counter, services: ['kk', 'ktp'] } : counter)),
}
/** With a second call, a printer at some counters, and a place to wait. */
const more: Plan = {
  ...rulesPlan,
  secondCallSeconds: 90,
  places: [{ id: 'kantin', name: { id: 'Kantin', en: 'Canteen' }, minutes: 5 }],
  printers: [counterPrinter('printer-1', ['loket-1', 'loket-3'])],
}
const day = (...spans: [number, number][]) => spans.map(([from, to]) => ({ from: from * 60, to: to * 60 }))
const daily = (...spans: [number, number][]) => {
  const hours = day(...spans)
  return { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours }
}
/** In regular operation, every day with several breaks: the hall's, an agency's, a service's; one day has hours of its own. */
const breaks: Plan = {
  ...more,
  operation: 'regular',
  hours: daily([7, 12], [13, 17], [18, 22]),
  days: [{ day: '2027-01-02', name: more.name, spans: day([9, 10], [11, 20]), open: ['dukcapil', 'polres'] }],
  agencies: more.agencies.map((one) =>
    one.id === 'dukcapil' ? { ...one, hours: daily([8, 10], [11, 21]) } : one,
  ),
  services: more.services.map((one) =>
    one.id === 'ktp' ? { ...one, hours: daily([8, 9], [14, 15], [16, 22]) } : one,
  ),
}
export const plans: readonly Plan[] = [
  rulesPlan,
  more,
  breaks,
  withPhase('sim', { status: 'paused', until: null, reason: null }),
  withPhase('tabungan', { status: 'open' }),
  regularPlan,
  fewer,
]
