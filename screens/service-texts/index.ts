// The names of a service's statuses, which come as words of the contract. On their own, because the kiosk, the boards and
// the phone, whose weight is bounded, have no use for them.
import type { ServiceStatus } from '../../server/hall/plan.ts'
import { makeTexts } from '../i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

const text = makeTexts({ id, en })

/** The name of a service's status, `Segera hadir`. */
export function serviceStatusText(status: ServiceStatus): string {
  return text(status)
}
