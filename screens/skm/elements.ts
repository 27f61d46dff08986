// The words of the regulation, on every page and in every document that shows an IKM: the nine elements, and what the bands
// are called. `elementText('persyaratan')`.
import { type Translation, isKey, makeTexts } from '../i18n.ts'

const nine = {
  persyaratan: 'Persyaratan',
  prosedur: 'Sistem, mekanisme, dan prosedur',
  waktu: 'Waktu penyelesaian',
  biaya: 'Biaya/tarif',
  produk: 'Produk spesifikasi jenis pelayanan',
  kompetensi: 'Kompetensi pelaksana',
  perilaku: 'Perilaku pelaksana',
  pengaduan: 'Penanganan pengaduan, saran, dan masukan',
  sarana: 'Sarana dan prasarana',
} as const

/** The elements that every survey of this kind asks about, in the order of the regulation. */
export const NINE = Object.keys(nine) as (keyof typeof nine)[]

export const id = {
  ...nine,
  'mutu.A': 'Sangat Baik',
  'mutu.B': 'Baik',
  'mutu.C': 'Kurang Baik',
  'mutu.D': 'Tidak Baik',
} as const

export const en: Translation<typeof id> = {
  persyaratan: 'Requirements',
  prosedur: 'System, mechanism and procedure',
  waktu: 'Time to completion',
  biaya: 'Fees',
  produk: 'Product of the service',
  kompetensi: 'Competence of staff',
  perilaku: 'Conduct of staff',
  pengaduan: 'Handling of complaints, suggestions and input',
  sarana: 'Facilities',
  'mutu.A': 'Very good',
  'mutu.B': 'Good',
  'mutu.C': 'Less good',
  'mutu.D': 'Not good',
}

export const elementText = makeTexts({ id, en })

/** The name of one of the nine; any other is the hall's own, and is shown as it is written. */
export const elementName = (element: string): string => (isKey(id, element) ? elementText(element) : element)

/** `A · Sangat Baik`; empty if there is none. */
export function mutuWords(mutu: string | null): string {
  const key = `mutu.${mutu ?? ''}`
  return mutu !== null && isKey(id, key) ? `${mutu} · ${elementText(key)}` : ''
}
