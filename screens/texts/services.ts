// The names of a service's statuses, which are words of the contract. Kept separate, because the kiosk, the boards
// and the phone, whose weight is limited, do not need them.
import type { ServiceStatus } from '../../server/hall/plan.ts'
import { type Translation, makeTexts } from '../i18n.ts'

export const id = {
  open: 'Buka',
  trial: 'Uji coba',
  soon: 'Segera hadir',
  paused: 'Berhenti sementara',
  elsewhere: 'Di tempat lain',
} as const

export const en: Translation<typeof id> = {
  open: 'Open',
  trial: 'Trial',
  soon: 'Coming soon',
  paused: 'Paused',
  elsewhere: 'Elsewhere',
}

const text = makeTexts({ id, en })

/** The name of a service's status, `Segera hadir`. */
export function serviceStatusText(status: ServiceStatus): string {
  return text(status)
}
