// The names of a step's statuses, which are words of the contract: `stepStatusText('serving')`, `Sedang dilayani`.
// Separate from what all screens say: boards, which must be light, show none of it.
import { type Translation, makeTexts } from '../i18n.ts'

export const id = {
  blocked: 'Menunggu langkah sebelumnya',
  waiting: 'Menunggu',
  called: 'Dipanggil',
  serving: 'Sedang dilayani',
  held: 'Ditunda',
  missed: 'Terlewat',
  done: 'Selesai',
  cancelled: 'Dibatalkan',
  expired: 'Tidak berlaku lagi',
} as const

export const en: Translation<typeof id> = {
  blocked: 'After the step before it',
  waiting: 'Waiting',
  called: 'Called',
  serving: 'Being served',
  held: 'On hold',
  missed: 'Missed',
  done: 'Done',
  cancelled: 'Cancelled',
  expired: 'No longer valid',
}

export type StepStatus = keyof typeof id

export const stepStatusText: (status: StepStatus) => string = makeTexts({ id, en })
