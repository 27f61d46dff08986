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
/** With a second call, and a printer at some counters. */
const more: Plan = {
  ...rulesPlan,
  secondCallSeconds: 90,
  printers: [counterPrinter('printer-1', ['loket-1', 'loket-3'])],
}
export const plans: readonly Plan[] = [
  rulesPlan,
  more,
  more,
  withPhase('sim', { status: 'paused', until: null, reason: null }),
  withPhase('tabungan', { status: 'open' }),
  regularPlan,
  fewer,
]
