// Which call is new: each call and recall rings once, and one that is over rings no more.
import type { VisitView } from '../../server/live/visit.ts'
import type { Alerts } from './alert.ts'

export interface FollowCalls {
  /** Tell it every view. */
  seen(view: VisitView): void
}

/** Rings for calls; `show` is called with each new one, to bring the page back to its top. */
export function followCalls(alerts: Pick<Alerts, 'ring' | 'hush'>, show: () => void): FollowCalls {
  let heard = 0
  return {
    seen({ visit: { steps } }) {
      const calls = steps.reduce((sum, step) => sum + step.calls, 0)
      const isCalled = steps.some(({ status }) => status === 'called')
      if (!isCalled && heard > 0) alerts.hush()
      if (isCalled && calls > heard) {
        alerts.ring()
        show()
      }
      heard = isCalled ? calls : 0
    },
  }
}
