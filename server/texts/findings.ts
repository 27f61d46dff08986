// What findings are about, in words: the subjects that one tap notes, the parts of the building, and the usual
// facilities, those for vulnerable visitors first.
import type { buildingParts, Subject } from '../findings/finding.ts'

export interface Named {
  readonly id: string
  readonly en: string
}

export const subjectNames: Readonly<Record<Subject, Named>> = {
  'air-conditioning': { id: 'AC, panas', en: 'Air conditioning, heat' },
  seats: { id: 'Kursi', en: 'Seats' },
  screens: { id: 'Layar, televisi', en: 'Screens, televisions' },
  sound: { id: 'Suara panggilan', en: 'Sound of calls' },
  kiosk: { id: 'Mesin antrean', en: 'Queue kiosk' },
  printers: { id: 'Pencetak, kertas', en: 'Printers, paper' },
  internet: { id: 'Internet, komputer', en: 'Internet, computers' },
  power: { id: 'Listrik, lampu', en: 'Electricity, light' },
  toilet: { id: 'Toilet, air', en: 'Toilet, water' },
  cleanliness: { id: 'Kebersihan', en: 'Cleanliness' },
  signs: { id: 'Petunjuk arah, tulisan', en: 'Signs' },
  access: { id: 'Akses disabilitas', en: 'Access for disabled visitors' },
  staff: { id: 'Petugas kurang', en: 'Too few staff' },
  papers: { id: 'Formulir, persyaratan', en: 'Forms, requirements' },
  other: { id: 'Lainnya', en: 'Something else' },
}

export const partNames: Readonly<Record<(typeof buildingParts)[number], Named>> = {
  entrance: { id: 'Pintu masuk', en: 'Entrance' },
  hall: { id: 'Ruang tunggu', en: 'Waiting hall' },
  toilet: { id: 'Toilet', en: 'Toilet' },
  parking: { id: 'Parkir', en: 'Parking' },
  corridor: { id: 'Lorong, tangga', en: 'Corridor, stairs' },
  outside: { id: 'Halaman', en: 'Outside' },
}

/** `vulnerable`: what elderly, disabled, pregnant and nursing visitors and children need; in the order of the list. */
export const usualFacilities = {
  ramp: { vulnerable: true, name: { id: 'Ramp (bidang landai)', en: 'Ramp' } },
  'guiding-blocks': { vulnerable: true, name: { id: 'Ubin pemandu', en: 'Guiding blocks' } },
  'accessible-toilet': { vulnerable: true, name: { id: 'Toilet disabilitas', en: 'Accessible toilet' } },
  wheelchair: { vulnerable: true, name: { id: 'Kursi roda', en: 'Wheelchair' } },
  'accessible-parking': { vulnerable: true, name: { id: 'Parkir disabilitas', en: 'Accessible parking' } },
  handrails: { vulnerable: true, name: { id: 'Pegangan tangan (handrail)', en: 'Handrails' } },
  'low-counter': { vulnerable: true, name: { id: 'Loket rendah', en: 'Low counter' } },
  'hearing-help': {
    vulnerable: true,
    name: { id: 'Alat bantu dengar, juru bahasa isyarat', en: 'Hearing help, sign language' },
  },
  'sight-help': {
    vulnerable: true,
    name: { id: 'Huruf braille, kaca pembesar', en: 'Braille, magnifying glass' },
  },
  'priority-seats': { vulnerable: true, name: { id: 'Kursi prioritas', en: 'Priority seats' } },
  'lactation-room': { vulnerable: true, name: { id: 'Ruang laktasi', en: 'Lactation room' } },
  'play-area': { vulnerable: true, name: { id: 'Ruang bermain anak', en: 'Play area for children' } },
  'air-conditioning': { vulnerable: false, name: { id: 'AC', en: 'Air conditioning' } },
  seats: { vulnerable: false, name: { id: 'Kursi tunggu', en: 'Seats' } },
  televisions: { vulnerable: false, name: { id: 'Televisi', en: 'Televisions' } },
  printers: { vulnerable: false, name: { id: 'Pencetak', en: 'Printers' } },
  internet: { vulnerable: false, name: { id: 'Internet', en: 'Internet' } },
  generator: { vulnerable: false, name: { id: 'Genset', en: 'Generator' } },
  toilets: { vulnerable: false, name: { id: 'Toilet', en: 'Toilets' } },
  'prayer-room': { vulnerable: false, name: { id: 'Musala', en: 'Prayer room' } },
  water: { vulnerable: false, name: { id: 'Air minum', en: 'Drinking water' } },
  'first-aid': { vulnerable: false, name: { id: 'Kotak P3K', en: 'First aid' } },
  extinguishers: { vulnerable: false, name: { id: 'Alat pemadam api', en: 'Fire extinguishers' } },
  parking: { vulnerable: false, name: { id: 'Parkir', en: 'Parking' } },
} as const satisfies Record<string, { readonly vulnerable: boolean; readonly name: Named }>
