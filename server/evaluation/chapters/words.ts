// Codes of the hall in the words of the document, which is in Indonesian.
import type { ServiceStatus } from '../../hall/plan.ts'
import type { PublishedComponent } from '../../hall/standard.ts'
import type { FindingSource } from '../../findings/finding.ts'
import { lookUp } from '../../hall/look-up.ts'
import { id as regulation } from '../../../screens/skm/elements.ts'

/** Stands where the manager has not answered; nothing is made up. */
export const UNSAID = 'belum diisi'

export const phases: Readonly<Record<ServiceStatus, string>> = {
  open: 'buka',
  trial: 'uji coba',
  soon: 'segera hadir',
  paused: 'jeda',
  elsewhere: 'di tempat lain',
}

export const operations = { trial: 'uji coba', regular: 'biasa' } as const

export const components: Readonly<Record<PublishedComponent, string>> = {
  requirements: 'Persyaratan',
  procedure: 'Prosedur',
  time: 'Jangka waktu',
  fee: 'Biaya',
  product: 'Produk',
  complaints: 'Pengaduan',
}

const markKinds: Readonly<Record<string, string>> = {
  opening: 'pembukaan',
  counter: 'loket',
  change: 'perubahan',
  finding: 'temuan',
  other: 'lainnya',
}
export const markKind = (kind: string) => lookUp(markKinds, kind) ?? kind

export const findingSources: Readonly<Record<FindingSource, string>> = {
  ministry: 'Kementerian PANRB',
  ombudsman: 'Ombudsman',
  trial: 'uji coba',
  visitor: 'pengunjung',
  staff: 'petugas',
  survey: 'survei kepuasan',
}

export const facilityStates = {
  unknown: 'belum diperiksa',
  there: 'ada',
  lacking: 'belum ada',
  'not-needed': 'tidak perlu',
} as const

export const findingStates = {
  open: 'baru',
  working: 'dikerjakan',
  done: 'selesai',
  dropped: 'tidak dilanjutkan',
} as const

const elements: Readonly<Record<string, string>> = regulation
export const elementName = (element: string) => lookUp(elements, element) ?? element

const incidents: Readonly<Record<string, string>> = {
  survived: 'gangguan program, pelayanan berlanjut',
  restarted: 'program dimulai ulang',
  ended: 'program berhenti tanpa pemberitahuan',
}
export const incidentKind = (kind: string) => lookUp(incidents, kind) ?? kind

export const watchedKinds = {
  server: 'server',
  kiosk: 'kios',
  display: 'layar',
  printer: 'pencetak',
} as const
