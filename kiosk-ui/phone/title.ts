// What stands on the tab and in the list of open pages: the call, while there is one.
import type { VisitPlan, VisitView } from '../../server/live/visit.ts'
import { counterName } from './names.ts'
import { phoneText } from './texts/index.ts'

/** The title of the page; `view` null before anything is known. */
export function titleOf(view: VisitView | null, plan: VisitPlan | null): string {
  if (!view) return `Antre – ${phoneText('title')}`
  const { number, steps } = view.visit
  const called = steps.find(({ status }) => status === 'called')
  const counter = called && plan ? counterName(plan, called.counter) : ''
  return counter ? phoneText('titleCalled', { counter, number }) : phoneText('titleNumber', { number })
}
