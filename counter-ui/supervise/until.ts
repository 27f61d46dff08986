// Until when a service is paused: an instant, or what somebody wrote in the plan.
import { formatTime } from '../../screens/format.ts'
import { superviseText } from './texts/index.ts'

/** `sampai pukul 13.00`. The plan may hold any words; an instant is told as the hall's time. */
export function untilText(until: string): string {
  const time = /^\d{4}-\d{2}-\d{2}T/.test(until) ? formatTime(until) : until
  return superviseText('until', { time })
}
